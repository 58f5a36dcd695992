package uk.opcc.inspectionresponse.messages.notices;

import java.util.Locale;

/** What a notice tells of. */
enum Kind {
    /** A task has come. */
    ARRIVAL,
    /** A task is for all of its group again: whoever had claimed it has left. */
    RETURN,
    /** A task that somebody has is due on another day than before. */
    MOVED,
    /** A task is due soon. */
    REMINDER,
    /** The day of escalation has come and the response is not out. */
    ESCALATION;

    String inDatabase() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Kind of(String inDatabase) {
        return valueOf(inDatabase.toUpperCase(Locale.ROOT));
    }
}
