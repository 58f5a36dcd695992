package uk.opcc.inspectionresponse.platform.nodes;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;
import org.springframework.boot.autoconfigure.jdbc.JdbcConnectionDetails;
import org.springframework.jdbc.CannotGetJdbcConnectionException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** One connection to PostgreSQL beside the pool, of which each statement is committed by itself. */
final class OwnConnection implements AutoCloseable {

    private static final String FEW_SECONDS = "5";

    private final JdbcConnectionDetails details;
    private final String name;
    private SingleConnectionDataSource source;

    /**
     * A connection that is not open yet.
     *
     * @param name under which the database lists it
     */
    OwnConnection(JdbcConnectionDetails details, String name) {
        this.details = details;
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
        Properties properties = new Properties();
        setUnlessNull(properties, "user", details.getUsername());
        setUnlessNull(properties, "password", details.getPassword());
        // A database that is gone must not keep it for longer than a few beats.
        properties.setProperty("connectTimeout", FEW_SECONDS);
        properties.setProperty("socketTimeout", FEW_SECONDS);
        properties.setProperty("ApplicationName", name);
        try {
            return new SingleConnectionDataSource(DriverManager.getConnection(details.getJdbcUrl(), properties), true);
        } catch (SQLException e) {
            throw new CannotGetJdbcConnectionException("The database cannot be reached", e);
        }
    }

    private static void setUnlessNull(Properties properties, String name, String value) {
        if (value != null) {
            properties.setProperty(name, value);
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
