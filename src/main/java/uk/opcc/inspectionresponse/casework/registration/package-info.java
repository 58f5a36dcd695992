/** Gives an inspection its reference, and its dates by the decision table. Uses no other room. */
package uk.opcc.inspectionresponse.casework.registration;
