/** Writes a file whole or not at all. Uses no other room. */
package uk.opcc.inspectionresponse.platform.files;
