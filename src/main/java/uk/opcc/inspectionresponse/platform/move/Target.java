package uk.opcc.inspectionresponse.platform.move;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.core.env.ConfigurableEnvironment;
import uk.opcc.inspectionresponse.platform.database.BesideThePool;
import uk.opcc.inspectionresponse.platform.nodes.Turn;

/** The PostgreSQL that is to have everything, in one transaction from its first table to the last look. */
final class Target implements AutoCloseable {

    /** How many of the tables in the way are named. */
    private static final int NAMED = 5;

    private static final String NEW_ONE =
            " Nothing was changed. Make a new, empty database for this application, and name"
                    + " that in DATABASE_URL.";

    private final Connection connection;

    private Target(Connection connection) {
        this.connection = connection;
    }

    /** Opens it, and refuses one that has anything in it, or that cannot take what the office has. */
    static Target open(BesideThePool settings) throws MoveRefused {
        Target target;
        try {
            target = new Target(settings.open(Map.of("ApplicationName", "inspection-response move")));
        } catch (SQLException e) {
            throw new MoveRefused(
                    "PostgreSQL cannot be reached, or does not take the user and password of the settings: "
                            + e.getMessage(),
                    e);
        }
        try {
            target.connection.setAutoCommit(false);
            target.requireUse();
            return target;
        } catch (SQLException e) {
            target.close();
            throw new MoveRefused("It cannot be seen what is in PostgreSQL: " + e.getMessage(), e);
        } catch (MoveRefused e) {
            target.close();
            throw e;
        }
    }

    private void requireUse() throws SQLException, MoveRefused {
        if (!isTrue(Turn.TAKE)) {
            throw new MoveRefused("Somebody else is starting on this PostgreSQL, or moves a database to it, at this"
                    + " moment. Nothing was changed.");
        }
        if (!isTrue("select coalesce(has_schema_privilege(current_schema(), 'CREATE'), false)")) {
            throw new MoveRefused(
                    "The user of the settings may not make tables in this PostgreSQL. Make it the owner of"
                            + " the database. Nothing was changed.");
        }
        if (!isTrue("select current_setting('server_encoding') = 'UTF8'")) {
            throw new MoveRefused(
                    "This PostgreSQL database cannot keep every letter: its encoding is not UTF8." + NEW_ONE);
        }
        // What an extension has put there is in nobody's way.
        List<String> there = texts("""
                select c.relname::text from pg_class c join pg_namespace n on n.oid = c.relnamespace
                where n.nspname = current_schema() and c.relkind in ('r', 'p', 'v', 'm', 'f', 'S')
                    and not exists (select 1 from pg_depend d where d.objid = c.oid and d.deptype = 'e')
                order by c.relkind = 'S', 1
                """);
        if (!there.isEmpty()) {
            throw new MoveRefused("There is something in this PostgreSQL database already: "
                    + there.stream().limit(NAMED).collect(Collectors.joining(", "))
                    + (there.size() > NAMED ? " and " + (there.size() - NAMED) + " more" : "") + "." + NEW_ONE);
        }
    }

    /** Makes the tables of this release, with nothing in them, and lets rows come before those that they refer to. */
    void makeTables(ConfigurableEnvironment settings) throws SQLException {
        MadeTables.in(Pinned.to(connection), settings);
        if (connection.getAutoCommit()) {
            throw new SQLException("The tables were not made as part of the whole");
        }
    }

    SortedMap<String, Table> tables() throws SQLException, MoveRefused {
        return Table.all(connection, connection.getSchema());
    }

    /** Takes out the few rows that a first start puts there. */
    void empty(Collection<Table> tables) throws SQLException {
        sql("truncate table "
                + tables.stream().map(table -> Table.quoted(table.name())).collect(Collectors.joining(", ")));
    }

    /**
     * Fills the tables while rows may come before those that they refer to, as executions refer to each other. At the
     * end each is held against what it refers to.
     */
    void inAnyOrder(Filling filling) throws SQLException, MoveRefused {
        List<String> keys = texts("""
                select format('alter table %s alter constraint %I ', c.conrelid::regclass, c.conname)
                from pg_constraint c join pg_namespace n on n.oid = c.connamespace
                where c.contype = 'f' and not c.condeferrable and n.nspname = current_schema()
                """);
        for (String key : keys) {
            sql(key + "deferrable initially deferred");
        }
        filling.fill();
        sql("set constraints all immediate");
        for (String key : keys) {
            sql(key + "not deferrable");
        }
    }

    /** What fills the tables. */
    interface Filling {
        void fill() throws SQLException, MoveRefused;
    }

    /** Lets all numbers go on from where they are. */
    void goOnNumbering(Map<String, Long> sequences, Collection<Source.Numbered> columns)
            throws SQLException, MoveRefused {
        Set<String> own = new TreeSet<>(texts("""
                select c.relname::text from pg_class c join pg_namespace n on n.oid = c.relnamespace
                where c.relkind = 'S' and n.nspname = current_schema()
                    and not exists (select 1 from pg_depend d where d.objid = c.oid and d.deptype in ('a', 'i'))
                """));
        if (!own.equals(sequences.keySet())) {
            throw new MoveRefused("The two databases do not count the same: " + sequences.keySet() + ", " + own);
        }
        for (Map.Entry<String, Long> sequence : sequences.entrySet()) {
            number("select setval(quote_ident(?)::regclass, ?, false)", sequence.getValue(), sequence.getKey());
        }
        for (Source.Numbered column : columns) {
            number(
                    "select setval(pg_get_serial_sequence(quote_ident(?), ?), ?, false)",
                    column.next(),
                    column.table(),
                    column.column());
        }
    }

    private void number(String statement, long next, String... names) throws SQLException, MoveRefused {
        try (PreparedStatement setting = connection.prepareStatement(statement)) {
            int place = 1;
            for (String name : names) {
                setting.setString(place++, name);
            }
            setting.setLong(place, next);
            try (ResultSet set = setting.executeQuery()) {
                if (!set.next() || set.getLong(1) != next) {
                    throw new MoveRefused("PostgreSQL does not number " + String.join(" ", names) + " itself.");
                }
            }
        }
    }

    Connection connection() {
        return connection;
    }

    /** Keeps everything, from this moment on. */
    void keep() throws SQLException, MoveRefused {
        // Else the first questions would be answered as if all tables were empty.
        sql("analyze");
        try {
            connection.commit();
        } catch (SQLException e) {
            throw MoveRefused.doubtful(
                    "The connection was lost at the very end, so that it is not known whether everything is there. Give"
                            + " the command again: it moves everything, or says that there is something in the database"
                            + " already. In that case everything is there.",
                    e);
        }
    }

    private boolean isTrue(String question) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(question);
                ResultSet answer = statement.executeQuery()) {
            return answer.next() && answer.getBoolean(1);
        }
    }

    private List<String> texts(String question) throws SQLException {
        List<String> texts = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(question);
                ResultSet found = statement.executeQuery()) {
            while (found.next()) {
                texts.add(found.getString(1));
            }
        }
        return texts;
    }

    private void sql(String statement) throws SQLException {
        try (Statement one = connection.createStatement()) {
            one.execute(statement);
        }
    }

    /** What was not kept is gone. */
    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException broken) {
            // It is closed all the same.
        }
    }
}
