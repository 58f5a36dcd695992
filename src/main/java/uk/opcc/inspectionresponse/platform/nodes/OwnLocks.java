package uk.opcc.inspectionresponse.platform.nodes;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The locks that this server has on jobs. A lock that holds for as long as its owner lives must not outlive the work:
 * where the database was away when a job failed, or when a thread was to be found for it, nobody would do it any more.
 *
 * <p>The engine has no public way to take a lock from a job, or to say who has it.
 */
final class OwnLocks {

    /**
     * Longer than it takes to begin a job that has been locked; with the next look and the start of the job it must
     * stay below 15 seconds. One that waits for a thread may as well go to another.
     */
    private static final Duration TO_BEGIN = Duration.ofSeconds(8);

    private final String owner;
    private final Duration lockTime;
    private final JobsUnderWay underWay;
    private final Clock clock;

    /**
     * The locks of a server.
     *
     * @param owner the name under which it locks jobs, which no other server and no earlier start has had
     * @param lockTime after which the engine lets its locks end
     * @param underWay what it is executing
     */
    OwnLocks(String owner, Duration lockTime, JobsUnderWay underWay, Clock clock) {
        this.owner = owner;
        this.lockTime = lockTime;
        this.underWay = underWay;
        this.clock = clock;
    }

    String owner() {
        return owner;
    }

    /**
     * Frees those of which the job is not under way and should be.
     *
     * @return whether there were any
     */
    boolean freeForgotten(JdbcClient database) {
        LocalDateTime forgotten =
                LocalDateTime.ofInstant(clock.instant().plus(lockTime).minus(TO_BEGIN), ZoneOffset.UTC);
        return free(
                database,
                database.sql("select ID_, REV_ from ACT_RU_JOB where LOCK_OWNER_ = ? and LOCK_EXP_TIME_ < ?")
                        .param(owner)
                        .param(forgotten));
    }

    /**
     * Frees those of which the job is not under way, however short they have been there.
     *
     * @return whether there were any
     */
    boolean freeWhatIsNotUnderWay(JdbcClient database) {
        return free(
                database,
                database.sql("select ID_, REV_ from ACT_RU_JOB where LOCK_OWNER_ = ?")
                        .param(owner));
    }

    private boolean free(JdbcClient database, JdbcClient.StatementSpec some) {
        List<Locked> jobs = some.query((row, number) -> new Locked(row.getString("ID_"), row.getInt("REV_")))
                .list();
        boolean any = false;
        for (Locked job : jobs) {
            // In the place of its work: it can neither be freed while it is under way nor begin while it is freed.
            any |= underWay.execute(job.id(), () -> free(database, job));
        }
        return any;
    }

    private void free(JdbcClient database, Locked job) {
        database.sql("""
                        update ACT_RU_JOB
                        set LOCK_OWNER_ = null, LOCK_EXP_TIME_ = null, REV_ = REV_ + 1
                        where ID_ = ? and LOCK_OWNER_ = ? and REV_ = ?
                        """).param(job.id()).param(owner).param(job.revision()).update();
    }

    /** Frees all, at the end of the server. */
    void freeAll(JdbcClient database) {
        database.sql("""
                        update ACT_RU_JOB
                        set LOCK_OWNER_ = null, LOCK_EXP_TIME_ = null, REV_ = REV_ + 1
                        where LOCK_OWNER_ = ?
                        """).param(owner).update();
    }

    private record Locked(String id, int revision) {}
}
