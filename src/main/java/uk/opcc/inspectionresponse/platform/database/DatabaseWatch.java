package uk.opcc.inspectionresponse.platform.database;

import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.HikariPoolMXBean;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import uk.opcc.inspectionresponse.platform.office.OfficeProperties;

/**
 * Knows at any time whether the database answers and has room, so that people are told within a moment and need not
 * wait for it, and goes on by itself when it does again.
 *
 * <p>What is under way on a server that has fallen silent is broken off: it would wait for the network without end.
 * What a database in a file had open when the disk was full is thrown away, as H2 has closed it for good, and opened
 * anew.
 */
@Component
public class DatabaseWatch implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(DatabaseWatch.class);

    /** Milliseconds. With the patience of a probe it is noticed within two seconds that nobody answers. */
    private static final long EVERY = 500;

    /** Bytes of room without which nothing is rearranged in a file. */
    private static final long ROOM_TO_MOVE = 32L << 20;

    private final long leastRoom;
    private HikariDataSource pool;
    private KnownConnections connections;
    private Probe probe;
    private ScheduledExecutorService looks;
    private volatile Trouble trouble;
    private volatile long looked;
    private String told;
    private int undisturbed;

    DatabaseWatch(OfficeProperties office) {
        this.leastRoom = office.disk().refuseBelow().toBytes();
    }

    /** Whether it is a database that can fall silent, and not one in the memory of this process. */
    static boolean canWatch(String url) {
        return BesideThePool.isPostgres(url)
                || url != null && url.startsWith("jdbc:h2:") && !url.startsWith("jdbc:h2:mem:");
    }

    /** Watches the database of this pool from now on. */
    void over(HikariDataSource pool, KnownConnections connections) {
        this.pool = pool;
        this.connections = connections;
        this.probe = BesideThePool.isPostgres(pool.getJdbcUrl())
                ? new ServerProbe(new BesideThePool(pool))
                : new FileProbe(pool.getJdbcUrl(), pool.getUsername(), pool.getPassword());
    }

    /** What the matter is; empty while the database answers. */
    public Optional<Trouble> trouble() {
        return Optional.ofNullable(trouble);
    }

    /** Looks at once, within two seconds or so, for somebody to whom something has just gone wrong. */
    public Optional<Trouble> troubleNow() {
        if (looks != null && trouble == null) {
            look(System.nanoTime());
        }
        return trouble();
    }

    /** What speaks against opening a connection, asked anew where the answer is a matter of microseconds. */
    Optional<Trouble> againstOpening() {
        if (probe.file().filter(Files::notExists).isPresent()) {
            // H2 would make an empty database in its place.
            return Optional.of(Trouble.NO_ANSWER);
        }
        return room() < leastRoom ? Optional.of(Trouble.DISK_FULL) : trouble();
    }

    /** The folder that the database is kept in, where it is a file. */
    public Optional<Path> folder() {
        return probe == null ? Optional.empty() : probe.file().map(Path::getParent);
    }

    /** How many bytes the file of the database has; 0 where it is none. */
    public long sizeOfFile() {
        return probe == null
                ? 0
                : probe.file().map(Path::toFile).map(File::length).orElse(0L);
    }

    @Override
    public synchronized void start() {
        if (probe != null && looks == null) {
            looks = Executors.newSingleThreadScheduledExecutor(work -> {
                Thread thread = new Thread(work, "watch over the database");
                thread.setDaemon(true);
                return thread;
            });
            looks.scheduleWithFixedDelay(this::lookAndCare, 0, EVERY, TimeUnit.MILLISECONDS);
        }
    }

    @Override
    public synchronized void stop() {
        if (looks != null) {
            looks.shutdown();
            looks = null;
            probe.close();
        }
    }

    @Override
    public synchronized boolean isRunning() {
        return looks != null;
    }

    private void lookAndCare() {
        try {
            look(System.nanoTime());
            care();
        } catch (RuntimeException e) {
            LOG.warn("The database could not be looked after", e);
        }
    }

    /** Once for all who have asked while somebody else was looking. */
    private synchronized void look(long asked) {
        if (looks == null || looked - asked > 0) {
            return;
        }
        long begins = System.nanoTime();
        Trouble before = trouble;
        trouble = lookAtIt();
        looked = begins;
        if (trouble != null && before == null) {
            LOG.error("{} Requests are answered with 503 until it is over.", trouble.words());
            throwAway();
        } else if (trouble == null && before != null) {
            LOG.info("The database answers again.");
            throwAway();
        }
    }

    private Trouble lookAtIt() {
        if (room() < leastRoom) {
            return Trouble.DISK_FULL;
        }
        try {
            probe.ask();
            told = null;
            return null;
        } catch (SQLException e) {
            tell(e);
            return room() < 2 * leastRoom ? Trouble.DISK_FULL : Trouble.NO_ANSWER;
        }
    }

    /** Once for each reason: it is looked twice a second. */
    private void tell(SQLException reason) {
        if (!reason.getMessage().equals(told)) {
            told = reason.getMessage();
            LOG.warn("The database does not answer: {}", told);
        }
    }

    /** Works with the file of the database while nothing in it is moved. */
    public <T, E extends Exception> T undisturbed(Work<T, E> work) throws E {
        letNothingMove(1);
        try {
            return work.done();
        } finally {
            letNothingMove(-1);
        }
    }

    /** Something that is done with the file. */
    public interface Work<T, E extends Exception> {
        T done() throws E;
    }

    private synchronized void letNothingMove(int more) {
        undisturbed += more;
    }

    private synchronized void care() {
        if (looks != null && trouble == null) {
            try {
                probe.careFor(undisturbed == 0 && room() > ROOM_TO_MOVE);
            } catch (SQLException | RuntimeException e) {
                LOG.warn("The file of the database could not be kept small: {}", e.toString());
            }
        }
    }

    private long room() {
        return folder().map(Path::toFile)
                .filter(File::isDirectory)
                .map(File::getUsableSpace)
                .orElse(Long.MAX_VALUE);
    }

    /** The connections that are not used at once, the others as soon as they are given back. */
    private void throwAway() {
        HikariPoolMXBean open = pool.getHikariPoolMXBean();
        if (open != null) {
            open.softEvictConnections();
        }
        if (trouble != null && BesideThePool.isPostgres(pool.getJdbcUrl())) {
            connections.abort();
        }
    }
}
