/** Reads the recommendations, areas for improvement and causes of concern of a report. */
package uk.opcc.inspectionresponse.casework.findings;
