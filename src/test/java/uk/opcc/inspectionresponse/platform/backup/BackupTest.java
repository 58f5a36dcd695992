package uk.opcc.inspectionresponse.platform.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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
        for (byte[] content : new byte[][] {
            changed(whole, BackupArchive.DATABASE_FILE, 1_000),
            changed(whole, "mail/one.eml", 0),
            changed(whole, "mail/one.eml", 4),
            changed(whole, "mail/one.eml", 8),
            Arrays.copyOf(whole, whole.length / 2),
            "no ZIP file".getBytes(StandardCharsets.UTF_8)
        }) {
            Path broken = Files.write(folder.resolve("broken.zip"), content);
            Path other = folder.resolve("other");
            assertThat(run(other, "restore", broken.toString())).isNotZero();
            assertThat(said).containsIgnoringCase("nothing was changed");
            assertThat(other).isEmptyDirectory();
        }
    }

    @Test
    @DisplayName("does not take the place of another one of the same time, as there is when the clocks go back")
    void sameTime() throws Exception {
        run(data, "backup");
        assertThat(run(data, "backup")).isZero();
        assertThat(said).contains("backup-2018-07-19-103000-2.zip");
        assertThat(BackupArchive.in(data.resolve("backups"))).hasSize(2);
    }

    @Test
    @DisplayName("removes what a kill has left of one, unless it was worked on within a day")
    void unfinished() throws Exception {
        Path left = Files.createDirectories(data.resolve("backups/unfinished-1"));
        Path beingMade = Files.createDirectories(data.resolve("backups/unfinished-2"));
        Files.writeString(left.resolve("copy.zip"), "");
        Files.setLastModifiedTime(left, FileTime.from(NOW.instant().minus(Duration.ofDays(2))));
        run(data, "backup");
        assertThat(left).doesNotExist();
        assertThat(beingMade).exists();
    }

    @ParameterizedTest
    @CsvSource({
        "SPRING_PROFILES_ACTIVE, 'demo, postgres', 1",
        "SPRING_PROFILES_ACTIVE, demo, 0",
        "DATABASE_URL, jdbc:postgresql://localhost/office, 1",
        "SPRING_DATASOURCE_URL, jdbc:h2:file:/elsewhere/inspection-response, 1",
        "SPRING_DATASOURCE_URL, jdbc:h2:file:{data}/inspection-response;WRITE_DELAY=0, 0"
    })
    @DisplayName("is not made of a file that the application does not use")
    void anotherDatabase(String setting, String value, int code) {
        assertThat(run(
                        Map.of("DATA_FOLDER", data.toString(), setting, value.replace("{data}", data.toString())),
                        "backup"))
                .as(said)
                .isEqualTo(code);
        if (code != 0) {
            assertThat(said).contains("No backup was made", data.toString());
        }
    }

    @Test
    @DisplayName("is not made where the disk has too little room for it")
    void noRoom() {
        assertThat(catchThrowable(() ->
                        BackupArchive.make(folder.resolve("backups"), content(), Long.MAX_VALUE / 2, zip -> {}, NOW)))
                .isInstanceOf(BackupRefused.class)
                .hasMessageContaining("too little room");
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
                        content(),
                        0,
                        zip -> {
                            throw new SQLException("the disk is full");
                        },
                        NOW)))
                .isInstanceOf(BackupRefused.class)
                .hasMessageContaining("the disk is full");
        assertThat(backups).isEmptyDirectory();
    }

    private BackupArchive.Content content() {
        return new BackupArchive.Content(data.resolve(BackupArchive.DATABASE_FILE), data.resolve("mail"));
    }

    /** Changes one bit of an entry, which begins with its name. */
    private static byte[] changed(byte[] zip, String entry, int at) {
        String bytes = new String(zip, StandardCharsets.ISO_8859_1);
        byte[] changed = zip.clone();
        changed[bytes.indexOf(entry) + entry.length() + at] ^= 16;
        return changed;
    }

    private int run(Path where, String... arguments) {
        return run(Map.of("DATA_FOLDER", where.toString()), arguments);
    }

    private int run(Map<String, String> environment, String... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        int code =
                new BackupCommand(environment, NOW, new PrintStream(out, true, StandardCharsets.UTF_8)).run(arguments);
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
