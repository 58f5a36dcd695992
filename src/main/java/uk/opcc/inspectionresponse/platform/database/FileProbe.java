package uk.opcc.inspectionresponse.platform.database;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import org.h2.api.ErrorCode;
import org.h2.engine.SessionLocal;
import org.h2.jdbc.JdbcConnection;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.RandomAccessStore;

/**
 * Asks H2, whose database is a file of this process, and keeps the file small.
 *
 * <p>With {@code WRITE_DELAY=0}, without which a kill loses what was confirmed, H2 runs none of the housekeeping by
 * which it uses the room of what is no longer needed again, and there is no statement for it: so this one class uses
 * H2's inside. Room is used again only after the file has been forced to the disk without what was in it, so that a
 * power failure does not find it overwritten by something that is not there yet.
 */
final class FileProbe implements Probe {

    /** Bytes. A smaller file is not worth the trouble. */
    private static final long SMALL = 4L << 20;

    /** Bytes that are written at one time, while nobody else can write. */
    private static final int AT_ONE_TIME = 4 << 20;

    /** Milliseconds, of which there is more than one visit in between, each with a force to the disk. */
    private static final int RETENTION = 1500;

    /** Percent of the file that is no gap, and of what is written there that is still needed. */
    private static final int ENOUGH = 80;

    private static final int ALL = 100;

    private final String url;
    private final String user;
    private final String password;
    private Connection connection;
    private Path file;
    private long forced;

    FileProbe(String url, String user, String password) {
        this.url = url;
        this.user = user;
        this.password = password;
    }

    @Override
    public void ask() throws SQLException {
        if (connection == null) {
            connection = open();
            store().ifPresent(store -> store.setRetentionTime(RETENTION));
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
    public void careFor() {
        store().ifPresent(this::careFor);
    }

    private void careFor(MVStore store) {
        if (store.isReadOnly() || !(store.getFileStore() instanceof RandomAccessStore kept)) {
            return;
        }
        if (forced != store.getCurrentVersion()) {
            store.sync();
            forced = store.getCurrentVersion();
        }
        if (kept.size() < SMALL) {
            return;
        }
        store.compact(ENOUGH, AT_ONE_TIME);
        if (kept.getFillRate() < ENOUGH) {
            kept.compactMoveChunks(ALL, AT_ONE_TIME, store);
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
            return DriverManager.getConnection(url, user, password);
        } catch (SQLException e) {
            if (e.getErrorCode() == ErrorCode.DATABASE_ALREADY_OPEN_1) {
                System.gc();
            }
            throw e;
        }
    }

    private void isAt(String database) {
        file = Path.of(database + ".mv.db").toAbsolutePath();
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
            Probe.close(connection);
            connection = null;
        }
    }
}
