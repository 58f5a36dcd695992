package uk.opcc.inspectionresponse.platform.database;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.migration.Context;
import org.flywaydb.core.api.migration.JavaMigration;
import org.springframework.stereotype.Component;

/**
 * Turns the moments that the engine has written in earlier releases, in London's time, into those of UTC. Of those in
 * the hour that comes twice nobody knows which of the two it was.
 */
@Component
class MomentsOfEarlierReleases implements JavaMigration {

    @Override
    public MigrationVersion getVersion() {
        return MigrationVersion.fromVersion("10");
    }

    @Override
    public String getDescription() {
        return "moments of the engine in utc";
    }

    @Override
    public Integer getChecksum() {
        return null;
    }

    @Override
    public boolean canExecuteInTransaction() {
        return true;
    }

    @Override
    public void migrate(Context context) throws SQLException {
        Connection connection = context.getConnection();
        boolean isPostgres = connection.getMetaData().getDatabaseProductName().equals("PostgreSQL");
        try (Statement statement = connection.createStatement()) {
            if (!isPostgres) {
                statement.execute("set time zone 'Europe/London'");
            }
            for (Map.Entry<String, List<String>> table : columns(connection).entrySet()) {
                statement.executeUpdate("update " + table.getKey() + " set "
                        + table.getValue().stream()
                                .map(column -> column + " = " + (isPostgres ? inPostgres(column) : inH2(column)))
                                .collect(Collectors.joining(", ")));
            }
            if (!isPostgres) {
                statement.execute("set time zone local");
            }
        }
    }

    private static String inPostgres(String column) {
        return "(" + column + " at time zone 'Europe/London') at time zone 'UTC'";
    }

    /** By as many hours as the zone of the session had been ahead then. */
    private static String inH2(String column) {
        return "dateadd(hour, -extract(timezone_hour from cast(" + column + " as timestamp with time zone)), " + column
                + ")";
    }

    /** Those of the engine's tables that hold a moment without a zone; none before the engine has made its tables. */
    private static Map<String, List<String>> columns(Connection connection) throws SQLException {
        Map<String, List<String>> columns = new TreeMap<>();
        DatabaseMetaData data = connection.getMetaData();
        try (ResultSet found = data.getColumns(connection.getCatalog(), connection.getSchema(), null, null)) {
            while (found.next()) {
                String table = found.getString("TABLE_NAME");
                if (table.toUpperCase(Locale.ROOT).startsWith("ACT_")
                        && found.getInt("DATA_TYPE") == Types.TIMESTAMP
                        && !found.getString("TYPE_NAME")
                                .toLowerCase(Locale.ROOT)
                                .contains("tz")) {
                    columns.computeIfAbsent(table, unknown -> new ArrayList<>()).add(found.getString("COLUMN_NAME"));
                }
            }
        }
        return columns;
    }
}
