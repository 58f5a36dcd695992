/** Reads the expressions of diagrams, tables and forms without working them out. Knows nothing of this application. */
package uk.opcc.inspectionresponse.platform.expressions;
