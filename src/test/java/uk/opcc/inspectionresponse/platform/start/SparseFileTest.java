package uk.opcc.inspectionresponse.platform.start;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("The file of H2, before it is opened,")
class SparseFileTest {

    private static final int REPORTS = 200;

    @TempDir
    private Path folder;

    private Path file;

    @BeforeEach
    void file() {
        file = folder.resolve("office.mv.db");
    }

    @Test
    @DisplayName("shrinks where far less is in it than it has room for, and all that was confirmed is still there")
    void shrinks() throws SQLException, IOException {
        long texts = filledAgainAndAgain(40L << 20);
        long before = Files.size(file);

        new SparseFile(file).shrink();

        assertThat(Files.size(file)).isLessThan(before / 3);
        assertThat(folder.toFile().list()).containsExactly("office.mv.db");
        assertThat(Files.getPosixFilePermissions(file)).hasSize(2);
        try (Connection connection = connection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select count(*), sum(length(text)) from report")) {
            rows.next();
            assertThat(rows.getInt(1)).isEqualTo(REPORTS);
            assertThat(rows.getLong(2)).isEqualTo(texts);
        }
    }

    @Test
    @DisplayName("stays as it is while another process works with it")
    void inUse() throws SQLException, IOException {
        filledAgainAndAgain(24L << 20);
        try (Connection open = connection()) {
            assertThat(open.isClosed()).isFalse();
            long before = Files.size(file);

            new SparseFile(file).shrink();

            assertThat(Files.size(file)).isEqualTo(before);
            assertThat(folder.resolve("office.mv.db.smaller")).doesNotExist();
        }
    }

    @Test
    @DisplayName("stays as it is where it is no database, for the database to say so")
    void noDatabase() throws IOException {
        Files.write(file, new byte[20 << 20]);

        new SparseFile(file).shrink();

        assertThat(Files.size(file)).isEqualTo(20 << 20);
    }

    @Test
    @DisplayName("need not be there")
    void missing() {
        new SparseFile(file).shrink();

        assertThat(file).doesNotExist();
    }

    /** As it was under a release that never tidied up, and killed in the middle of something. */
    private long filledAgainAndAgain(long size) throws SQLException, IOException {
        Random random = new Random(55);
        try (Connection connection = connection();
                Statement statement = connection.createStatement()) {
            statement.execute("create table report (number int primary key, text varchar)");
            connection.setAutoCommit(false);
            try (PreparedStatement insert =
                    connection.prepareStatement("merge into report key (number) values (?, ?)")) {
                while (Files.size(file) < size) {
                    for (int number = 0; number < REPORTS; number++) {
                        insert.setInt(1, number);
                        insert.setString(2, Long.toHexString(random.nextLong()).repeat(200));
                        insert.addBatch();
                    }
                    insert.executeBatch();
                    connection.commit();
                }
            }
            long texts;
            try (ResultSet rows = statement.executeQuery("select sum(length(text)) from report")) {
                rows.next();
                texts = rows.getLong(1);
            }
            statement.execute("delete from report where number < 50");
            connection.setAutoCommit(false);
            statement.execute("shutdown immediately");
            return texts;
        } catch (SQLException closed) {
            throw new AssertionError(closed);
        }
    }

    private Connection connection() throws SQLException {
        return DriverManager.getConnection(
                "jdbc:h2:file:" + folder.resolve("office") + ";WRITE_DELAY=0;MAX_COMPACT_TIME=0", "sa", "");
    }
}
