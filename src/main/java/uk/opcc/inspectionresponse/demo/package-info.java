/** Demo users and inspections, for trying it out. May use what it needs; nothing uses it. */
package uk.opcc.inspectionresponse.demo;
