/**
 * The way from H2's file to a PostgreSQL server: everything is copied in one transaction, counted and compared, or
 * nothing is. May use the database and the turn of the servers that start.
 */
package uk.opcc.inspectionresponse.platform.move;
