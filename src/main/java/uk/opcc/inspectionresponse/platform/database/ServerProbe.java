package uk.opcc.inspectionresponse.platform.database;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;

/** Asks a PostgreSQL server. */
final class ServerProbe implements Probe {

    /** Milliseconds, of a question that takes less than one. */
    private static final int PATIENCE = 1500;

    /** SQLState: it takes no further connection, so that it lives. */
    private static final String TOO_MANY = "53300";

    private final String url;
    private final Properties properties = new Properties();
    private Connection connection;

    /** @param asThePool without which a server that asks for a certificate, say, takes no connection */
    ServerProbe(String url, String user, String password, Properties asThePool) {
        this.url = url;
        asThePool.forEach((name, value) -> properties.setProperty(name.toString(), value.toString()));
        if (user != null) {
            properties.setProperty("user", user);
        }
        if (password != null) {
            properties.setProperty("password", password);
        }
        // Seconds.
        properties.setProperty("connectTimeout", "2");
        properties.setProperty("loginTimeout", "2");
        properties.setProperty("socketTimeout", "2");
    }

    @Override
    public void ask() throws SQLException {
        long began = System.nanoTime();
        try {
            ask(connection());
        } catch (SQLException e) {
            close();
            if (e.getSQLState() != null && e.getSQLState().equals(TOO_MANY)) {
                return;
            }
            // Somebody may have ended this one connection. Of a server that is silent nothing better comes.
            if (System.nanoTime() - began > PATIENCE / 2 * 1_000_000L) {
                throw e;
            }
            askAgain();
        }
    }

    private void askAgain() throws SQLException {
        try {
            ask(connection());
        } catch (SQLException e) {
            close();
            if (e.getSQLState() == null || !e.getSQLState().equals(TOO_MANY)) {
                throw e;
            }
        }
    }

    private Connection connection() throws SQLException {
        if (connection == null) {
            connection = DriverManager.getConnection(url, properties);
            connection.setNetworkTimeout(Runnable::run, PATIENCE);
        }
        return connection;
    }

    private static void ask(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("select 1");
        }
    }

    @Override
    public void close() {
        if (connection != null) {
            Probe.close(connection);
            connection = null;
        }
    }
}
