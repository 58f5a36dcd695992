/**
 * Hands mails over to the mail server, or writes them to files, and says what became of them. Knows no engine, and not
 * what a mail is about.
 */
package uk.opcc.inspectionresponse.messages.mail;
