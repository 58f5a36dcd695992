/**
 * What managers look back on: what was done and by whom, and what has stopped. It only reads, from every wing below;
 * nothing uses it.
 */
package uk.opcc.inspectionresponse.oversight;
