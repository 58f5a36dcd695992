/**
 * Changes an inspection on the way: its date of publication was wrong, it needs no response, or it is related to
 * another. A policy officer asks, a manager decides. May use registration and findings.
 */
package uk.opcc.inspectionresponse.casework.changes;
