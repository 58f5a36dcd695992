/** Records each decision, lets nobody decide on words of their own, and keeps what was approved. May use drafting. */
package uk.opcc.inspectionresponse.casework.approval;
