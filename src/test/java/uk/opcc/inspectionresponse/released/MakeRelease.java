package uk.opcc.inspectionresponse.released;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uk.opcc.inspectionresponse.ScriptedMailServer;
import uk.opcc.inspectionresponse.platform.start.ApplicationProcess;

/**
 * Makes the folder of a release: what it deploys, and a database of each kind that it has filled. {@code mvn -Prelease
 * -Drelease=2 verify} runs this against the packaged application, once, before the version is given away; it needs
 * pg_dump.
 */
@DisplayName("The folder of a release")
class MakeRelease {

    private final Path released =
            Path.of("src/test/resources/released").resolve(System.getProperty("release", "none given"));

    @TempDir
    private Path folder;

    @Test
    @DisplayName("is made of what it deploys and of what it has filled")
    void make() throws Exception {
        assertThat(released).as("made already, or no -Drelease").doesNotExist();
        Files.createDirectories(released);
        for (String deployed : List.of("processes", "forms")) {
            copy(Path.of(deployed), released.resolve(deployed));
        }
        onH2();
        onPostgres();
        Files.writeString(
                released.resolve("release.properties"),
                "# When its databases were filled, and the version that did it.\nfilled=%s\nversion=%s\n"
                        .formatted(Instant.now(), System.getProperty("project.version")));
    }

    private void onH2() throws Exception {
        fill(folder, Map.of("SPRING_PROFILES_ACTIVE", "demo"));
        String file = folder.resolve("inspection-response").toString();
        try (Connection connection = DriverManager.getConnection("jdbc:h2:file:" + file, "sa", "");
                Statement statement = connection.createStatement()) {
            // What is written without delay takes up many times its room.
            statement.execute("shutdown compact");
        }
        try (OutputStream out = Files.newOutputStream(released.resolve("h2.zip"));
                ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry(ReleasedDatabase.H2_FILE));
            Files.copy(folder.resolve(ReleasedDatabase.H2_FILE), zip);
        }
    }

    private void onPostgres() throws Exception {
        try (EmbeddedPostgres server = EmbeddedPostgres.builder().start()) {
            fill(
                    folder,
                    Map.of(
                            "SPRING_PROFILES_ACTIVE",
                            "postgres,demo",
                            "DATABASE_URL",
                            server.getJdbcUrl("postgres", "postgres"),
                            "DATABASE_USER",
                            "postgres"));
            dump(server.getPort());
        }
    }

    private static void fill(Path folder, Map<String, String> database) throws Exception {
        try (ScriptedMailServer mails = ScriptedMailServer.at(0)) {
            Map<String, String> environment = new HashMap<>(database);
            environment.put("MAIL_HOST", "localhost");
            environment.put("MAIL_PORT", String.valueOf(mails.port()));
            environment.put("MAIL_TLS_REQUIRED", "false");
            ApplicationProcess application = ApplicationProcess.start(folder, environment);
            application.awaitReady();
            FilledOffice office = new FilledOffice(application.address(), mails);
            office.fills();
            // As it sends a mail: what it had begun is what the next version finds.
            office.isKilledWhileSending(application);
        }
    }

    /** As a script that a JDBC driver can run. */
    private void dump(int port) throws IOException, InterruptedException {
        Process dump = new ProcessBuilder(
                        System.getProperty("pg_dump", "pg_dump"),
                        "--host=localhost",
                        "--port=" + port,
                        "--username=postgres",
                        "--dbname=postgres",
                        "--no-owner",
                        "--no-privileges",
                        "--rows-per-insert=100")
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (OutputStream file = Files.newOutputStream(released.resolve("postgres.sql.gz"));
                GZIPOutputStream out = new GZIPOutputStream(file)) {
            for (String line : new String(dump.getInputStream().readAllBytes(), StandardCharsets.UTF_8).split("\n")) {
                // What psql would run itself.
                if (!line.startsWith("\\")) {
                    out.write((line + "\n").getBytes(StandardCharsets.UTF_8));
                }
            }
        }
        assertThat(dump.waitFor()).isZero();
    }

    private static void copy(Path from, Path to) throws IOException {
        Files.createDirectories(to);
        try (Stream<Path> files = Files.list(from)) {
            for (Path file : files.toList()) {
                Files.copy(file, to.resolve(file.getFileName()));
            }
        }
    }
}
