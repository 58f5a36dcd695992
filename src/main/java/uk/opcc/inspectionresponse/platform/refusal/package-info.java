/**
 * Says what is wrong with an input, and names its field. Writes the one answer for it. Everything may use it; it uses
 * no other room.
 */
package uk.opcc.inspectionresponse.platform.refusal;
