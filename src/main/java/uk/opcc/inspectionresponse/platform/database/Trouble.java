package uk.opcc.inspectionresponse.platform.database;

/** Why nothing can be read or saved at present. */
public enum Trouble {
    NO_ANSWER("The database does not answer at present."),
    DISK_FULL("The disk of the server is full, so that nothing can be saved at present.");

    private final String words;

    Trouble(String words) {
        this.words = words;
    }

    /** A sentence for people. */
    public String words() {
        return words;
    }
}
