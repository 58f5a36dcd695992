package uk.opcc.inspectionresponse.platform.nodes;

import java.time.Duration;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * For a database that one process alone can open, as H2 does it: whatever was locked before its start was locked by one
 * that is dead.
 *
 * <p>Nothing is written to say that it lives: H2's file would grow with each beat.
 */
final class HeartbeatOfOneServer implements Heartbeat {

    private static final Logger LOG = LoggerFactory.getLogger(HeartbeatOfOneServer.class);

    private static final Duration LOOK = Duration.ofSeconds(2);

    private final JdbcClient database;
    private final ScheduledExecutorService looks = Beats.thread();
    private OwnLocks own;

    HeartbeatOfOneServer(JdbcClient database) {
        this.database = database;
    }

    @Override
    public void begin(OwnLocks locks, Runnable freed) {
        own = locks;
        database.sql("""
                        update ACT_RU_JOB
                        set LOCK_OWNER_ = null, LOCK_EXP_TIME_ = null, REV_ = REV_ + 1
                        where LOCK_OWNER_ is not null
                        """).update();
        looks.scheduleWithFixedDelay(() -> look(freed), LOOK.toMillis(), LOOK.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void look(Runnable freed) {
        try {
            if (own.freeForgotten(database)) {
                freed.run();
            }
        } catch (RuntimeException e) {
            LOG.warn("It could not be found out whether a job was forgotten, and is looked for again", e);
        }
    }

    @Override
    public boolean isHeard() {
        return true;
    }

    /** Nobody else could do what was freed: the next start does. */
    @Override
    public void leave() {
        looks.shutdown();
    }

    @Override
    public void end() {
        if (Beats.end(looks) && own != null) {
            own.freeAll(database);
        }
    }
}
