/** The public register: list, pages, feed and export. May use the archive and the documents. */
package uk.opcc.inspectionresponse.publishing.register;
