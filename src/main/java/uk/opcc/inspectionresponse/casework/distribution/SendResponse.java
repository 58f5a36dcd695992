package uk.opcc.inspectionresponse.casework.distribution;

import java.util.List;
import org.springframework.stereotype.Component;
import uk.opcc.inspectionresponse.messages.mail.Mail;
import uk.opcc.inspectionresponse.messages.mail.MailAddress;
import uk.opcc.inspectionresponse.messages.mail.Outcome;
import uk.opcc.inspectionresponse.messages.mail.OutgoingMail;
import uk.opcc.inspectionresponse.publishing.archive.ApprovedResponses;

/**
 * Sends a mail that was queued, once as far as SMTP allows: what was recorded of it decides whether it is sent now, and what
 * becomes of it is recorded before anything else is done.
 */
@Component
class SendResponse {

    private final SentMails mails;
    private final OutgoingMail outgoing;
    private final ApprovedResponses approved;

    SendResponse(SentMails mails, OutgoingMail outgoing, ApprovedResponses approved) {
        this.mails = mails;
        this.outgoing = outgoing;
        this.approved = approved;
    }

    /**
     * Sends it, unless that has been done already.
     *
     * @throws IllegalStateException if another node is sending it at this moment
     */
    Outcome send(String messageId) {
        SentMail mail = mails.get(messageId);
        return switch (mail.state()) {
            case ACCEPTED -> new Outcome.Accepted(mail.reply());
            case REFUSED -> new Outcome.NotSent(reason(mail), true);
            case DOUBTFUL, ARRIVED -> new Outcome.Doubtful(reason(mail));
            case SENDING -> interrupted(mail);
            case QUEUED -> sendNow(mail);
        };
    }

    /** The application was killed, or a node takes so long that another was given its job. */
    private Outcome interrupted(SentMail mail) {
        String reason = "the application was interrupted while it was sending the mail";
        if (outgoing.replacesWhatIsThere()) {
            mails.notSent(mail.messageId(), reason);
            return sendNow(mail);
        }
        mails.doubtful(mail.messageId(), reason);
        return new Outcome.Doubtful(reason);
    }

    private Outcome sendNow(SentMail mail) {
        Outcome outcome = outgoing.send(composed(mail), () -> {
            if (!mails.begins(mail.messageId())) {
                throw new IllegalStateException("The mail " + mail.messageId() + " is being sent by another node");
            }
        });
        if (outcome instanceof Outcome.Accepted accepted) {
            mails.accepted(mail.messageId(), accepted.reply());
        } else if (outcome instanceof Outcome.NotSent notSent && notSent.permanent()) {
            mails.refused(mail.messageId(), notSent.reason());
        } else if (outcome instanceof Outcome.NotSent notSent) {
            mails.notSent(mail.messageId(), notSent.reason());
        } else if (outcome instanceof Outcome.Doubtful doubtful) {
            mails.doubtful(mail.messageId(), doubtful.reason());
        }
        return outcome;
    }

    private Mail composed(SentMail mail) {
        List<Mail.Attachment> attachments = mail.attachments().stream()
                .map(attachment -> new Mail.Attachment(
                        attachment.fileName(),
                        attachment.format().contentType(),
                        approved.find(mail.reference(), mail.version(), attachment.format())
                                .orElseThrow()
                                .content()))
                .toList();
        return new Mail(
                mail.messageId(),
                mail.requestedAt(),
                MailAddress.list(mail.recipients()),
                mail.subject(),
                mail.text(),
                attachments);
    }

    private String reason(SentMail mail) {
        return mails.lastEvent(mail).map(SentMail.Event::detail).orElse("");
    }
}
