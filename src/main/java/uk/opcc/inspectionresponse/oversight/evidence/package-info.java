/** What was published and sent, to whom and when, as a page and a ZIP file. May use the audit. */
package uk.opcc.inspectionresponse.oversight.evidence;
