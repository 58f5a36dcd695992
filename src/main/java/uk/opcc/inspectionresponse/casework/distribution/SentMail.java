package uk.opcc.inspectionresponse.casework.distribution;

import java.time.Instant;
import java.util.List;
import uk.opcc.inspectionresponse.publishing.document.Format;

/**
 * A mail with a response, as it is recorded.
 *
 * @param messageId with its angle brackets
 * @param reference of the inspection
 * @param box the id of the task in the diagram that somebody completed to have it sent
 * @param number 1 for the first mail of this box
 * @param version of the approved response that is attached
 * @param recipients addresses, separated by commas
 * @param requestedBy user name
 * @param state where it has come
 * @param acceptedAt when the server took it over; null unless it is accepted
 * @param reply of the server; null unless it is accepted
 */
public record SentMail(
        String messageId,
        String reference,
        String box,
        int number,
        int version,
        String recipients,
        String subject,
        String text,
        String requestedBy,
        Instant requestedAt,
        State state,
        Instant sendingSince,
        Instant acceptedAt,
        String reply,
        List<Attachment> attachments) {

    /** Where a mail has come. */
    public enum State {
        /** It waits to be sent, for the first time or again: certainly nobody has it. */
        QUEUED,
        /** A connection is open, and it may have been sent. */
        SENDING,
        /** The server has taken it over. */
        ACCEPTED,
        /** The server refuses it for good. */
        REFUSED,
        /** It may have been sent; a person finds out. */
        DOUBTFUL,
        /** A person found out that it has arrived. */
        ARRIVED;

        String inDatabase() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }

        static State of(String inDatabase) {
            return valueOf(inDatabase.toUpperCase(java.util.Locale.ROOT));
        }
    }

    /**
     * A file that goes with it.
     *
     * @param sha256 of its bytes, in 64 hexadecimal digits
     */
    public record Attachment(Format format, String fileName, String sha256) {}

    /**
     * Something that happened to it.
     *
     * @param by the user name of whoever did it; empty if the application did
     * @param what queued, sending, accepted, not-sent, refused, doubtful, arrived, again or another
     * @param detail the server's reply, or the reason
     */
    public record Event(String messageId, String box, Instant at, String by, String what, String detail) {}
}
