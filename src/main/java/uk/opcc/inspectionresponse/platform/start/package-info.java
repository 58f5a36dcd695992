/** What is printed at the start, and what must be configured before it. May use the accounts and the office. */
package uk.opcc.inspectionresponse.platform.start;
