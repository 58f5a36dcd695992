/** Renders the response in HTML, PDF and Word. Knows nothing of inspections. */
package uk.opcc.inspectionresponse.publishing.document;
