/**
 * The database: the engine's moments in it, as moments and not as what a clock on the wall shows; whether it answers;
 * and the care that a database in a file needs. Of the other rooms it uses the settings alone.
 */
package uk.opcc.inspectionresponse.platform.database;
