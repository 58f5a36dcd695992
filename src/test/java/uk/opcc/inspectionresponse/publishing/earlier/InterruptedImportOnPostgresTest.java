package uk.opcc.inspectionresponse.publishing.earlier;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DisplayName;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

@ActiveProfiles("postgres")
@DirtiesContext
@DisplayName("An import that is interrupted, on PostgreSQL")
class InterruptedImportOnPostgresTest extends InterruptedImport {

    private static EmbeddedPostgres server;

    @DynamicPropertySource
    static void database(DynamicPropertyRegistry settings) throws IOException {
        server = EmbeddedPostgres.start();
        settings.add("DATABASE_URL", () -> server.getJdbcUrl("postgres", "postgres"));
        settings.add("DATABASE_USER", () -> "postgres");
    }

    @AfterAll
    static void stop() throws IOException {
        server.close();
    }
}
