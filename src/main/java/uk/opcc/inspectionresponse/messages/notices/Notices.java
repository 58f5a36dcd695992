package uk.opcc.inspectionresponse.messages.notices;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import uk.opcc.inspectionresponse.statutory.StatutoryPeriod;

/**
 * The notices, in the database. They are noted in the transaction of whatever they tell of; what becomes of their mails is
 * recorded in transactions of its own, whatever becomes of the job that sends them.
 */
@Component
class Notices {

    private static final String COLLECTED = "collected";
    private static final String WAITING = "waiting";
    private static final String SENDING = "sending";
    private static final int LONGEST_DETAIL = 4000;

    private final JdbcTemplate database;
    private final TransactionTemplate onItsOwn;
    private final Clock clock;

    Notices(JdbcTemplate database, PlatformTransactionManager transactions, Clock clock) {
        this.database = database;
        this.onItsOwn = new TransactionTemplate(transactions);
        this.onItsOwn.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        this.clock = clock;
    }

    /** The id of the task with which this one began: its own, unless somebody went on later. */
    String occasion(String task) {
        return database.queryForList("select distinct occasion from notice where task = ?", String.class, task).stream()
                .findFirst()
                .orElse(task);
    }

    /** The id of the task now that began with this one. */
    String taskOf(String occasion) {
        return database
                .queryForList("select distinct task from notice where occasion = ?", String.class, occasion)
                .stream()
                .findFirst()
                .orElse(occasion);
    }

    /** Whether that person was told that, or is about to be. */
    boolean isNoted(Kind kind, String occasion, String person) {
        return !database.queryForList(
                        "select kind from notice where kind = ? and occasion = ? and person = ?",
                        kind.inDatabase(),
                        occasion,
                        person)
                .isEmpty();
    }

    /** Notes what a mail will tell. */
    void wait(Kind kind, String occasion, String person, String task, String messageId, String toldBy) {
        insert(kind, occasion, person, task, WAITING, messageId, toldBy);
    }

    /** Notes what the mail of the day will tell. */
    void collect(Kind kind, String occasion, String person, String task) {
        insert(kind, occasion, person, task, COLLECTED, null, null);
    }

    private void insert(
            Kind kind, String occasion, String person, String task, String state, String messageId, String toldBy) {
        database.update(
                "insert into notice (kind, occasion, person, task, state, message_id, told_by, noted_at, changed_at)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                kind.inDatabase(),
                occasion,
                person,
                task,
                state,
                messageId,
                toldBy,
                now(),
                now());
    }

    /** A task goes on as another one. */
    void goesOn(String task, String as) {
        database.update("update notice set task = ? where task = ?", as, task);
    }

    /** Who has something collected. */
    List<String> withCollected() {
        return database.queryForList(
                "select distinct person from notice where state = ? order by person", String.class, COLLECTED);
    }

    /** Puts all that a person has collected in one mail. */
    void putTogether(String person, String messageId, String toldBy) {
        database.update(
                "update notice set state = ?, message_id = ?, told_by = ?, changed_at = ? where person = ? and state = ?",
                WAITING,
                messageId,
                toldBy,
                now(),
                person,
                COLLECTED);
    }

    /** The mails of an instance of the process that have not reached their end, in the order in which they were noted. */
    List<String> mailsOf(String toldBy) {
        return database.queryForList(
                "select message_id from notice where told_by = ? and state in (?, ?)"
                        + " group by message_id order by min(noted_at), message_id",
                String.class,
                toldBy,
                WAITING,
                SENDING);
    }

    /** What a mail tells, as far as it has not reached its end. */
    List<Notice> in(String messageId) {
        return database.query(
                "select * from notice where message_id = ? and state in (?, ?) order by kind, noted_at, task",
                (row, number) -> notice(row),
                messageId,
                WAITING,
                SENDING);
    }

    /** Takes out of a mail what is not worth telling any more. */
    void overtaken(String messageId, Notice notice, String reason) {
        onItsOwn.executeWithoutResult(status -> database.update(
                "update notice set state = 'overtaken', detail = ?, changed_at = ?"
                        + " where message_id = ? and task = ? and kind = ? and state = ?",
                reason,
                now(),
                messageId,
                notice.task(),
                notice.kind().inDatabase(),
                WAITING));
    }

    /**
     * Records that a mail is on its way.
     *
     * @param notices how many it tells
     * @return false, and then nothing is recorded, if another node has begun to send it
     */
    boolean begins(String messageId, int notices) {
        return Boolean.TRUE.equals(onItsOwn.execute(status -> {
            boolean mine = move(messageId, WAITING, SENDING, null) == notices;
            if (!mine) {
                status.setRollbackOnly();
            }
            return mine;
        }));
    }

    /** Records that the server has taken it over, whatever was thought of it meanwhile. */
    void accepted(String messageId, String reply) {
        onItsOwn.executeWithoutResult(status -> database.update(
                "update notice set state = 'accepted', detail = ?, changed_at = ? where message_id = ?"
                        + " and state in ('sending', 'doubtful')",
                shortened(reply),
                now(),
                messageId));
    }

    /** Records that it was certainly not sent, and will be tried again. */
    void notSent(String messageId, String reason) {
        onItsOwn.executeWithoutResult(status -> move(messageId, SENDING, WAITING, reason));
    }

    /** Records that the server does not want it. */
    void refused(String messageId, String reason) {
        onItsOwn.executeWithoutResult(status -> move(messageId, SENDING, "refused", reason));
    }

    /** Records that it may have been sent: it is not sent again. */
    void doubtful(String messageId, String reason) {
        onItsOwn.executeWithoutResult(status -> move(messageId, SENDING, "doubtful", reason));
    }

    private int move(String messageId, String from, String to, String detail) {
        return database.update(
                "update notice set state = ?, detail = ?, changed_at = ? where message_id = ? and state = ?",
                to,
                detail == null ? null : shortened(detail),
                now(),
                messageId,
                from);
    }

    private static Notice notice(ResultSet row) throws SQLException {
        return new Notice(
                Kind.of(row.getString("kind")),
                row.getString("occasion"),
                row.getString("person"),
                row.getString("task"),
                row.getString("state").equals(SENDING),
                row.getObject("noted_at", OffsetDateTime.class).toInstant());
    }

    private OffsetDateTime now() {
        return OffsetDateTime.ofInstant(clock.instant(), StatutoryPeriod.ZONE);
    }

    private static String shortened(String text) {
        return Optional.of(text)
                .filter(whole -> whole.length() > LONGEST_DETAIL)
                .map(whole -> whole.substring(0, LONGEST_DETAIL - 1) + "…")
                .orElse(text);
    }
}
