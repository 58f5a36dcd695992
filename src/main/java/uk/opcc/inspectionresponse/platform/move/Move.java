package uk.opcc.inspectionresponse.platform.move;

import java.io.PrintStream;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** Copies everything from H2 to PostgreSQL, and keeps it there if it is the same on both sides. */
final class Move {

    /** What is sent at one time, in rows and in bytes: so it takes little memory, but for what is in one single row. */
    private static final int ROWS = 500;

    private static final long BYTES = 4L << 20;

    /** Rows, after which whoever waits is told again. */
    private static final long TOLD_EACH = 100_000;

    /** Its rows are the signs of life of servers that no longer run. */
    private static final String SERVERS = "node";

    private final Source source;
    private final Target target;
    private final MoveSettings settings;
    private final PrintStream out;

    Move(Source source, Target target, MoveSettings settings, PrintStream out) {
        this.source = source;
        this.target = target;
        this.settings = settings;
        this.out = out;
    }

    /** What was counted on both sides, by the table's name in small letters. */
    record Counted(Rows there, Rows here) {}

    /** Moves all of it, or nothing. */
    void make() throws SQLException, MoveRefused {
        SortedMap<String, Table> from = source.tables();
        out.println("The tables are made in PostgreSQL.");
        target.makeTables(settings.after());
        SortedMap<String, Table> to = target.tables();
        requireSameRelease(from, to);
        // Flyway has noted in each what it did there.
        for (String table : Set.of(settings.history(), SERVERS)) {
            from.remove(table);
            to.remove(table);
        }
        target.empty(to.values());
        out.println("The rows are copied.");
        SortedMap<String, Counted> counted = new TreeMap<>();
        target.inAnyOrder(() -> {
            for (Map.Entry<String, Table> table : from.entrySet()) {
                counted.put(table.getKey(), new Counted(copy(table.getValue(), to.get(table.getKey())), new Rows()));
            }
        });
        target.goOnNumbering(source.sequences(), source.numbered().values());
        out.println("Everything is read again and compared.");
        for (Map.Entry<String, Counted> table : counted.entrySet()) {
            read(to.get(table.getKey()), table.getValue().here());
        }
        tell(counted);
        requireSame(counted);
        target.keep();
    }

    private void requireSameRelease(SortedMap<String, Table> from, SortedMap<String, Table> to)
            throws SQLException, MoveRefused {
        if (!from.containsKey(settings.history())) {
            throw new MoveRefused("The database in " + source.file() + " is not one of this application.");
        }
        Set<String> before = versions(source.connection());
        Set<String> now = versions(target.connection());
        if (!now.containsAll(before)) {
            throw new MoveRefused("The database was made by a later release. Use the command of that release.");
        }
        if (!before.equals(now) || !engine(source.connection()).equals(engine(target.connection()))) {
            throw new MoveRefused("The database was made by an earlier release. Start this release once as before, with"
                    + " H2: it brings the database up to date. Stop it, and give the command again.");
        }
        Set<String> all = new TreeSet<>(from.keySet());
        all.addAll(to.keySet());
        for (String table : all) {
            if (!from.containsKey(table) || !to.containsKey(table)) {
                throw new MoveRefused("The table " + table + " is not one of this release. Take it out of the database"
                        + " before it is moved.");
            }
            if (!from.get(table).isLike(to.get(table))) {
                throw new MoveRefused("The table " + table + " has other columns than in this release.");
            }
        }
    }

    /** What Flyway has done, but for what it notes of itself. */
    private Set<String> versions(Connection database) throws SQLException {
        return texts(
                database,
                "select \"version\" from " + Table.quoted(settings.history())
                        + " where \"version\" is not null and \"type\" <> 'BASELINE' and \"success\"");
    }

    private static Set<String> engine(Connection database) throws SQLException {
        return texts(database, "select VALUE_ from ACT_GE_PROPERTY where NAME_ = 'schema.version'");
    }

    private static Set<String> texts(Connection database, String question) throws SQLException {
        Set<String> texts = new TreeSet<>();
        try (PreparedStatement statement = database.prepareStatement(question);
                ResultSet found = statement.executeQuery()) {
            while (found.next()) {
                texts.add(found.getString(1));
            }
        }
        return texts;
    }

