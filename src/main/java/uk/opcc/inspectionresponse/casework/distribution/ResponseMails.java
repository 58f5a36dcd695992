package uk.opcc.inspectionresponse.casework.distribution;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import uk.opcc.inspectionresponse.casework.distribution.ResponseMail.EventType;
import uk.opcc.inspectionresponse.casework.distribution.ResponseMail.State;
import uk.opcc.inspectionresponse.messages.mail.MailFiles;
import uk.opcc.inspectionresponse.platform.refusal.Shortened;
import uk.opcc.inspectionresponse.publishing.document.Format;
import uk.opcc.inspectionresponse.statutory.StatutoryPeriod;

/**
 * The mails with responses, in the database: who had what sent to whom, and all that became of it.
 *
 * <p>That a mail is being sent, and what became of it, is recorded in a transaction of its own, whatever becomes of the
 * engine's job: by it the next attempt, also of another node, knows.
 */
@Component
public class ResponseMails {

    private static final int LONGEST_DETAIL = 4000;
    private static final String NOBODY = "";

    private final JdbcClient database;
    private final TransactionTemplate onItsOwn;
    private final Clock clock;

    ResponseMails(JdbcClient database, PlatformTransactionManager transactions, Clock clock) {
        this.database = database;
        this.onItsOwn = new TransactionTemplate(transactions);
        this.onItsOwn.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        this.clock = clock;
    }

    /** Everything that happened to the mails of an inspection, in the order of time. */
    public List<ResponseMail.Event> events(String reference) {
        return database.sql("""
                        select m.message_id, m.box, e.happened_at, e.done_by, e.what, e.detail
                        from sent_mail_event e
                        join sent_mail m on m.message_id = e.message_id
                        where m.reference = ?
                        order by e.happened_at, m.box, m.number, e.number
                        """)
                .param(reference)
                .query((row, number) -> new ResponseMail.Event(
                        row.getString("message_id"),
                        row.getString("box"),
                        instant(row, "happened_at"),
                        row.getString("done_by"),
                        Stored.find(EventType.class, row.getString("what")).orElse(EventType.OTHER),
                        row.getString("detail")))
                .list();
    }

    /** The mails of an inspection, in the order in which they were asked for. */
    public List<ResponseMail> of(String reference) {
        return database.sql("""
                        select * from sent_mail
                        where reference = ?
                        order by requested_at, box, number
                        """)
                .param(reference)
                .query((row, number) -> mail(row))
                .list();
    }

    /** The last mail that somebody had sent by completing a task, if there is one. */
    Optional<ResponseMail> last(String reference, String task) {
        return database
                .sql("""
                        select * from sent_mail
                        where reference = :reference and box = :task
                        order by number desc
                        """)
                .param("reference", reference)
                .param("task", task)
                .query((row, number) -> mail(row))
                .list()
                .stream()
                .findFirst();
    }

    /**
     * The mail with a Message-ID.
     *
     * @throws IllegalStateException if there is none
     */
    ResponseMail get(String messageId) {
        return database.sql("select * from sent_mail where message_id = ?")
                .param(messageId)
                .query((row, number) -> mail(row))
                .optional()
                .orElseThrow(() -> new IllegalStateException("There is no mail " + messageId));
    }

    /** What was recorded last of a mail. */
    Optional<ResponseMail.Event> lastEvent(ResponseMail mail) {
        return events(mail.reference()).stream()
                .filter(event -> event.messageId().equals(mail.messageId()))
                .reduce((earlier, later) -> later);
    }

    /** Queues a mail, in the transaction of whoever asks for it. */
    void queue(ResponseMail mail) {
        database.sql("""
                        insert into sent_mail (
                            message_id, reference, box, number, version, recipients, subject, text,
                            requested_by, requested_at, state)
                        values (
                            :messageId, :reference, :task, :number, :version, :recipients, :subject, :text,
                            :requestedBy, :requestedAt, :state)
                        """)
                .param("messageId", mail.messageId())
                .param("reference", mail.reference())
                .param("task", mail.task())
                .param("number", mail.number())
                .param("version", mail.version())
                .param("recipients", mail.recipients())
                .param("subject", mail.subject())
                .param("text", mail.text())
                .param("requestedBy", mail.requestedBy())
                .param("requestedAt", inLondon(mail.requestedAt()))
                .param("state", State.QUEUED.word())
                .update();
        mail.attachments().forEach(attachment -> attach(mail.messageId(), attachment));
        add(mail.messageId(), mail.requestedBy(), EventType.QUEUED, "to " + mail.recipients());
    }

    private void attach(String messageId, ResponseMail.Attachment attachment) {
        database.sql("""
                        insert into sent_mail_attachment (message_id, format, file_name, sha256)
                        values (:messageId, :format, :fileName, :sha256)
                        """)
                .param("messageId", messageId)
                .param("format", attachment.format().extension())
                .param("fileName", attachment.fileName())
                .param("sha256", attachment.sha256())
                .update();
    }

    /** What a person found out or decided about a mail, in that person's transaction. */
    void decided(ResponseMail mail, String by, EventType type, String note) {
        lock(mail.messageId());
        if (type == EventType.ARRIVED) {
            moves(mail.messageId(), State.ARRIVED, State.DOUBTFUL);
        } else if (type == EventType.CAME_BACK) {
            moves(mail.messageId(), State.CAME_BACK, mail.state());
        }
        add(mail.messageId(), by, type, note);
    }

