package uk.opcc.inspectionresponse.messages.notices;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import uk.opcc.inspectionresponse.messages.notices.Notice.State;
import uk.opcc.inspectionresponse.platform.refusal.Shortened;
import uk.opcc.inspectionresponse.statutory.StatutoryPeriod;

/**
 * The notices, in the database. They are noted in the transaction of whatever they tell of; what becomes of their mails
 * is recorded in transactions of its own, whatever becomes of the job that sends them.
 */
@Component
class Notices {

    private static final int LONGEST_DETAIL = 4000;

    private static final Set<Kind> OFTEN = EnumSet.of(Kind.RETURN, Kind.MOVED);

    private final JdbcClient database;
    private final TransactionTemplate onItsOwn;
    private final Clock clock;

    Notices(JdbcClient database, PlatformTransactionManager transactions, Clock clock) {
        this.database = database;
        this.onItsOwn = new TransactionTemplate(transactions);
        this.onItsOwn.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        this.clock = clock;
    }

    /** The id of the task with which this one began: its own, unless somebody went on later. */
    String firstTask(String task) {
        return database
                .sql("select distinct occasion from notice where task = ?")
                .param(task)
                .query(String.class)
                .list()
                .stream()
                .findFirst()
                .orElse(task);
    }

    /** The id of the task now that began with this one. */
    String taskNow(String firstTask) {
        return database
                .sql("select distinct task from notice where occasion = ?")
                .param(firstTask)
                .query(String.class)
                .list()
                .stream()
                .findFirst()
                .orElse(firstTask);
    }

    /**
     * Whether that person was told that since a moment, or is about to be. That a task is with nobody again, or due on
     * another day, may be so several times, and it counts only that the person is about to be told.
     */
    boolean isNoted(Kind kind, String firstTask, String person, Instant since) {
        return database
                .sql("""
                        select state from notice
                        where kind = :kind and occasion = :firstTask and person = :person and noted_at >= :since
                        """)
                .param("since", OffsetDateTime.ofInstant(since, StatutoryPeriod.ZONE))
                .param("kind", kind.inDatabase())
                .param("firstTask", firstTask)
                .param("person", person)
                .query(String.class)
                .list()
                .stream()
                .anyMatch(state -> !OFTEN.contains(kind) || !State.of(state).isOver());
    }

    /**
     * Notes what a mail will tell.
     *
     * @param sender the instance of the process tell-people that is to send it
     */
    void queue(Kind kind, String firstTask, String person, String task, String messageId, String sender) {
        insert(kind, firstTask, person, task, State.WAITING, messageId, sender);
    }

    /** Notes what the mail of the day will tell. */
    void collect(Kind kind, String firstTask, String person, String task) {
        insert(kind, firstTask, person, task, State.COLLECTED, null, null);
    }

    /** What was told before and is so anew takes the place of what was. */
    private void insert(
            Kind kind, String firstTask, String person, String task, State state, String messageId, String sender) {
        Map<String, Object> values = new HashMap<>();
        values.put("kind", kind.inDatabase());
        values.put("firstTask", firstTask);
        values.put("person", person);
        values.put("task", task);
        values.put("state", state.inDatabase());
        values.put("messageId", messageId);
        values.put("sender", sender);
        values.put("now", now());
        int before = database.sql("""
                        update notice
                        set task = :task, state = :state, message_id = :messageId, told_by = :sender,
                            noted_at = :now, changed_at = :now, detail = null
                        where kind = :kind and occasion = :firstTask and person = :person
                        """).params(values).update();
        if (before == 0) {
            database.sql("""
                            insert into notice (
                                kind, occasion, person, task, state, message_id, told_by, noted_at, changed_at)
                            values (
                                :kind, :firstTask, :person, :task, :state, :messageId, :sender, :now, :now)
                            """).params(values).update();
        }
    }

    /** A task goes on as another one. */
    void goesOn(String task, String as) {
        database.sql("update notice set task = :as where task = :task")
                .param("as", as)
                .param("task", task)
                .update();
    }

    /** Who has something collected. */
    List<String> withCollected() {
        return database.sql("select distinct person from notice where state = ? order by person")
                .param(State.COLLECTED.inDatabase())
                .query(String.class)
                .list();
    }

    /**
     * Puts all that a person has collected in one mail.
     *
     * @param sender the instance of the process tell-people that is to send it
     */
    void putTogether(String person, String messageId, String sender) {
        database.sql("""
                        update notice
                        set state = :waiting, message_id = :messageId, told_by = :sender, changed_at = :now
                        where person = :person and state = :collected
                        """)
                .param("waiting", State.WAITING.inDatabase())
                .param("messageId", messageId)
                .param("sender", sender)
                .param("now", now())
                .param("person", person)
                .param("collected", State.COLLECTED.inDatabase())
                .update();
    }

