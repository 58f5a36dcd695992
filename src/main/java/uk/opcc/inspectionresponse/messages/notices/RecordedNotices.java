package uk.opcc.inspectionresponse.messages.notices;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import uk.opcc.inspectionresponse.messages.mail.Mail;
import uk.opcc.inspectionresponse.messages.mail.MailAddress;
import uk.opcc.inspectionresponse.messages.mail.MailFiles;
import uk.opcc.inspectionresponse.messages.mail.Progress;
import uk.opcc.inspectionresponse.messages.mail.RecordedMail;

/** The notices that are one mail. What is not worth telling any more is taken out when the mail is composed. */
final class RecordedNotices implements RecordedMail {

    private final String messageId;
    private final Notices notices;
    private final NoticeText text;
    private final OpenTasks open;
    private final Addressees addressees;
    private int told;
    private boolean connected;

    RecordedNotices(String messageId, Notices notices, NoticeText text, OpenTasks open, Addressees addressees) {
        this.messageId = messageId;
        this.notices = notices;
        this.text = text;
        this.open = open;
        this.addressees = addressees;
    }

    /** Of a mail that another node has ended meanwhile there is nothing left to compose. */
    @Override
    public Progress progress() {
        return notices.in(messageId).stream().anyMatch(notice -> notice.state() == Notice.State.SENDING)
                ? new Progress.BeingSent()
                : new Progress.Waiting();
    }

    @Override
    public Optional<Mail> composed() {
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
        told = items.size();
        return items.isEmpty() ? Optional.empty() : address.map(to -> mail(items, to));
    }

    private Mail mail(List<NoticeText.Item> items, MailAddress to) {
        return new Mail(
                messageId,
                items.get(0).notice().notedAt(),
                List.of(to),
                text.subject(items),
                text.body(items),
                List.of());
    }

    /** Whether there was a connection over which it could be sent. */
    boolean wasConnected() {
        return connected;
    }

    @Override
    public boolean claim() {
        connected = true;
        return notices.begins(messageId, told);
    }

    @Override
    public void accepted(String reply) {
        notices.accepted(messageId, reply);
    }

    /** Whoever runs the application without a mail server finds them there; nobody waits for one. */
    @Override
    public void written(String file) {
        notices.accepted(messageId, MailFiles.written(file));
    }

    @Override
    public void notSent(String reason) {
        notices.notSent(messageId, reason);
    }

    @Override
    public void refused(String reason) {
        notices.refused(messageId, reason);
    }

    @Override
    public void doubtful(String reason) {
        notices.doubtful(messageId, reason);
    }
}