    private Rows copy(Table from, Table to) throws SQLException, MoveRefused {
        Rows rows = new Rows();
        List<Table.Column> columns = List.copyOf(from.columns().values());
        try (PreparedStatement adding = target.connection().prepareStatement(to.inserted());
                Statement statement = source.connection().createStatement();
                ResultSet row = statement.executeQuery(from.selected())) {
            int waiting = 0;
            long bytes = 0;
            while (row.next()) {
                for (int place = 1; place <= columns.size(); place++) {
                    Kind kind = columns.get(place - 1).kind();
                    Object value = kind.valueIn(row, place);
                    if (value instanceof String text && !canBeKept(text)) {
                        throw new MoveRefused(cannotBeKept(from, columns, columns.get(place - 1), row));
                    }
                    bytes += rows.value(kind, value);
                    kind.put(adding, place, value);
                }
                rows.next();
                adding.addBatch();
                waiting++;
                if (waiting == ROWS || bytes > BYTES) {
                    adding.executeBatch();
                    waiting = 0;
                    bytes = 0;
                }
                if (rows.count() % TOLD_EACH == 0) {
                    out.printf(Locale.UK, "%s: %,d rows so far%n", to.name(), rows.count());
                }
            }
            if (waiting > 0) {
                adding.executeBatch();
            }
        }
        return rows;
    }

    /** PostgreSQL has no character 0, and no half of a pair. */
    static boolean canBeKept(String text) {
        return text.codePoints()
                .noneMatch(character ->
                        character == 0 || character >= Character.MIN_SURROGATE && character <= Character.MAX_SURROGATE);
    }

    private String cannotBeKept(Table table, List<Table.Column> columns, Table.Column column, ResultSet row)
            throws SQLException {
        String reference = null;
        String instance = null;
        for (int place = 1; place <= columns.size(); place++) {
            switch (columns.get(place - 1).name().toLowerCase(Locale.ROOT)) {
                case "reference", "business_key_" -> reference = row.getString(place);
                case "proc_inst_id_" -> instance = row.getString(place);
                default -> {
                    // It says nothing of the inspection.
                }
            }
        }
        if (reference == null && instance != null) {
            reference = source.reference(instance).orElse(null);
        }
        return "A text has a character that PostgreSQL cannot keep, such as the one with the number 0: in the column "
                + column.name() + " of the table " + table.name()
                + (reference == null ? "" : ", of the inspection " + reference)
                + ". Take the character out of it in H2, and give the command again.";
    }

    private void read(Table table, Rows rows) throws SQLException {
        List<Kind> kinds =
                table.columns().values().stream().map(Table.Column::kind).toList();
        try (Statement statement = target.connection().createStatement()) {
            // The driver holds as many rows as it fetches, and each may be a whole file.
            statement.setFetchSize(kinds.contains(Kind.BYTES) ? 1 : ROWS);
            try (ResultSet row = statement.executeQuery(table.selected())) {
                while (row.next()) {
                    for (int place = 1; place <= kinds.size(); place++) {
                        Kind kind = kinds.get(place - 1);
                        rows.value(kind, kind.valueIn(row, place));
                    }
                    rows.next();
                }
            }
        }
    }

    private void tell(SortedMap<String, Counted> counted) {
        out.printf("%-32s %12s  %-13s%12s  %s%n", "Table", "Rows in H2", "Checksum", "PostgreSQL", "Checksum");
        counted.forEach((table, rows) -> {
            if (rows.there().count() + rows.here().count() > 0) {
                out.printf(
                        Locale.UK,
                        "%-32s %,12d  %-13s%,12d  %s%n",
                        table,
                        rows.there().count(),
                        rows.there().checksum(),
                        rows.here().count(),
                        rows.here().checksum());
            }
        });
        out.printf(
                Locale.UK,
                "%-32s %,12d  %-13s%,12d%n",
                "All " + counted.size() + " tables",
                counted.values().stream()
                        .mapToLong(rows -> rows.there().count())
                        .sum(),
                "",
                counted.values().stream().mapToLong(rows -> rows.here().count()).sum());
    }

    static void requireSame(SortedMap<String, Counted> counted) throws MoveRefused {
        List<String> different = new ArrayList<>();
        counted.forEach((table, rows) -> {
            if (!rows.here().areThoseOf(rows.there())) {
                different.add(table);
            }
        });
        if (!different.isEmpty()) {
            throw new MoveRefused("Not the same in PostgreSQL as in H2: " + String.join(", ", different) + ".");
        }
    }
}
