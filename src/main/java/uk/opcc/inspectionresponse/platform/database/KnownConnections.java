package uk.opcc.inspectionresponse.platform.database;

import com.zaxxer.hikari.util.DriverDataSource;
import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.function.Supplier;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.slf4j.LoggerFactory;

/**
 * Opens the connections of the pool and remembers them, so that all can be broken off: whoever waits for a database
 * that the network has swallowed waits for as long as the connection is there.
 */
final class KnownConnections implements DataSource {

    private static final org.slf4j.Logger LOG = LoggerFactory.getLogger(KnownConnections.class);

    private final DriverDataSource driver;
    private final Set<Connection> open = Collections.newSetFromMap(Collections.synchronizedMap(new WeakHashMap<>()));

    private final Supplier<Optional<Trouble>> trouble;
    private final boolean isFile;

    /** @param trouble what speaks against opening a connection at all */
    KnownConnections(
            String url, String user, String password, Properties properties, Supplier<Optional<Trouble>> trouble) {
        this.driver = new DriverDataSource(url, null, properties, user, password);
        this.trouble = trouble;
        this.isFile = !BesideThePool.isPostgres(url);
    }

    @Override
    public Connection getConnection() throws SQLException {
        refuse();
        return remembered(driver.getConnection());
    }

    @Override
    public Connection getConnection(String user, String password) throws SQLException {
        refuse();
        return remembered(driver.getConnection(user, password));
    }

    /** The pool tries again and again by itself, and H2 cannot be opened on a full disk without harm. */
    private void refuse() throws DatabaseInTrouble {
        Optional<Trouble> against = trouble.get();
        if (against.isPresent()) {
            throw new DatabaseInTrouble(against.get());
        }
    }

    private Connection remembered(Connection connection) {
        open.add(connection);
        return isFile ? KeptCommits.on(connection) : connection;
    }

    /** Breaks off what is under way on every connection; the server, if it still lives, rolls it back. */
    void abort() {
        List<Connection> all;
        synchronized (open) {
            all = List.copyOf(open);
            open.clear();
        }
        for (Connection connection : all) {
            try {
                connection.abort(Runnable::run);
            } catch (SQLException e) {
                LOG.debug("A broken connection could not be broken off", e);
            }
        }
    }

    @Override
    public PrintWriter getLogWriter() throws SQLException {
        return driver.getLogWriter();
    }

    @Override
    public void setLogWriter(PrintWriter out) throws SQLException {
        driver.setLogWriter(out);
    }

    /** Is left to the driver's own setting: this one would hold for all drivers of the process. */
    @Override
    public void setLoginTimeout(int seconds) {
        // The pool sets it to what it waits itself.
    }

    @Override
    public int getLoginTimeout() throws SQLException {
        return driver.getLoginTimeout();
    }

    @Override
    public Logger getParentLogger() throws SQLFeatureNotSupportedException {
        return driver.getParentLogger();
    }

    @Override
    public <T> T unwrap(Class<T> type) throws SQLException {
        return driver.unwrap(type);
    }

    @Override
    public boolean isWrapperFor(Class<?> type) throws SQLException {
        return driver.isWrapperFor(type);
    }
}
