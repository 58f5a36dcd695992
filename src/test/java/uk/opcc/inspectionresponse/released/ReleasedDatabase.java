package uk.opcc.inspectionresponse.released;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipInputStream;

/** A database that an earlier release has filled, in a copy that a test may change. */
final class ReleasedDatabase implements AutoCloseable {

    static final String H2_FILE = "inspection-response.mv.db";

    private final EmbeddedPostgres server;
    private final List<String> settings;

    private ReleasedDatabase(EmbeddedPostgres server, List<String> settings) {
        this.server = server;
        this.settings = settings;
    }

    /** What an office may have it on. */
    enum Kind {
        H2 {
            @Override
            ReleasedDatabase of(Release release, Path folder) throws IOException {
                try (ZipInputStream zip = new ZipInputStream(Files.newInputStream(release.file("h2.zip")))) {
                    zip.getNextEntry();
                    Files.copy(zip, folder.resolve(H2_FILE));
                }
                return new ReleasedDatabase(null, List.of("--DATA_FOLDER=" + folder));
            }
        },
        POSTGRESQL {
            @Override
            ReleasedDatabase of(Release release, Path folder) throws IOException {
                EmbeddedPostgres server = EmbeddedPostgres.builder().start();
                try (InputStream dump = new GZIPInputStream(Files.newInputStream(release.file("postgres.sql.gz")));
                        Connection connection = server.getPostgresDatabase().getConnection();
                        Statement statement = connection.createStatement()) {
                    statement.execute(new String(dump.readAllBytes(), StandardCharsets.UTF_8));
                } catch (IOException | SQLException e) {
                    server.close();
                    throw new IllegalStateException("The dump can't be read back", e);
                }
                return new ReleasedDatabase(
                        server,
                        List.of(
                                "--spring.profiles.active=postgres",
                                "--DATABASE_URL=" + server.getJdbcUrl("postgres", "postgres"),
                                "--DATABASE_USER=postgres"));
            }
        };

        /** The database of a release, for which there is an empty folder. */
        abstract ReleasedDatabase of(Release release, Path folder) throws IOException;
    }

    /** What the application is started with to have it. */
    List<String> settings() {
        return settings;
    }

    @Override
    public void close() throws IOException {
        if (server != null) {
            server.close();
        }
    }
}
