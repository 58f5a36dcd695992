/**
 * Deploys diagrams, tables and forms, refuses those that would not run, and replaces nothing of the office's unasked.
 * May use the expressions, the office, people, their tasks' links and the refusal.
 */
package uk.opcc.inspectionresponse.platform.deployment;
