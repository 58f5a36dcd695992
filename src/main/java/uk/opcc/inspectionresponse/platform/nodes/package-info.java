/**
 * The servers that share one database: they start one after the other, and the work of one that died goes on elsewhere.
 */
package uk.opcc.inspectionresponse.platform.nodes;
