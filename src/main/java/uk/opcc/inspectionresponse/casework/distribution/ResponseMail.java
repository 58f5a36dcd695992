package uk.opcc.inspectionresponse.casework.distribution;

import java.time.Instant;
import java.util.List;
import uk.opcc.inspectionresponse.publishing.document.Format;

/**
 * A mail with a response, as it is recorded.
 *
 * @param messageId with its angle brackets
 * @param reference of the inspection
 * @param task the id of the task in the diagram that somebody completed to have it sent, which ticks the box of that
 *     name
 * @param number 1 for the first mail of this task
 * @param version of the approved response that is attached
 * @param letter what it says to whom
 * @param attachments the files that go with it
 * @param requestedBy user name
 * @param soFar how far it has come
 */
public record ResponseMail(
        String messageId,
        String reference,
        String task,
        int number,
        int version,
        Letter letter,
        List<Attachment> attachments,
        String requestedBy,
        Instant requestedAt,
        SoFar soFar) {

    /** The addresses, separated by commas. */
    public String recipients() {
        return letter.recipients();
    }

    /** What it is about. */
    public String subject() {
        return letter.subject();
    }

    /** What it says. */
    public String text() {
        return letter.text();
    }

    /** How far it has come. */
    public State state() {
        return soFar.state();
    }

    /** When a connection was opened for it; null unless it was. */
    public Instant sendingSince() {
        return soFar.sendingSince();
    }

    /** When the server took it over; null unless it is accepted. */
    public Instant acceptedAt() {
        return soFar.acceptedAt();
    }

    /** What the server replied, or which file it became; null unless it is one of these. */
    public String reply() {
        return soFar.reply();
    }

    /**
     * What a mail says to whom.
     *
     * @param recipients addresses, separated by commas
     */
    public record Letter(String recipients, String subject, String text) {}

    /**
     * How far a mail has come, and what is known of it.
     *
     * @param sendingSince null unless a connection was opened for it
     * @param acceptedAt when the server took it over; null unless it is accepted
     * @param reply of the server; where it became a file, which one; null unless it is one of these
     */
    public record SoFar(State state, Instant sendingSince, Instant acceptedAt, String reply) {

        /** Of one that waits to be sent for the first time. */
        static final SoFar NOTHING = new SoFar(State.QUEUED, null, null, null);
    }

    /** How far a mail has come. */
    public enum State implements Stored {
        /** It waits to be sent, for the first time or again: certainly nobody has it. */
        QUEUED("queued"),
        /** A connection is open, and it may have been sent. */
        SENDING("sending"),
        /** The server has taken it over. */
        ACCEPTED("accepted"),
        /** No mail server is configured, and it became a file: nobody has it before a person sends that. */
        WRITTEN("written"),
        /** The server refuses it for good. */
        REFUSED("refused"),
        /** It may have been sent; a person finds out. */
        DOUBTFUL("doubtful"),
        /** A person found out that it has arrived. */
        ARRIVED("arrived"),
        /** It came back after the server had taken it over, or a person found out that it did not arrive. */
        CAME_BACK("came-back");

        private final String word;

        State(String word) {
            this.word = word;
        }

        @Override
        public String word() {
            return word;
        }
    }

    /** What can happen to a mail. */
    public enum EventType implements Stored {
        QUEUED("queued"),
        SENDING("sending"),
        ACCEPTED("accepted"),
        NOT_SENT("not-sent"),
        REFUSED("refused"),
        DOUBTFUL("doubtful"),
        /** It became a file, as no mail server was configured. */
        WRITTEN("written"),
        /** A person found out that it has arrived. */
        ARRIVED("arrived"),
        /** A person recorded that it came back, or did not arrive. */
        CAME_BACK("came-back"),
        /** A person has another mail sent. */
        AGAIN("again"),
        /** A person has sent the copy in another way. */
        ANOTHER("another"),
        /** Whatever else a database may say; the evidence must be there all the same. */
        OTHER("other");

        private final String word;

        EventType(String word) {
            this.word = word;
        }

        @Override
        public String word() {
            return word;
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
     * @param task that of the mail
     * @param detail the server's reply, or the reason
     */
    public record Event(String messageId, String task, Instant at, String by, EventType type, String detail) {}
}
