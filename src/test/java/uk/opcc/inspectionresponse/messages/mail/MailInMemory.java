package uk.opcc.inspectionresponse.messages.mail;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/** A mail whose records are a list, for all nodes of a test. */
final class MailInMemory implements RecordedMail {

    private final Mail mail;
    private final List<String> records = new CopyOnWriteArrayList<>();
    private Progress progress = new Progress.Waiting();

    MailInMemory(Mail mail) {
        this.mail = mail;
    }

    static MailInMemory to(String... addresses) {
        return new MailInMemory(new Mail(
                "<1@office.example>",
                Instant.parse("2018-07-20T09:00:00Z"),
                List.of(addresses).stream().map(MailAddress::new).toList(),
                "Response",
                "Here it is.",
                List.of()));
    }

    /** All that was recorded, in the order in which it was. */
    List<String> records() {
        return List.copyOf(records);
    }

    @Override
    public synchronized Progress progress() {
        return progress;
    }

    @Override
    public Optional<Mail> composed() {
        return Optional.ofNullable(mail);
    }

    @Override
    public synchronized boolean claim() {
        if (!(progress instanceof Progress.Waiting)) {
            return false;
        }
        progress = new Progress.BeingSent();
        records.add("claimed");
        return true;
    }

    @Override
    public synchronized void accepted(String reply) {
        progress = new Progress.Over(new Outcome.Accepted(reply));
        records.add("accepted");
    }

    @Override
    public synchronized void notSent(String reason) {
        becomes(new Progress.Waiting(), "not sent");
    }

    @Override
    public synchronized void written(String file) {
        becomes(new Progress.Over(new Outcome.Written(file)), "written");
    }

    @Override
    public synchronized void refused(String reason) {
        becomes(new Progress.Over(new Outcome.NotSent(reason, true)), "refused");
    }

    @Override
    public synchronized void doubtful(String reason) {
        becomes(new Progress.Over(new Outcome.Doubtful(reason)), "doubtful");
    }

    private void becomes(Progress next, String record) {
        if (progress instanceof Progress.BeingSent) {
            progress = next;
        }
        records.add(record);
    }
}
