/** Deploys diagrams, tables and forms, and refuses those that would not run. May use the office and the refusal. */
package uk.opcc.inspectionresponse.platform.deployment;
