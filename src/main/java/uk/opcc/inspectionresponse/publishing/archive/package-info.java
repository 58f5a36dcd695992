/** Keeps the approved responses, ticks the office's boxes and hands documents out. May use the documents. */
package uk.opcc.inspectionresponse.publishing.archive;
