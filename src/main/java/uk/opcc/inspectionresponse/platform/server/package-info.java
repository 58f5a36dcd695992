/**
 * How long a stranger may keep the web server waiting, and how an address is read. Answers in the place of a database
 * that does not. May use the refusal and the watch over the database.
 */
package uk.opcc.inspectionresponse.platform.server;
