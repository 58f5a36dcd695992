/** Holds what is submitted against the rules of its form. May use the gate, the people and the refusal. */
package uk.opcc.inspectionresponse.platform.forms;
