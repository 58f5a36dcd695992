package uk.opcc.inspectionresponse.messages.notices;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import uk.opcc.inspectionresponse.messages.mail.Mail;
import uk.opcc.inspectionresponse.messages.mail.MailAddress;
import uk.opcc.inspectionresponse.messages.mail.Outcome;
import uk.opcc.inspectionresponse.messages.mail.OutgoingMail;

/** The mails that tell colleagues of their tasks. */
@Component
public class NoticeMails {

    private static final Logger LOG = LoggerFactory.getLogger(NoticeMails.class);

    private final Notices notices;
    private final NoticeText text;
    private final OpenTasks open;
    private final Addressees addressees;
    private final OutgoingMail outgoing;

    NoticeMails(Notices notices, NoticeText text, OpenTasks open, Addressees addressees, OutgoingMail outgoing) {
        this.notices = notices;
        this.text = text;
        this.open = open;
        this.addressees = addressees;
        this.outgoing = outgoing;
    }

    /**
     * Sends those that an instance of the process tell-people is for, each once as far as SMTP allows: one that may have been
     * sent is left at that, as the task itself is in Tasklist.
     *
     * @throws RuntimeException if some were certainly not sent, so that it can be called again
     */
    public void send(String instance) {
        List<String> reasons = new ArrayList<>();
        for (String messageId : notices.mailsOf(instance)) {
            if (!isAfterInterruption(messageId)) {
                continue;
            }
            AtomicBoolean connected = new AtomicBoolean();
            Optional<String> reason = send(messageId, connected);
            reason.ifPresent(reasons::add);
            if (reason.isPresent() && !connected.get()) {
                // The others would only keep the job executor from the people's work, each for as long.
                break;
            }
        }
        if (!reasons.isEmpty()) {
            throw new NoticesNotSent(
                    String.join("; ", reasons.stream().distinct().toList()));
        }
    }

    /** Whether it can be sent: the application may have been killed while it was on its way, or another node is at it. */
    private boolean isAfterInterruption(String messageId) {
        if (notices.in(messageId).stream().noneMatch(Notice::sending)) {
            return true;
        }
        String reason = "the application was interrupted while it was sending the mail";
        if (outgoing.replacesWhatIsThere()) {
            notices.notSent(messageId, reason);
            return true;
        }
        notices.doubtful(messageId, reason);
        return false;
    }

    /** Why it was not sent, where it is to be tried again. */
    private Optional<String> send(String messageId, AtomicBoolean connected) {
        List<NoticeText.Item> items = new ArrayList<>();
        Optional<MailAddress> address = Optional.empty();
        for (Notice notice : notices.in(messageId)) {
            address = addressees.address(notice.person());
            Optional<OpenTasks.OpenTask> task =
                    address.isEmpty() ? Optional.empty() : open.find(notice.task(), notice.person());
            if (task.isEmpty()) {
                notices.overtaken(
                        messageId, notice, address.isEmpty() ? "no address" : "done meanwhile, or with somebody else");
            } else {
                items.add(new NoticeText.Item(notice, task.get()));
            }
        }
        if (items.isEmpty() || address.isEmpty()) {
            return Optional.empty();
        }
        Mail mail = new Mail(
                messageId,
                items.get(0).notice().notedAt(),
                List.of(address.get()),
                text.subject(items),
                text.body(items),
                List.of());
        return record(messageId, outgoing.send(mail, () -> {
            connected.set(true);
            if (!notices.begins(messageId, items.size())) {
                throw new IllegalStateException("The mail " + messageId + " is being sent by another node");
            }
        }));
    }

    private Optional<String> record(String messageId, Outcome outcome) {
        if (outcome instanceof Outcome.Accepted accepted) {
            notices.accepted(messageId, accepted.reply());
        } else if (outcome instanceof Outcome.Doubtful doubtful) {
            LOG.warn("A notice may not have arrived, {}: {}", messageId, doubtful.reason());
            notices.doubtful(messageId, doubtful.reason());
        } else if (outcome instanceof Outcome.NotSent notSent && notSent.permanent()) {
            LOG.warn("A notice was refused, {}: {}", messageId, notSent.reason());
            notices.refused(messageId, notSent.reason());
        } else if (outcome instanceof Outcome.NotSent notSent) {
            notices.notSent(messageId, notSent.reason());
            return Optional.of(notSent.reason());
        }
        return Optional.empty();
    }
}
