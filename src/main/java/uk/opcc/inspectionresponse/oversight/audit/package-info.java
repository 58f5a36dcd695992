/** Who did what and when, as pages and as a table to download. May use the monitoring. */
package uk.opcc.inspectionresponse.oversight.audit;
