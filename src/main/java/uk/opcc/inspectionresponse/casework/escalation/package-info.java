/** Lists what is outstanding when the day of escalation has come. Uses no other room. */
package uk.opcc.inspectionresponse.casework.escalation;
