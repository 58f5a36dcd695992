/** Brings the office's earlier responses into the register, from a ZIP file or a folder. May use the register. */
package uk.opcc.inspectionresponse.publishing.earlier;
