/**
 * Corrects a response that is published: what the diagram of a correction calls, but for the approval. May use drafting
 * and comments.
 */
package uk.opcc.inspectionresponse.casework.correction;
