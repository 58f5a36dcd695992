/**
 * The office's name, styles, task lists and forms in Camunda's web applications. May use the office and the refusal.
 */
package uk.opcc.inspectionresponse.platform.screens;
