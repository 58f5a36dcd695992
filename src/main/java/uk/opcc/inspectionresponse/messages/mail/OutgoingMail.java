package uk.opcc.inspectionresponse.messages.mail;

/**
 * Hands mails over for delivery: to the office's mail server, or to a folder where none is configured.
 *
 * <p>{@link Delivery} is how others send: whoever calls this must see to it that a mail is not sent twice.
 */
public interface OutgoingMail {

    /** A Message-ID that no other mail has, in its angle brackets. */
    String newMessageId();

    /**
     * Sends a mail, and returns as soon as it is known what has become of it.
     *
     * @param connected is run when there is a connection, before anything of the mail is sent; what it throws is
     *     thrown, and then nothing was sent
     */
    Outcome send(Mail mail, Runnable connected);

    /** Whether it sends at all: into a folder mails are only written. */
    boolean sends();

    /**
     * Whether a mail that is sent again takes the place of the one before, and does not reach anybody a second time.
     */
    boolean replacesWhatIsThere();
}
