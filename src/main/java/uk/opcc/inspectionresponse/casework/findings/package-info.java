/** Splits the recommendations of a report into single ones. Uses no other room. */
package uk.opcc.inspectionresponse.casework.findings;