    /**
     * Records that a mail is being sent.
     *
     * @return false if it does not wait to be sent: another node may be at it
     */
    boolean begins(String messageId) {
        return Boolean.TRUE.equals(onItsOwn.execute(status -> {
            lock(messageId);
            boolean mine = isClaimed(messageId);
            if (mine) {
                add(messageId, NOBODY, EventType.SENDING, "");
            }
            return mine;
        }));
    }

    private boolean isClaimed(String messageId) {
        return database.sql("""
                        update sent_mail
                        set state = :sending, sending_since = :now
                        where message_id = :messageId and state = :queued
                        """)
                        .param("sending", State.SENDING.word())
                        .param("now", inLondon(clock.instant()))
                        .param("messageId", messageId)
                        .param("queued", State.QUEUED.word())
                        .update()
                == 1;
    }

    /** Records that the server has taken it over, whatever was thought of it meanwhile. */
    void accepted(String messageId, String reply) {
        onItsOwn.executeWithoutResult(status -> {
            lock(messageId);
            add(messageId, NOBODY, EventType.ACCEPTED, reply);
            database.sql("""
                            update sent_mail
                            set state = :accepted, accepted_at = :now, reply = :reply
                            where message_id = :messageId
                            """)
                    .param("accepted", State.ACCEPTED.word())
                    .param("now", inLondon(clock.instant()))
                    .param("reply", Shortened.within(LONGEST_DETAIL, reply))
                    .param("messageId", messageId)
                    .update();
        });
    }

    /** Records that it became a file, and that nobody has it. */
    void written(String messageId, String file) {
        onItsOwn.executeWithoutResult(status -> {
            lock(messageId);
            add(messageId, NOBODY, EventType.WRITTEN, file);
            database.sql("update sent_mail set state = :written, reply = :reply where message_id = :messageId")
                    .param("written", State.WRITTEN.word())
                    .param("reply", Shortened.within(LONGEST_DETAIL, MailFiles.written(file)))
                    .param("messageId", messageId)
                    .update();
        });
    }

    /** Records that it was certainly not sent, and will be tried again. */
    void notSent(String messageId, String reason) {
        onItsOwn.executeWithoutResult(status -> {
            lock(messageId);
            add(messageId, NOBODY, EventType.NOT_SENT, reason);
            moves(messageId, State.QUEUED, State.SENDING);
        });
    }

    /** Records that it was certainly not sent, and is not tried again as it is. */
    void refused(String messageId, String reason) {
        onItsOwn.executeWithoutResult(status -> {
            lock(messageId);
            add(messageId, NOBODY, EventType.REFUSED, reason);
            moves(messageId, State.REFUSED, State.SENDING);
        });
    }

    /** Records that it may have been sent, unless more is known of it by now. */
    void doubtful(String messageId, String reason) {
        onItsOwn.executeWithoutResult(status -> {
            lock(messageId);
            if (moves(messageId, State.DOUBTFUL, State.SENDING)) {
                add(messageId, NOBODY, EventType.DOUBTFUL, reason);
            }
        });
    }

    /** Two nodes that record something of one mail do it one after the other. */
    private void lock(String messageId) {
        database.sql("select message_id from sent_mail where message_id = ? for update")
                .param(messageId)
                .query(String.class)
                .list();
    }

    private boolean moves(String messageId, State to, State from) {
        return database.sql("""
                        update sent_mail
                        set state = :to
                        where message_id = :messageId and state = :from
                        """)
                        .param("to", to.word())
                        .param("messageId", messageId)
                        .param("from", from.word())
                        .update()
                == 1;
    }

    private void add(String messageId, String by, EventType type, String detail) {
        database.sql("""
                        insert into sent_mail_event (message_id, number, happened_at, done_by, what, detail)
                        select ?, count(*) + 1, ?, ?, ?, ?
                        from sent_mail_event
                        where message_id = ?
                        """)
                .params(
                        messageId,
                        inLondon(clock.instant()),
                        by,
                        type.word(),
                        Shortened.within(LONGEST_DETAIL, detail),
                        messageId)
                .update();
    }

    private ResponseMail mail(ResultSet row) throws SQLException {
        String messageId = row.getString("message_id");
        return new ResponseMail(
                messageId,
                row.getString("reference"),
                row.getString("box"),
                row.getInt("number"),
                row.getInt("version"),
                new ResponseMail.Letter(row.getString("recipients"), row.getString("subject"), row.getString("text")),
                attachments(messageId),
                row.getString("requested_by"),
                instant(row, "requested_at"),
                new ResponseMail.SoFar(
                        Stored.find(State.class, row.getString("state")).orElseThrow(),
                        instant(row, "sending_since"),
                        instant(row, "accepted_at"),
                        row.getString("reply")));
    }

    private List<ResponseMail.Attachment> attachments(String messageId) {
        return database.sql("""
                        select format, file_name, sha256
                        from sent_mail_attachment
                        where message_id = ?
                        order by format desc
                        """)
                .param(messageId)
                .query((row, number) -> new ResponseMail.Attachment(
                        Format.of(row.getString("format")).orElseThrow(),
                        row.getString("file_name"),
                        row.getString("sha256")))
                .list();
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime value = row.getObject(column, OffsetDateTime.class);
        return value == null ? null : value.toInstant();
    }

    private static OffsetDateTime inLondon(Instant instant) {
        return OffsetDateTime.ofInstant(instant, StatutoryPeriod.ZONE);
    }
}
