package uk.opcc.inspectionresponse.messages.notices;

import java.time.Instant;
import java.util.Locale;

/**
 * That one person is told of one task.
 *
 * @param firstTask the id of the task with which it began: one that somebody goes on with later is another for the
 *     engine
 * @param person user name
 * @param task the id of the task now
 * @param state how far its mail has come
 */
record Notice(Kind kind, String firstTask, String person, String task, State state, Instant notedAt) {

    /** How far a notice has come. */
    enum State {
        /** For the mail of the day. */
        COLLECTED,
        /** It waits to be sent, for the first time or again. */
        WAITING,
        /** A connection is open, and it may have been sent. */
        SENDING,
        /** The server has taken its mail over. */
        ACCEPTED,
        /** The server refuses its mail for good. */
        REFUSED,
        /** It may have been sent. */
        DOUBTFUL,
        /** It was not worth telling any more. */
        OVERTAKEN;

        /** Whether nothing more becomes of it. */
        boolean isOver() {
            return this != COLLECTED && this != WAITING && this != SENDING;
        }

        String inDatabase() {
            return name().toLowerCase(Locale.ROOT);
        }

        static State of(String inDatabase) {
            return valueOf(inDatabase.toUpperCase(Locale.ROOT));
        }
    }
}
