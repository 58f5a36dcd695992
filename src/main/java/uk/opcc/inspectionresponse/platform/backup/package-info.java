/**
 * A backup of all that is kept in the data folder, made while the application runs and checked before it counts, and
 * the way back. Only of a database in a file: a database server has its own. May use the database, the settings and the
 * pages.
 */
package uk.opcc.inspectionresponse.platform.backup;
