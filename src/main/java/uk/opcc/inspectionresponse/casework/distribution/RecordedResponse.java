package uk.opcc.inspectionresponse.casework.distribution;

import java.util.List;
import java.util.Optional;
import uk.opcc.inspectionresponse.messages.mail.Mail;
import uk.opcc.inspectionresponse.messages.mail.MailAddress;
import uk.opcc.inspectionresponse.messages.mail.Outcome;
import uk.opcc.inspectionresponse.messages.mail.Progress;
import uk.opcc.inspectionresponse.messages.mail.RecordedMail;
import uk.opcc.inspectionresponse.publishing.archive.Copies;

/** A mail with a copy of the response, which has the stored files attached byte for byte. */
final class RecordedResponse implements RecordedMail {

    private final String messageId;
    private final ResponseMails mails;
    private final Copies copies;

    RecordedResponse(String messageId, ResponseMails mails, Copies copies) {
        this.messageId = messageId;
        this.mails = mails;
        this.copies = copies;
    }

    @Override
    public Progress progress() {
        ResponseMail mail = mails.get(messageId);
        return switch (mail.state()) {
            case QUEUED -> new Progress.Waiting();
            case SENDING -> new Progress.BeingSent();
            case ACCEPTED -> new Progress.Over(new Outcome.Accepted(mail.reply()));
            case WRITTEN -> new Progress.Over(new Outcome.Written(mail.reply()));
            case REFUSED, CAME_BACK -> new Progress.Over(new Outcome.NotSent(reason(mail), true));
            case DOUBTFUL, ARRIVED -> new Progress.Over(new Outcome.Doubtful(reason(mail)));
        };
    }

    private String reason(ResponseMail mail) {
        return mails.lastEvent(mail).map(ResponseMail.Event::detail).orElse("");
    }

    @Override
    public Optional<Mail> composed() {
        ResponseMail mail = mails.get(messageId);
        return Optional.of(new Mail(
                mail.messageId(),
                mail.requestedAt(),
                MailAddress.list(mail.recipients()),
                mail.subject(),
                mail.text(),
                attachments(mail)));
    }

    private List<Mail.Attachment> attachments(ResponseMail mail) {
        return mail.attachments().stream()
                .map(attachment -> new Mail.Attachment(
                        attachment.fileName(),
                        attachment.format().contentType(),
                        copies.find(
                                        mail.reference(),
                                        mail.version(),
                                        mail.task(),
                                        attachment.format(),
                                        attachment.sha256())
                                .orElseThrow()
                                .content()))
                .toList();
    }

    @Override
    public boolean claim() {
        return mails.begins(messageId);
    }

    @Override
    public void accepted(String reply) {
        mails.accepted(messageId, reply);
    }

    @Override
    public void written(String file) {
        mails.written(messageId, file);
    }

    @Override
    public void notSent(String reason) {
        mails.notSent(messageId, reason);
    }

    @Override
    public void refused(String reason) {
        mails.refused(messageId, reason);
    }

    @Override
    public void doubtful(String reason) {
        mails.doubtful(messageId, reason);
    }
}
