package uk.opcc.inspectionresponse.platform.move;

import com.zaxxer.hikari.HikariConfig;
import java.io.File;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.h2.api.ErrorCode;

/** The office's H2 file, which is only read: nobody else can write in it meanwhile, and not a byte of it changes. */
final class Source implements AutoCloseable {

    /** What H2 says when it cannot roll back what was under way without writing. */
    private static final String READ_ONLY_STORE = "store is read-only";

    private static final Pattern FILE = Pattern.compile("jdbc:h2:file:([^;]+)(;.*)?");
    private static final String SUFFIX = ".mv.db";
    private static final String SCHEMA = "PUBLIC";

    /** Lazily, or H2 would hold all rows of a table before it gives the first. */
    private static final String READ_ONLY = ";ACCESS_MODE_DATA=r;IFEXISTS=TRUE;LAZY_QUERY_EXECUTION=1";

    private final Connection connection;
    private final File file;

    private Source(Connection connection, File file) {
        this.connection = connection;
        this.file = file;
    }

    /** Opens the file that the settings name. */
    static Source open(HikariConfig settings) throws MoveRefused {
        Matcher url = FILE.matcher(settings.getJdbcUrl());
        if (!url.matches()) {
            throw new MoveRefused("The settings name no file as the database that the application has. Give its folder"
                    + " in DATA_FOLDER, and let no other setting name the database.");
        }
        File file = Path.of(url.group(1) + SUFFIX).toAbsolutePath().normalize().toFile();
        if (file.length() == 0) {
            throw new MoveRefused("There is no database in " + file.getParent()
                    + ". Give the same data folder as for the application.");
        }
        try {
            return new Source(
                    DriverManager.getConnection(
                            "jdbc:h2:file:"
                                    + file.getPath().substring(0, file.getPath().length() - SUFFIX.length())
                                    + READ_ONLY,
                            settings.getUsername(),
                            settings.getPassword()),
                    file);
        } catch (SQLException e) {
            if (String.valueOf(e.getMessage()).contains(READ_ONLY_STORE)) {
                throw new MoveRefused(
                        "The application was not stopped in order, and left something large half done. Start this release"
                                + " once with H2, stop it, and give the command again.",
                        e);
            }
            throw new MoveRefused(
                    e.getErrorCode() == ErrorCode.DATABASE_ALREADY_OPEN_1
                            ? "The application runs, or somebody else has its database open. Stop it, and give the"
                                    + " command again."
                            : "The database " + file + " cannot be read: " + e.getMessage(),
                    e);
        }
    }

    Connection connection() {
        return connection;
    }

    File file() {
        return file;
    }

    SortedMap<String, Table> tables() throws SQLException, MoveRefused {
        return Table.all(connection, SCHEMA);
    }

    /** The next number of each sequence that belongs to no table, by its name in small letters. */
    Map<String, Long> sequences() throws SQLException {
        Map<String, Long> next = new TreeMap<>();
        try (PreparedStatement statement = connection.prepareStatement("select SEQUENCE_NAME, BASE_VALUE"
                        + " from INFORMATION_SCHEMA.SEQUENCES where SEQUENCE_SCHEMA = '" + SCHEMA + "'");
                ResultSet found = statement.executeQuery()) {
            while (found.next()) {
                next.put(found.getString(1).toLowerCase(Locale.ROOT), found.getLong(2));
            }
        }
        return next;
    }

    /** The next number of a column that numbers its rows itself. */
    record Numbered(String table, String column, long next) {}

    /** The columns that number their rows themselves, by the names of the table and the column in small letters. */
    SortedMap<String, Numbered> numbered() throws SQLException {
        SortedMap<String, Numbered> numbered = new TreeMap<>();
        try (PreparedStatement statement =
                        connection.prepareStatement("select lower(TABLE_NAME), lower(COLUMN_NAME), IDENTITY_BASE"
                                + " from INFORMATION_SCHEMA.COLUMNS where TABLE_SCHEMA = '" + SCHEMA
                                + "' and IS_IDENTITY = 'YES'");
                ResultSet found = statement.executeQuery()) {
            while (found.next()) {
                Numbered column = new Numbered(found.getString(1), found.getString(2), found.getLong(3));
                numbered.put(column.table() + "." + column.column(), column);
            }
        }
        return numbered;
    }

    /** The reference of the inspection to which an instance of a process belongs. */
    Optional<String> reference(String instance) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("select r.BUSINESS_KEY_ from ACT_HI_PROCINST p"
                + " join ACT_HI_PROCINST r on r.ID_ = p.ROOT_PROC_INST_ID_ where p.ID_ = ?")) {
            statement.setString(1, instance);
            try (ResultSet found = statement.executeQuery()) {
                return found.next() ? Optional.ofNullable(found.getString(1)) : Optional.empty();
            }
        }
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException broken) {
            // Nothing was written.
        }
    }
}
