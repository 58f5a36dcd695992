/** The office's name, addresses and recipients, from the configuration. May use process, and no other room. */
package uk.opcc.inspectionresponse.platform.office;
