package uk.opcc.inspectionresponse.platform.backup;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Opens a copy of the database, which is not changed by it, and reads every value in it. */
final class CheckedDatabase {

    private static final String SUFFIX = ".mv.db";

    private CheckedDatabase() {}

    /**
     * How many rows each table has.
     *
     * @param file ends with {@code .mv.db}
     * @throws SQLException where anything in it cannot be read
     */
    static Map<String, Long> rows(Path file) throws SQLException {
        String path = file.toAbsolutePath().toString();
        String url = "jdbc:h2:file:" + path.substring(0, path.length() - SUFFIX.length())
                + ";ACCESS_MODE_DATA=r;IFEXISTS=TRUE;LAZY_QUERY_EXECUTION=1";
        Map<String, Long> rows = new TreeMap<>();
        try (Connection connection = DriverManager.getConnection(url, "sa", "")) {
            for (String table : tables(connection)) {
                rows.put(table, read(connection, table));
            }
        }
        return rows;
    }

    private static List<String> tables(Connection connection) throws SQLException {
        List<String> tables = new ArrayList<>();
        try (ResultSet found = connection.getMetaData().getTables(null, "PUBLIC", null, new String[] {"BASE TABLE"})) {
            while (found.next()) {
                tables.add(found.getString("TABLE_NAME"));
            }
        }
        return tables;
    }

    private static long read(Connection connection, String table) throws SQLException {
        long count = 0;
        try (Statement statement = connection.createStatement();
                ResultSet all = statement.executeQuery("select * from \"" + table.replace("\"", "\"\"") + '"')) {
            int columns = all.getMetaData().getColumnCount();
            while (all.next()) {
                for (int column = 1; column <= columns; column++) {
                    all.getString(column);
                }
                count++;
            }
        }
        return count;
    }
}
