/**
 * Delivers mails at most once, over the mail server or into files, and says what became of them. Knows no engine, and not
 * what a mail is about.
 */
package uk.opcc.inspectionresponse.messages.mail;
