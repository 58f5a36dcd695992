package uk.opcc.inspectionresponse.messages.notices;

import org.springframework.stereotype.Component;
import uk.opcc.inspectionresponse.messages.mail.OutgoingMail;

/** The mails of the day, one for each person who prefers that. */
@Component
public class Digests {

    private final Notices notices;
    private final OutgoingMail outgoing;

    Digests(Notices notices, OutgoingMail outgoing) {
        this.notices = notices;
        this.outgoing = outgoing;
    }

    /**
     * Makes one mail of all that was noted for each of them.
     *
     * @param instance of the process tell-people, which is to send them
     */
    public void putTogether(String instance) {
        for (String person : notices.withCollected()) {
            notices.putTogether(person, outgoing.newMessageId(), instance);
        }
    }
}
