/**
 * Holds what is submitted against the rules of its form. May use the expressions, people and the refusal; it knows no
 * servlet.
 */
package uk.opcc.inspectionresponse.platform.forms;
