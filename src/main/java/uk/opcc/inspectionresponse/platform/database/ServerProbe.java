package uk.opcc.inspectionresponse.platform.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;

/** Asks a PostgreSQL server. */
final class ServerProbe implements Probe {

    /** Milliseconds, of a question that takes less than one. */
    private static final int PATIENCE = 1500;

    /** SQLState: it takes no further connection, so that it lives. */
    private static final String TOO_MANY = "53300";

    /** In seconds. */
    private static final Map<String, String> PROMPT =
            Map.of("connectTimeout", "2", "loginTimeout", "2", "socketTimeout", "2");

    private final BesideThePool connections;
    private Connection connection;

    ServerProbe(BesideThePool connections) {
        this.connections = connections;
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
            connection = connections.open(PROMPT);
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
