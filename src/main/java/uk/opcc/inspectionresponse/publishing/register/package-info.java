/** The public register: list, pages, feed and export. May use the archive, the documents and the words of a search. */
package uk.opcc.inspectionresponse.publishing.register;
