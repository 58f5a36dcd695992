package uk.opcc.inspectionresponse.platform.signin;

import java.time.Instant;

/**
 * Something that became of an account of a directory.
 *
 * @param at when
 * @param by the user name of whoever did it; empty if the application did
 * @param what became of it
 * @param account the user name as the directory had it last
 * @param directory the account's directory
 * @param user the user to whom it was joined or from whom it was parted; empty if there is none
 * @param detail why, in words
 */
record AccountChange(Instant at, String by, Kind what, String account, String directory, String user, String detail) {

    /** What may become of an account. */
    enum Kind {
        /** Its person signed in for the first time and became a user. */
        NEW("new", "became a new user"),
        /** Its person had signed in to an earlier release and is the same user as then. */
        TAKEN_OVER("taken-over", "is the user of an earlier release"),
        /** Its person was refused, and it waits for an administrator. */
        WAITS("waits", "waits to be joined"),
        /** An administrator joined it to a user. */
        JOINED("joined", "joined"),
        /** An administrator parted it from its user. */
        PARTED("parted", "parted");

        private final String word;
        private final String shown;

        Kind(String word, String shown) {
            this.word = word;
            this.shown = shown;
        }

        String word() {
            return word;
        }

        String shown() {
            return shown;
        }

        static Kind of(String word) {
            for (Kind kind : values()) {
                if (kind.word.equals(word)) {
                    return kind;
                }
            }
            throw new IllegalArgumentException("There is no change of an account called " + word);
        }
    }
}