    /**
     * The mails of an instance of the process that have not reached their end, in the order in which they were noted.
     */
    List<String> mailsOf(String sender) {
        return database.sql("""
                        select message_id from notice
                        where told_by = :sender and state in (:waiting, :sending)
                        group by message_id
                        order by min(noted_at), message_id
                        """)
                .param("sender", sender)
                .param("waiting", State.WAITING.inDatabase())
                .param("sending", State.SENDING.inDatabase())
                .query(String.class)
                .list();
    }

    /** What a mail tells, as far as it has not reached its end. */
    List<Notice> in(String messageId) {
        return database.sql("""
                        select * from notice
                        where message_id = :messageId and state in (:waiting, :sending)
                        order by kind, noted_at, task
                        """)
                .param("messageId", messageId)
                .param("waiting", State.WAITING.inDatabase())
                .param("sending", State.SENDING.inDatabase())
                .query((row, number) -> notice(row))
                .list();
    }

    /** Takes out of a mail what is not worth telling any more. */
    void overtaken(String messageId, Notice notice, String reason) {
        onItsOwn.executeWithoutResult(status -> database.sql("""
                        update notice
                        set state = :overtaken, detail = :reason, changed_at = :now
                        where message_id = :messageId and task = :task and kind = :kind and state = :waiting
                        """)
                .param("overtaken", State.OVERTAKEN.inDatabase())
                .param("reason", reason)
                .param("now", now())
                .param("messageId", messageId)
                .param("task", notice.task())
                .param("kind", notice.kind().inDatabase())
                .param("waiting", State.WAITING.inDatabase())
                .update());
    }

    /**
     * Records that a mail is on its way.
     *
     * @param notices how many it tells
     * @return false, and then nothing is recorded, if another node has begun to send it
     */
    boolean begins(String messageId, int notices) {
        return Boolean.TRUE.equals(onItsOwn.execute(status -> {
            boolean mine = move(messageId, State.WAITING, State.SENDING, null) == notices;
            if (!mine) {
                status.setRollbackOnly();
            }
            return mine;
        }));
    }

    /** Records that the server has taken it over, whatever was thought of it meanwhile. */
    void accepted(String messageId, String reply) {
        onItsOwn.executeWithoutResult(status -> database.sql("""
                        update notice
                        set state = :accepted, detail = :reply, changed_at = :now
                        where message_id = :messageId and state in (:sending, :doubtful)
                        """)
                .param("accepted", State.ACCEPTED.inDatabase())
                .param("reply", Shortened.within(LONGEST_DETAIL, reply))
                .param("now", now())
                .param("messageId", messageId)
                .param("sending", State.SENDING.inDatabase())
                .param("doubtful", State.DOUBTFUL.inDatabase())
                .update());
    }

    /** Records that it was certainly not sent, and will be tried again. */
    void notSent(String messageId, String reason) {
        onItsOwn.executeWithoutResult(status -> move(messageId, State.SENDING, State.WAITING, reason));
    }

    /** Records that the server does not want it. */
    void refused(String messageId, String reason) {
        onItsOwn.executeWithoutResult(status -> move(messageId, State.SENDING, State.REFUSED, reason));
    }

    /** Records that it may have been sent: it is not sent again. */
    void doubtful(String messageId, String reason) {
        onItsOwn.executeWithoutResult(status -> move(messageId, State.SENDING, State.DOUBTFUL, reason));
    }

    private int move(String messageId, State from, State to, String detail) {
        return database.sql("""
                        update notice
                        set state = :to, detail = :detail, changed_at = :now
                        where message_id = :messageId and state = :from
                        """)
                .param("to", to.inDatabase())
                .param("detail", detail == null ? null : Shortened.within(LONGEST_DETAIL, detail))
                .param("now", now())
                .param("messageId", messageId)
                .param("from", from.inDatabase())
                .update();
    }

    private static Notice notice(ResultSet row) throws SQLException {
        return new Notice(
                Kind.of(row.getString("kind")),
                row.getString("occasion"),
                row.getString("person"),
                row.getString("task"),
                State.of(row.getString("state")),
                row.getObject("noted_at", OffsetDateTime.class).toInstant());
    }

    private OffsetDateTime now() {
        return OffsetDateTime.ofInstant(clock.instant(), StatutoryPeriod.ZONE);
    }
}
