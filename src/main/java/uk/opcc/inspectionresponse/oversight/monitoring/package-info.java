/**
 * Work that has stopped: in the health check, in the log and on the page of the audit. Asks the engine, and uses no
 * other room.
 */
package uk.opcc.inspectionresponse.oversight.monitoring;
