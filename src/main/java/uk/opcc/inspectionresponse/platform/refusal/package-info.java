/** Says what is wrong with an input, and names its field. Everything may use it; it uses no other room. */
package uk.opcc.inspectionresponse.platform.refusal;
