/** The office's name, styles and task lists in Camunda's web applications. May use the office. */
package uk.opcc.inspectionresponse.platform.screens;
