/** The engine's moments in the database, as moments and not as what a clock on the wall shows. */
package uk.opcc.inspectionresponse.platform.database;
