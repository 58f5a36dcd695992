/** The office's name, addresses and recipients, from the configuration. Uses no other room. */
package uk.opcc.inspectionresponse.platform.office;
