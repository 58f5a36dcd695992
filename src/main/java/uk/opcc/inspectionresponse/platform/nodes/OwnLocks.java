package uk.opcc.inspectionresponse.platform.nodes;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Predicate;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The locks that this server has on jobs. A lock that holds for as long as its owner lives must not outlive the work:
 * where the database was away when a job failed, or when a thread was to be found for it, nobody would do it any more.
 *
 * <p>The engine has no public way to take a lock from a job, or to say who has it.
 */
final class OwnLocks {

    /**
     * Longer than it takes to begin a job that has been locked. One that waits for a thread may as well go to another.
     */
    private static final Duration TO_BEGIN = Duration.ofSeconds(30);

    private final String owner;
    private final Duration lockTime;
    private final Predicate<String> isUnderWay;
    private final Clock clock;

    /**
     * The locks of a server.
     *
     * @param owner the name under which it locks jobs, which no other server and no earlier start has had
     * @param lockTime after which the engine lets its locks end
     * @param isUnderWay whether it is executing the job with an id
     */
    OwnLocks(String owner, Duration lockTime, Predicate<String> isUnderWay, Clock clock) {
        this.owner = owner;
        this.lockTime = lockTime;
        this.isUnderWay = isUnderWay;
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
        List<String> jobs = database
                .sql("select ID_ from ACT_RU_JOB where LOCK_OWNER_ = ? and LOCK_EXP_TIME_ < ?")
                .param(owner)
                .param(forgotten)
                .query(String.class)
                .list()
                .stream()
                .filter(isUnderWay.negate())
                .toList();
        for (String job : jobs) {
            database.sql("""
                            update ACT_RU_JOB
                            set LOCK_OWNER_ = null, LOCK_EXP_TIME_ = null, REV_ = REV_ + 1
                            where ID_ = ? and LOCK_OWNER_ = ? and LOCK_EXP_TIME_ < ?
                            """).param(job).param(owner).param(forgotten).update();
        }
        return !jobs.isEmpty();
    }

    /** Frees all, at the end of the server. */
    void freeAll(JdbcClient database) {
        database.sql("""
                        update ACT_RU_JOB
                        set LOCK_OWNER_ = null, LOCK_EXP_TIME_ = null, REV_ = REV_ + 1
                        where LOCK_OWNER_ = ?
                        """).param(owner).update();
    }
}
