package uk.opcc.inspectionresponse.messages.mail;

import java.util.Optional;

/**
 * A mail of which is recorded what becomes of it: by that each attempt to send it, on whichever node, knows of those
 * before.
 *
 * <p>Whoever implements it records in a transaction of its own, which is over when the method returns, whatever becomes
 * of the job that sends the mail.
 */
public interface RecordedMail {

    /** What is recorded now. */
    Progress progress();

    /**
     * The mail as it is to be sent, with the same Message-ID and date each time; nothing where it is not worth sending.
     */
    Optional<Mail> composed();

    /**
     * Records that it is being sent.
     *
     * @return false, and then nothing is recorded, if it does not wait to be sent: another node may be at it
     */
    boolean claim();

    /** Records that the server has taken it over, whatever was thought of it meanwhile. */
    void accepted(String reply);

    /** Records that no mail server is configured, and that it became a file. */
    void written(String file);

    /** Records that it was certainly not sent, and will be tried again. */
    void notSent(String reason);

    /** Records that it was certainly not sent, and is not tried again as it is. */
    void refused(String reason);

    /** Records that it may have been sent, unless more is known of it by now. */
    void doubtful(String reason);
}
