package uk.opcc.inspectionresponse.messages.notices;

/** Mails to colleagues were certainly not sent; the message is what Cockpit shows, and says what to do. */
final class NoticesNotSent extends RuntimeException {

    NoticesNotSent(String reason) {
        super("Colleagues were not told of their tasks by email: " + reason
                + ". It is tried again with growing pauses, for about half a day. After that, put the mail server right"
                + " (settings MAIL_HOST …) and increment the number of retries here, or leave it: the tasks are in"
                + " Tasklist in any case.");
    }
}
