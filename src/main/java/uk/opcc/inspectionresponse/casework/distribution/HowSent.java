package uk.opcc.inspectionresponse.casework.distribution;

/** How a copy of the response is sent. */
public enum HowSent implements Stored {
    BY_EMAIL("e-mail"),
    IN_ANOTHER_WAY("another"),
    /** By an email of which a person found out that it has arrived. */
    FOUND_TO_HAVE_ARRIVED("arrived");

    private final String word;

    HowSent(String word) {
        this.word = word;
    }

    @Override
    public String word() {
        return word;
    }
}
