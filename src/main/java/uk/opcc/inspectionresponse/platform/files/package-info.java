/** Writes a file whole or not at all, and files for spreadsheets. Uses no other room. */
package uk.opcc.inspectionresponse.platform.files;
