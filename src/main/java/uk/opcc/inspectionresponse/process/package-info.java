/**
 * Every variable of the process, with its type, its meaning and who sets it, and what the application asks the engine
 * for itself. Also who gets the response. May use statutory.
 */
package uk.opcc.inspectionresponse.process;
