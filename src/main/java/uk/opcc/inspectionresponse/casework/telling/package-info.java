/**
 * What the diagram calls that tells people of their tasks. It has a room so that all that a diagram calls is in this
 * wing; whom to tell, of what and in which words is for the notices to say, which know nothing of the diagram.
 */
package uk.opcc.inspectionresponse.casework.telling;
