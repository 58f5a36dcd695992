/** What people chose in an earlier round, which no form shows as chosen again. May use process. */
package uk.opcc.inspectionresponse.casework.answers;
