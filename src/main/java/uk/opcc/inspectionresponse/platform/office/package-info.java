/** All settings of the office, from the configuration, and its addresses. Uses no other room. */
package uk.opcc.inspectionresponse.platform.office;
