/**
 * Delivers emails at most once, over the mail server or into files, and says what became of them. Knows no engine, and
 * not what an email is about.
 */
package uk.opcc.inspectionresponse.messages.mail;
