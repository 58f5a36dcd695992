package uk.opcc.inspectionresponse.platform.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uk.opcc.inspectionresponse.statutory.StatutoryPeriod;

@DisplayName("A backup on the command line")
class BackupTest {

    private static final Clock NOW = Clock.fixed(Instant.parse("2018-07-19T09:30:00Z"), StatutoryPeriod.ZONE);

    @TempDir
    private Path folder;

    private Path data;
    private String said;

    @BeforeEach
    void anOfficeWithAnInspectionAndAMail() throws Exception {
        data = folder.resolve("data");
        Files.createDirectories(data.resolve("mail"));
        Files.writeString(data.resolve("mail/one.eml"), "Subject: one");
        Files.writeString(data.resolve("mail/unfinished-1.tmp"), "Subj");
        sql(data, "create table inspection(title varchar, text blob)");
        sql(data, "insert into inspection values ('Custody', X'0102')");
    }

    @Test
    @DisplayName("has the database and the emails, and brings both back as they were")
    void there() throws Exception {
        assertThat(run(data, "backup")).isZero();
        Path backup = data.resolve("backups/backup-2018-07-19-103000.zip");
        assertThat(said).contains("made and checked", backup.toString());
        sql(data, "delete from inspection");

        Path other = folder.resolve("other");
        assertThat(run(other, "restore", backup.toString())).as(said).isZero();

        assertThat(titles(other)).isEqualTo("Custody");
        assertThat(other.resolve("mail/one.eml")).hasContent("Subject: one");
        try (Stream<Path> files = Files.walk(other)) {
            assertThat(files)
                    .hasSize(4)
                    .noneMatch(file -> file.getFileName().toString().startsWith("unfinished"));
        }
    }

    @Test
    @DisplayName("is brought back over nothing that is there")
    void nothingIsOverwritten() throws Exception {
        run(data, "backup");
        sql(data, "insert into inspection values ('PEEL', null)");
        assertThat(run(
                        data,
                        "restore",
                        data.resolve("backups/backup-2018-07-19-103000.zip").toString()))
                .isNotZero();
        assertThat(said).contains("Nothing was changed", "Move the folder away first");
        assertThat(titles(data)).isEqualTo("Custody,PEEL");
    }

    @Test
    @DisplayName("is not brought back where it is broken, cut off, or no backup at all")
    void broken() throws Exception {
        run(data, "backup");
        byte[] whole = Files.readAllBytes(data.resolve("backups/backup-2018-07-19-103000.zip"));
        byte[] changed = whole.clone();
        changed[whole.length / 3] ^= 1;
        for (byte[] content : new byte[][] {
            changed, Arrays.copyOf(whole, whole.length / 2), "no ZIP file".getBytes(StandardCharsets.UTF_8)
        }) {
            Path broken = Files.write(folder.resolve("broken.zip"), content);
            Path other = folder.resolve("other");
            assertThat(run(other, "restore", broken.toString())).isNotZero();
            assertThat(said).containsIgnoringCase("nothing was changed");
            assertThat(other).isEmptyDirectory();
        }
    }

    @Test
    @DisplayName("is not made where there is no database, and says what to do")
    void nothingThere() {
        assertThat(run(folder.resolve("nowhere"), "backup")).isNotZero();
        assertThat(said).contains("the same data folder as for the application", "A database server");
        assertThat(folder.resolve("nowhere")).doesNotExist();
    }

    @Test
    @DisplayName("leaves nothing half done behind where the copy cannot be read")
    void unreadableCopy() {
        Path backups = folder.resolve("backups");
        assertThat(catchThrowable(() -> BackupArchive.make(
                        backups,
                        data.resolve("mail"),
                        zip -> {
                            throw new SQLException("the disk is full");
                        },
                        NOW)))
                .isInstanceOf(BackupRefused.class)
                .hasMessageContaining("the disk is full");
        assertThat(backups).isEmptyDirectory();
    }

    private int run(Path where, String... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        int code = new BackupCommand(
                        Map.of("DATA_FOLDER", where.toString()),
                        NOW,
                        new PrintStream(out, true, StandardCharsets.UTF_8))
                .run(arguments);
        said = out.toString(StandardCharsets.UTF_8);
        return code;
    }

    private static void sql(Path data, String statement) throws SQLException {
        try (Connection connection = open(data);
                Statement one = connection.createStatement()) {
            one.execute(statement);
        }
    }

    private static String titles(Path data) throws SQLException {
        try (Connection connection = open(data);
                Statement one = connection.createStatement();
                ResultSet titles = one.executeQuery("select listagg(title, ',') from inspection")) {
            titles.next();
            return titles.getString(1);
        }
    }

    private static Connection open(Path data) throws SQLException {
        return DriverManager.getConnection("jdbc:h2:file:" + data.resolve("inspection-response"), "sa", "");
    }
}
