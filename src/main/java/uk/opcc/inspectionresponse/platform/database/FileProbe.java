package uk.opcc.inspectionresponse.platform.database;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.Statement;
import java.util.Optional;
import org.h2.api.ErrorCode;
import org.h2.engine.SessionLocal;
import org.h2.jdbc.JdbcConnection;
import org.h2.message.DbException;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.RandomAccessStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks H2, whose database is a file of this process, and keeps the file small.
 *
 * <p>With {@code WRITE_DELAY=0}, without which a kill loses what was confirmed, H2 runs none of the housekeeping by
 * which it uses the room of what is no longer needed again, and there is no statement for it: so this one class uses
 * H2's inside. The version that was last forced to the disk is held, as if somebody were reading it: what it needs is
 * not overwritten before a later version has been forced, so that a power failure finds one or the other whole.
 */
final class FileProbe implements Probe {

    private static final Logger LOG = LoggerFactory.getLogger(FileProbe.class);

    /** Once it is known where the file is: where a disk has gone no empty database is made in its place. */
    private static final String IF_IT_IS_THERE = ";IFEXISTS=TRUE";

    /** Bytes. A smaller file is not worth the trouble. */
    private static final long SMALL = 4L << 20;

    /** Bytes that are written at one time, while nobody else can write. */
    private static final int AT_ONE_TIME = 4 << 20;

    /** Milliseconds since something was written, within which its room is not used again in any case. */
    private static final int RETENTION = 1500;

    /** Percent of what is written there that is still needed. */
    private static final int ENOUGH = 80;

    private final String url;
    private final String user;
    private final String password;
    private Connection connection;
    private Path file;
    private MVStore.TxCounter held;
    private long forced;

    FileProbe(String url, String user, String password) {
        this.url = url;
        this.user = user;
        this.password = password;
    }

    @Override
    public void ask() throws SQLException {
        if (file != null && !Files.exists(file)) {
            close();
            throw new SQLException("the file " + file + " is missing");
        }
        if (connection == null) {
            connection = open();
            store().ifPresent(store -> {
                held = store.registerVersionUsage();
                store.setRetentionTime(RETENTION);
            });
            session().map(session -> session.getDatabase().getDatabasePath()).ifPresent(this::isAt);
        }
        try (Statement statement = connection.createStatement()) {
            statement.execute("select 1");
        } catch (SQLException e) {
            close();
            throw e;
        }
    }

    @Override
    public void careFor(boolean mayMove) {
        store().ifPresent(store -> careFor(store, mayMove));
    }

    private void careFor(MVStore store, boolean mayMove) {
        if (store.isReadOnly() || !(store.getFileStore() instanceof RandomAccessStore kept)) {
            return;
        }
        if (forced != store.getCurrentVersion()) {
            force(store);
        }
        if (!mayMove || kept.size() < SMALL) {
            return;
        }
        // What is written again goes into gaps. H2 can move whole chunks too, but up to 2.4 where a crash needs what
        // was
        // there, and gives the file up where it looks at its own work, as in tests.
        store.compact(ENOUGH, AT_ONE_TIME);
    }

    /**
     * Looks whether the file is still open to this connection of H2 after a commit: on one that it has given up a
     * moment before, as when the disk was full, H2 commits nothing and says nothing of it.
     *
     * @throws SQLException if it is not, so that nobody is told that something is saved
     */
    static void demandOpenFile(Connection connection) throws SQLException {
        try {
            if (!(connection instanceof JdbcConnection own)
                    || !(own.getSession() instanceof SessionLocal session)
                    || !session.getDatabase().getStore().getMvStore().isClosed()) {
                return;
            }
        } catch (DbException e) {
            LOG.debug("H2 has given the file up", e);
        }
        throw new SQLNonTransientConnectionException("H2 has given the file up, and may not have saved this", "08007");
    }

    private void force(MVStore store) {
        MVStore.TxCounter next = store.registerVersionUsage();
        boolean isForced = false;
        try {
            // A version has its number before it is written; the commit waits for whoever is writing it.
            long version = store.getCurrentVersion();
            store.commit();
            store.sync();
            release(store);
            held = next;
            forced = version;
            isForced = true;
        } finally {
            if (!isForced) {
                store.deregisterVersionUsage(next);
            }
        }
    }

    private void release(MVStore store) {
        if (held != null) {
            store.deregisterVersionUsage(held);
            held = null;
        }
    }

    private Optional<MVStore> store() {
        return session().map(session -> session.getDatabase().getStore().getMvStore());
    }

    /**
     * Opens the database. Where the disk was full while it was opened H2 loses hold of the file without giving up its
     * lock, which goes with the lost object.
     */
    private Connection open() throws SQLException {
        try {
            return DriverManager.getConnection(file == null ? url : url + IF_IT_IS_THERE, user, password);
        } catch (SQLException e) {
            if (e.getErrorCode() == ErrorCode.DATABASE_ALREADY_OPEN_1) {
                System.gc();
            }
            throw e;
        }
    }

    private void isAt(String database) {
        Path opened = Path.of(database + ".mv.db").toAbsolutePath();
        if (Files.exists(opened)) {
            file = opened;
        }
    }

    @Override
    public Optional<Path> file() {
        return Optional.ofNullable(file);
    }

    private Optional<SessionLocal> session() {
        return connection instanceof JdbcConnection own && own.getSession() instanceof SessionLocal session
                ? Optional.of(session)
                : Optional.empty();
    }

    @Override
    public void close() {
        if (connection != null) {
            try {
                store().ifPresent(this::release);
            } catch (RuntimeException e) {
                LOG.debug("H2 has given the file up already", e);
            }
            held = null;
            Probe.close(connection);
            connection = null;
        }
    }
}
