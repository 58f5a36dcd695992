package uk.opcc.inspectionresponse.platform.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import java.util.Properties;
import javax.sql.DataSource;

/**
 * Opens single connections beside a pool of connections, as the pool opens its own: without its properties a server
 * that asks for a certificate, say, takes no connection.
 */
public final class BesideThePool {

    private static final String POSTGRES = "jdbc:postgresql:";

    private final String url;
    private final String user;
    private final String password;
    private final Properties properties = new Properties();

    /** @param pool the settings of the pool, none of whose connections is taken */
    public BesideThePool(HikariConfig pool) {
        this.url = pool.getJdbcUrl();
        this.user = pool.getUsername();
        this.password = pool.getPassword();
        pool.getDataSourceProperties().forEach((name, value) -> properties.setProperty(name.toString(), value + ""));
    }

    /**
     * Gives what opens connections beside the pool that a data source takes its own from.
     *
     * @throws IllegalStateException if it has no such pool
     */
    public static BesideThePool of(DataSource source) {
        try {
            return new BesideThePool(source.unwrap(HikariDataSource.class));
        } catch (SQLException e) {
            throw new IllegalStateException("The connections come from no known pool", e);
        }
    }

    static boolean isPostgres(String url) {
        return url != null && url.startsWith(POSTGRES);
    }

    /** Whether the database is a PostgreSQL server, which several applications can have. */
    public boolean isPostgres() {
        return isPostgres(url);
    }

    /**
     * Opens a connection, which whoever asks for it closes.
     *
     * @param more properties of the driver that this connection has in the place of the pool's, or beside them
     * @throws SQLException if the database cannot be reached, or does not take the connection
     */
    public Connection open(Map<String, String> more) throws SQLException {
        Properties all = new Properties();
        all.putAll(properties);
        setUnlessNull(all, "user", user);
        setUnlessNull(all, "password", password);
        all.putAll(more);
        return DriverManager.getConnection(url, all);
    }

    private static void setUnlessNull(Properties properties, String name, String value) {
        if (value != null) {
            properties.setProperty(name, value);
        }
    }
}
