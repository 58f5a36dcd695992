/** Publishes the response, which is the act of section 55(5), and says whether it is in time. May use drafting. */
package uk.opcc.inspectionresponse.casework.publication;
