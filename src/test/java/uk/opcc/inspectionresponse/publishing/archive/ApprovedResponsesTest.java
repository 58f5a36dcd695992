package uk.opcc.inspectionresponse.publishing.archive;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import uk.opcc.inspectionresponse.publishing.document.Format;
import uk.opcc.inspectionresponse.statutory.StatutoryPeriod;

@DisplayName("The approved responses in PostgreSQL")
class ApprovedResponsesTest {

    @Test
    @DisplayName("are kept beside the tables that are there, and come back byte for byte, larger than a megabyte too")
    void kept() throws Exception {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start()) {
            JdbcTemplate database = new JdbcTemplate(postgres.getPostgresDatabase());
            database.execute("create table act_ge_property (name_ varchar(64))");
            database.execute("create sequence inspection_reference");
            Flyway.configure()
                    .dataSource(postgres.getPostgresDatabase())
                    .locations("classpath:db/postgresql")
                    .table("application_schema_history")
                    .baselineOnMigrate(true)
                    .baselineVersion("0")
                    .load()
                    .migrate();
            ApprovedResponses approved =
                    new ApprovedResponses(JdbcClient.create(database), Clock.system(StatutoryPeriod.ZONE));
            KeptDocument large = KeptDocument.of("é\u0000".repeat(1_000_000).getBytes(StandardCharsets.UTF_8));

            approved.keep("a", LocalDate.of(2026, 3, 2), KeptDocument.of(new byte[] {0, 1}), format -> large);
            approved.tick("a", "publish-on-website", LocalDate.of(2026, 3, 3));
            approved.tick("a", "publish-on-website", LocalDate.of(2026, 3, 4));

            assertThat(approved.find("a", Format.PDF).orElseThrow().content()).isEqualTo(large.content());
            assertThat(approved.find("a", Format.HTML).orElseThrow().content()).containsExactly(0, 1);
            assertThat(approved.find("b", Format.HTML)).isEmpty();
            assertThat(approved.ticks("a", 1)).isEqualTo(Map.of("publish-on-website", LocalDate.of(2026, 3, 3)));
            approved.untick("a", "publish-on-website");
            assertThat(approved.ticks("a", 1)).isEmpty();
        }
    }
}
