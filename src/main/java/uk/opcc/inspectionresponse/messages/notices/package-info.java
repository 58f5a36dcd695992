/**
 * Tells people of their tasks by email, as each of them prefers it. Hears from the engine of every task; may use the
 * mail.
 */
package uk.opcc.inspectionresponse.messages.notices;
