/**
 * The ids in the diagrams, every variable of the processes, with its type, its meaning and who sets it, who gets the
 * response, and what the application asks the engine for itself. May use statutory.
 */
package uk.opcc.inspectionresponse.process;
