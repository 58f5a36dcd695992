package uk.opcc.inspectionresponse.platform.move;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * A table as one of the two databases has it. H2 writes names in capitals and PostgreSQL in small letters: what is
 * known by a name here has it in small letters.
 *
 * @param name as this database writes it
 * @param columns by their names in small letters, in the alphabet's order
 */
record Table(String name, SortedMap<String, Column> columns) {

    Table {
        columns = Collections.unmodifiableSortedMap(columns);
    }

    /**
     * A column.
     *
     * @param name as this database writes it
     */
    record Column(String name, Kind kind) {}

    /**
     * All tables of a schema, by their names in small letters.
     *
     * @throws MoveRefused if a column is of a type that nobody has said how to move
     */
    static SortedMap<String, Table> all(Connection database, String schema) throws SQLException, MoveRefused {
        SortedMap<String, Table> tables = new TreeMap<>();
        DatabaseMetaData data = database.getMetaData();
        var names = new ArrayList<String>();
        try (ResultSet found = data.getTables(null, schema, null, new String[] {"TABLE", "BASE TABLE"})) {
            while (found.next()) {
                names.add(found.getString("TABLE_NAME"));
            }
        }
        for (String name : names) {
            tables.put(key(name), new Table(name, columns(data, schema, name)));
        }
        return tables;
    }

    private static SortedMap<String, Column> columns(DatabaseMetaData data, String schema, String table)
            throws SQLException, MoveRefused {
        SortedMap<String, Column> columns = new TreeMap<>();
        String escape = data.getSearchStringEscape();
        try (ResultSet found = data.getColumns(null, schema, table.replace("_", escape + "_"), null)) {
            while (found.next()) {
                String name = found.getString("COLUMN_NAME");
                String type = found.getString("TYPE_NAME");
                columns.put(
                        key(name),
                        new Column(
                                name,
                                Kind.of(found.getInt("DATA_TYPE"), type)
                                        .orElseThrow(() -> new MoveRefused("The column " + name + " of the table "
                                                + table + " is of the type " + type
                                                + ", of which this command does not know how to move it."))));
            }
        }
        return columns;
    }

    private static String key(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    /** Whether both hold the same. */
    boolean isLike(Table other) {
        return kinds().equals(other.kinds());
    }

    private Map<String, Kind> kinds() {
        return columns.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, column -> column.getValue().kind()));
    }

    /** The statement that reads all its rows. */
    String selected() {
        return "select " + list() + " from " + quoted(name);
    }

    /** The statement that adds a row, also to a column that PostgreSQL numbers itself. */
    String inserted() {
        return "insert into " + quoted(name) + " (" + list() + ") overriding system value values ("
                + String.join(", ", Collections.nCopies(columns.size(), "?")) + ")";
    }

    private String list() {
        return columns.values().stream().map(column -> quoted(column.name())).collect(Collectors.joining(", "));
    }

    /** A name in a statement, as the database writes it. */
    static String quoted(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }
}
