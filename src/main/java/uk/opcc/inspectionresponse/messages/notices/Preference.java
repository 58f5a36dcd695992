package uk.opcc.inspectionresponse.messages.notices;

import java.util.Arrays;
import java.util.Optional;

/** How a person wants to be told. */
public enum Preference {
    /** A mail as soon as something comes: whoever has chosen nothing. */
    AT_ONCE("at-once"),
    /** One mail a day, when there is something. */
    DAILY("daily"),
    /** No mail. */
    NONE("none");

    private final String word;

    Preference(String word) {
        this.word = word;
    }

    /** As forms and the database have it. */
    public String word() {
        return word;
    }

    static Optional<Preference> of(String word) {
        return Arrays.stream(values())
                .filter(preference -> preference.word.equals(word))
                .findFirst();
    }
}
