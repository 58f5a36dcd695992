package uk.opcc.inspectionresponse.messages.notices;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import uk.opcc.inspectionresponse.messages.mail.Delivery;
import uk.opcc.inspectionresponse.messages.mail.Outcome;

/** The mails that tell colleagues of their tasks. */
@Component
public class NoticeMails {

    private static final Logger LOG = LoggerFactory.getLogger(NoticeMails.class);

    private final Delivery delivery;
    private final Notices notices;
    private final NoticeText text;
    private final OpenTasks open;
    private final Addressees addressees;

    NoticeMails(Delivery delivery, Notices notices, NoticeText text, OpenTasks open, Addressees addressees) {
        this.delivery = delivery;
        this.notices = notices;
        this.text = text;
        this.open = open;
        this.addressees = addressees;
    }

    /**
     * Sends those that an instance of the process tell-people is for. One that may have been sent is left at that: the
     * task itself is in Tasklist.
     *
     * @throws RuntimeException if some were certainly not sent, so that it can be called again
     */
    public void send(String instance) {
        List<String> reasons = new ArrayList<>();
        for (String messageId : notices.mailsOf(instance)) {
            RecordedNotices mail = new RecordedNotices(messageId, notices, text, open, addressees);
            Optional<String> reason = delivery.deliver(mail).flatMap(outcome -> toTryAgain(messageId, outcome));
            reason.ifPresent(reasons::add);
            if (reason.isPresent() && !mail.wasConnected()) {
                // The others would only keep the job executor from the people's work, each for as long.
                break;
            }
        }
        if (!reasons.isEmpty()) {
            throw new NoticesNotSent(
                    String.join("; ", reasons.stream().distinct().toList()));
        }
    }

    /** Why it was not sent, where it is to be tried again. */
    private static Optional<String> toTryAgain(String messageId, Outcome outcome) {
        if (outcome instanceof Outcome.NotSent notSent && !notSent.permanent()) {
            return Optional.of(notSent.reason());
        }
        if (outcome instanceof Outcome.NotSent refused) {
            LOG.warn("A notice was refused, {}: {}", messageId, refused.reason());
        } else if (outcome instanceof Outcome.Doubtful doubtful) {
            LOG.warn("A notice may not have arrived, {}: {}", messageId, doubtful.reason());
        }
        return Optional.empty();
    }
}
