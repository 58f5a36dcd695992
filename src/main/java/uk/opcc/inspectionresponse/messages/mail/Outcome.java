package uk.opcc.inspectionresponse.messages.mail;

/** What has become of a mail. */
public sealed interface Outcome {

    /**
     * The server has taken it over, for all recipients.
     *
     * @param reply of the server, as it was given
     */
    record Accepted(String reply) implements Outcome {}

    /**
     * No mail server is configured: it became a file, and nobody gets it before a person sends that.
     *
     * @param file where it lies
     */
    record Written(String file) implements Outcome {}

    /**
     * Nobody gets it.
     *
     * @param reason for people
     * @param permanent whether it is in vain to send it again as it is: the server refuses an address, or the mail
     */
    record NotSent(String reason, boolean permanent) implements Outcome {}

    /**
     * The server had the whole mail when the connection was lost, before it had answered: it may have taken it over.
     *
     * @param reason for people
     */
    record Doubtful(String reason) implements Outcome {}
}
