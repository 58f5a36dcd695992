package uk.opcc.inspectionresponse.casework.distribution;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import uk.opcc.inspectionresponse.casework.distribution.SentMail.State;
import uk.opcc.inspectionresponse.publishing.document.Format;
import uk.opcc.inspectionresponse.statutory.StatutoryPeriod;

/**
 * The mails with responses, in the database: who had what sent to whom, and all that became of it.
 *
 * <p>That a mail is being sent, and what became of it, is recorded in a transaction of its own, whatever becomes of the
 * engine's job: by it the next attempt, also of another node, knows.
 */
@Component
public class SentMails {

    private static final int LONGEST_DETAIL = 4000;

    private final JdbcTemplate database;
    private final TransactionTemplate onItsOwn;
    private final Clock clock;

    SentMails(JdbcTemplate database, PlatformTransactionManager transactions, Clock clock) {
        this.database = database;
        this.onItsOwn = new TransactionTemplate(transactions);
        this.onItsOwn.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        this.clock = clock;
    }

    /** Everything that happened to the mails of an inspection, in the order of time. */
    public List<SentMail.Event> events(String reference) {
        return database.query(
                "select m.message_id, m.box, e.happened_at, e.done_by, e.what, e.detail from sent_mail_event e"
                        + " join sent_mail m on m.message_id = e.message_id where m.reference = ?"
                        + " order by e.happened_at, m.box, m.number, e.number",
                (row, number) -> new SentMail.Event(
                        row.getString("message_id"),
                        row.getString("box"),
                        instant(row, "happened_at"),
                        row.getString("done_by"),
                        row.getString("what"),
                        row.getString("detail")),
                reference);
    }

    /** The mails of an inspection, in the order in which they were asked for. */
    public List<SentMail> of(String reference) {
        return database.query(
                "select * from sent_mail where reference = ? order by requested_at, box, number",
                (row, number) -> mail(row),
                reference);
    }

    /** The last mail of a box, if there is one. */
    Optional<SentMail> last(String reference, String box) {
        return database
                .query(
                        "select * from sent_mail where reference = ? and box = ? order by number desc",
                        (row, number) -> mail(row),
                        reference,
                        box)
                .stream()
                .findFirst();
    }

