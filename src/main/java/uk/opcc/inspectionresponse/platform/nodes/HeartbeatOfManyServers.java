package uk.opcc.inspectionresponse.platform.nodes;

import java.time.Duration;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * For PostgreSQL: each server says every two seconds that it lives, by the database's clock, and frees what those had
 * locked that have been silent for ten.
 *
 * <p>It has a connection of its own: where all others are taken by people or by a slow mail server, a server would be
 * taken for dead just when it has most to do. A server that was suspended for longer, and goes on, finds its jobs with
 * another: the number of their revision has changed, so that it can record nothing of them, and emails are sent by
 * whoever claims them.
 */
final class HeartbeatOfManyServers implements Heartbeat {

    private static final Logger LOG = LoggerFactory.getLogger(HeartbeatOfManyServers.class);

    private static final Duration BEAT = Duration.ofSeconds(2);

    /** Longer than any pause of a healthy server; with a beat and the start of a job it must stay below 15 seconds. */
    private static final Duration SILENCE = Duration.ofSeconds(10);

    private final OwnConnection connection;
    private final ScheduledExecutorService beats;
    private OwnLocks own;
    private Runnable freed;
    private volatile long heardAt;
    private volatile boolean leaves;
    private long judgesAt;
    private boolean wasSilent;

    HeartbeatOfManyServers(OwnConnection connection) {
        this.connection = connection;
        this.beats = Beats.thread();
    }

    @Override
    public void begin(OwnLocks locks, Runnable whenFreed) {
        own = locks;
        freed = whenFreed;
        judgesAt = System.nanoTime();
        beat();
        beats.scheduleWithFixedDelay(this::beat, BEAT.toMillis(), BEAT.toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    public boolean isHeard() {
        return !leaves && System.nanoTime() - heardAt < SILENCE.minus(BEAT).toNanos();
    }

    private void beat() {
        long now = System.nanoTime();
        try {
            JdbcClient database = connection.database();
            sayThatItLives(database);
            heardAt = now;
            // What failed when the database was away could not be put down.
            boolean isFreed = wasSilent || leaves ? own.freeWhatIsNotUnderWay(database) : own.freeForgotten(database);
            if (wasSilent) {
                wasSilent = false;
                // The others may have had no database either: they are given the time to say that they live.
                judgesAt = now + SILENCE.toNanos();
                LOG.info("This server takes part in the work again");
            }
            if (isFreed) {
                freed.run();
            }
            if (now - judgesAt >= 0) {
                freeWhatTheDeadHad(database);
            }
        } catch (DataAccessException e) {
            connection.close();
            if (!wasSilent) {
                wasSilent = true;
                LOG.warn(
                        "This server cannot say in the database that it lives, and begins no further work until it can",
                        e);
            }
        } catch (RuntimeException e) {
            LOG.error("What servers that have stopped had begun could not be given to another", e);
        }
    }

    private void sayThatItLives(JdbcClient database) {
        database.sql("""
                        insert into node (lock_owner, beat_at) values (?, clock_timestamp())
                        on conflict (lock_owner) do update set beat_at = clock_timestamp()
                        """).param(own.owner()).update();
    }

    private void freeWhatTheDeadHad(JdbcClient database) {
        database.sql("delete from node where beat_at < clock_timestamp() - ? * interval '1 second'")
                .param(SILENCE.toSeconds())
                .update();
        // What a suspended server has just changed and not committed yet is passed over: it would be waited for.
        int jobs = database.sql("""
                        with of_the_dead as materialized (
                            select ID_ from ACT_RU_JOB
                            where LOCK_OWNER_ is not null and LOCK_OWNER_ not in (select lock_owner from node)
                            for update skip locked)
                        update ACT_RU_JOB
                        set LOCK_OWNER_ = null, LOCK_EXP_TIME_ = null, REV_ = REV_ + 1
                        where ID_ in (select ID_ from of_the_dead)
                        """).update();
        if (jobs > 0) {
            LOG.info("What a server had begun that has stopped goes on, jobs: {}", jobs);
            freed.run();
        }
    }

    @Override
    public void leave() {
        if (own != null) {
            leaves = true;
            beats.execute(this::beat);
        }
    }

    @Override
    public void end() {
        leaves = true;
        // No beat may come after the end.
        boolean isLast = Beats.end(beats);
        try {
            if (isLast && own != null) {
                JdbcClient database = connection.database();
                own.freeAll(database);
                database.sql("delete from node where lock_owner = ?")
                        .param(own.owner())
                        .update();
            }
        } catch (DataAccessException e) {
            LOG.warn("The other servers could not be told that this one stops: they find out within {}", SILENCE, e);
        } finally {
            connection.close();
        }
    }
}
