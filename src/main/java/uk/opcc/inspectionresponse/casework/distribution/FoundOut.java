package uk.opcc.inspectionresponse.casework.distribution;

import uk.opcc.inspectionresponse.casework.distribution.ResponseMail.EventType;

/** What a person found out of a mail that may have been sent, and does about it. */
enum FoundOut implements Stored {
    IT_ARRIVED("arrived", HowSent.FOUND_TO_HAVE_ARRIVED, EventType.ARRIVED),
    SEND_AGAIN("again", HowSent.BY_EMAIL, EventType.AGAIN),
    SENT_IN_ANOTHER_WAY("another", HowSent.IN_ANOTHER_WAY, EventType.ANOTHER);

    private final String word;
    private final HowSent howSent;
    private final EventType event;

    FoundOut(String word, HowSent howSent, EventType event) {
        this.word = word;
        this.howSent = howSent;
        this.event = event;
    }

    @Override
    public String word() {
        return word;
    }

    /** How the copy is sent, then. */
    HowSent howSent() {
        return howSent;
    }

    /** What is recorded of the mail. */
    EventType event() {
        return event;
    }
}
