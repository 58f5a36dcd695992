/**
 * Starts the application, whose code stands in wings. A wing uses only those below it, in this order: oversight,
 * casework, publishing and messages side by side, platform, process, statutory; demo may use what it needs.
 */
package uk.opcc.inspectionresponse;
