/** All settings of the office, from the configuration, and its addresses. May use process, and no other room. */
package uk.opcc.inspectionresponse.platform.office;
