/**
 * Sends the copies of the response, and records what became of each. May use publishing and mail, and no other room.
 */
package uk.opcc.inspectionresponse.casework.distribution;