    /**
     * The mail with a Message-ID.
     *
     * @throws IllegalStateException if there is none
     */
    SentMail get(String messageId) {
        return database
                .query("select * from sent_mail where message_id = ?", (row, number) -> mail(row), messageId)
                .stream()
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("There is no mail " + messageId));
    }

    /** What was recorded last of a mail. */
    Optional<SentMail.Event> lastEvent(SentMail mail) {
        return events(mail.reference()).stream()
                .filter(event -> event.messageId().equals(mail.messageId()))
                .reduce((earlier, later) -> later);
    }

    /** Queues a mail, in the transaction of whoever asks for it. */
    void queue(SentMail mail) {
        database.update(
                "insert into sent_mail (message_id, reference, box, number, version, recipients, subject, text,"
                        + " requested_by, requested_at, state) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                mail.messageId(),
                mail.reference(),
                mail.box(),
                mail.number(),
                mail.version(),
                mail.recipients(),
                mail.subject(),
                mail.text(),
                mail.requestedBy(),
                inLondon(mail.requestedAt()),
                State.QUEUED.inDatabase());
        for (SentMail.Attachment attachment : mail.attachments()) {
            database.update(
                    "insert into sent_mail_attachment (message_id, format, file_name, sha256) values (?, ?, ?, ?)",
                    mail.messageId(),
                    attachment.format().extension(),
                    attachment.fileName(),
                    attachment.sha256());
        }
        add(mail.messageId(), mail.requestedBy(), "queued", "to " + mail.recipients());
    }

    /** What a person decided about a mail that may have been sent, in that person's transaction. */
    void decided(SentMail mail, String by, String what, String note) {
        lock(mail.messageId());
        if (what.equals("arrived")) {
            moves(mail.messageId(), State.ARRIVED, State.DOUBTFUL);
        }
        add(mail.messageId(), by, what, note);
    }

    /**
     * Records that a mail is being sent.
     *
     * @return false if it does not wait to be sent: another node may be at it
     */
    boolean begins(String messageId) {
        return isRecorded(messageId, () -> {
            boolean mine = database.update(
                            "update sent_mail set state = ?, sending_since = ? where message_id = ? and state = ?",
                            State.SENDING.inDatabase(),
                            inLondon(clock.instant()),
                            messageId,
                            State.QUEUED.inDatabase())
                    == 1;
            if (mine) {
                add(messageId, "", "sending", "");
            }
            return mine;
        });
    }

    /** Records that the server has taken it over, whatever was thought of it meanwhile. */
    void accepted(String messageId, String reply) {
        isRecorded(messageId, () -> {
            add(messageId, "", "accepted", reply);
            return database.update(
                            "update sent_mail set state = ?, accepted_at = ?, reply = ? where message_id = ?",
                            State.ACCEPTED.inDatabase(),
                            inLondon(clock.instant()),
                            shortened(reply),
                            messageId)
                    == 1;
        });
    }

    /** Records that it was certainly not sent, and will be tried again. */
    void notSent(String messageId, String reason) {
        isRecorded(messageId, () -> {
            add(messageId, "", "not-sent", reason);
            return moves(messageId, State.QUEUED, State.SENDING);
        });
    }

    /** Records that it was certainly not sent, and is not tried again as it is. */
    void refused(String messageId, String reason) {
        isRecorded(messageId, () -> {
            add(messageId, "", "refused", reason);
            return moves(messageId, State.REFUSED, State.SENDING);
        });
    }

    /** Records that it may have been sent. */
    void doubtful(String messageId, String reason) {
        isRecorded(messageId, () -> {
            boolean moved = moves(messageId, State.DOUBTFUL, State.SENDING);
            if (moved) {
                add(messageId, "", "doubtful", reason);
            }
            return moved;
        });
    }

    private boolean isRecorded(String messageId, BooleanSupplier what) {
        return Boolean.TRUE.equals(onItsOwn.execute(status -> {
            lock(messageId);
            return what.getAsBoolean();
        }));
    }

    /** Two nodes that record something of one mail do it one after the other. */
    private void lock(String messageId) {
        database.queryForList("select message_id from sent_mail where message_id = ? for update", messageId);
    }

    private boolean moves(String messageId, State to, State from) {
        return database.update(
                        "update sent_mail set state = ? where message_id = ? and state = ?",
                        to.inDatabase(),
                        messageId,
                        from.inDatabase())
                == 1;
    }

    private void add(String messageId, String by, String what, String detail) {
        database.update(
                "insert into sent_mail_event (message_id, number, happened_at, done_by, what, detail)"
                        + " select ?, count(*) + 1, ?, ?, ?, ? from sent_mail_event where message_id = ?",
                messageId,
                inLondon(clock.instant()),
                by,
                what,
                shortened(detail),
                messageId);
    }

    private SentMail mail(ResultSet row) throws SQLException {
        String messageId = row.getString("message_id");
        return new SentMail(
                messageId,
                row.getString("reference"),
                row.getString("box"),
                row.getInt("number"),
                row.getInt("version"),
                row.getString("recipients"),
                row.getString("subject"),
                row.getString("text"),
                row.getString("requested_by"),
                instant(row, "requested_at"),
                State.of(row.getString("state")),
                instant(row, "sending_since"),
                instant(row, "accepted_at"),
                row.getString("reply"),
                attachments(messageId));
    }

    private List<SentMail.Attachment> attachments(String messageId) {
        return database.query(
                "select format, file_name, sha256 from sent_mail_attachment where message_id = ? order by format desc",
                (row, number) -> new SentMail.Attachment(
                        Format.of(row.getString("format")).orElseThrow(),
                        row.getString("file_name"),
                        row.getString("sha256")),
                messageId);
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime value = row.getObject(column, OffsetDateTime.class);
        return value == null ? null : value.toInstant();
    }

    private static OffsetDateTime inLondon(Instant instant) {
        return OffsetDateTime.ofInstant(instant, StatutoryPeriod.ZONE);
    }

    private static String shortened(String text) {
        return text.length() <= LONGEST_DETAIL ? text : text.substring(0, LONGEST_DETAIL - 1) + "…";
    }
}
