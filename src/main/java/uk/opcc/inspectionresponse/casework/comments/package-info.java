/** Records the Chief Constable's comments, or that there are none. Uses no other room. */
package uk.opcc.inspectionresponse.casework.comments;
