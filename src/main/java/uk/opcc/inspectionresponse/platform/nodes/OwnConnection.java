package uk.opcc.inspectionresponse.platform.nodes;

import java.sql.SQLException;
import java.util.Map;
import org.springframework.jdbc.CannotGetJdbcConnectionException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import uk.opcc.inspectionresponse.platform.database.BesideThePool;

/** One connection to PostgreSQL beside the pool, of which each statement is committed by itself. */
final class OwnConnection implements AutoCloseable {

    /** Seconds: a database that is gone must not keep it for longer than a few beats. */
    private static final String FEW_SECONDS = "5";

    private final BesideThePool connections;
    private final String name;
    private SingleConnectionDataSource source;

    /**
     * A connection that is not open yet.
     *
     * @param name under which the database lists it
     */
    OwnConnection(BesideThePool connections, String name) {
        this.connections = connections;
        this.name = name;
    }

    /**
     * The database over this connection, which is opened where it is not.
     *
     * @throws CannotGetJdbcConnectionException if the database cannot be reached
     */
    synchronized JdbcClient database() {
        if (source == null) {
            source = open();
        }
        return JdbcClient.create(source);
    }

    private SingleConnectionDataSource open() {
        try {
            return new SingleConnectionDataSource(
                    connections.open(Map.of(
                            "connectTimeout", FEW_SECONDS, "socketTimeout", FEW_SECONDS, "ApplicationName", name)),
                    true);
        } catch (SQLException e) {
            throw new CannotGetJdbcConnectionException("The database cannot be reached", e);
        }
    }

    @Override
    public synchronized void close() {
        if (source != null) {
            source.destroy();
            source = null;
        }
    }
}
