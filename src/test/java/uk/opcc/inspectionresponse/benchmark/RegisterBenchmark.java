package uk.opcc.inspectionresponse.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import uk.opcc.inspectionresponse.InspectionResponseApplication;

/**
 * How long the public register takes with 10,000 responses, from the request to the last byte, over one connection on
 * this machine. The goal is a p99 below 50 ms for the first page and for a search.
 */
@DisplayName("The register with 10,000 responses")
class RegisterBenchmark {

    private static final int RESPONSES = 10_000;
    private static final int WARM_UP = 300;
    private static final int MEASURED = 1_000;
    private static final int DAYS = 7_000;

    private static final Map<String, String> REQUESTS = requests();

    @TempDir
    private Path folder;

    private static Map<String, String> requests() {
        Map<String, String> requests = new LinkedHashMap<>();
        requests.put("first page", "");
        requests.put("last page", "?page=400");
        requests.put("search, all have it", "?q=inspection");
        requests.put("search, one in ten has both words", "?q=rural+custody");
        requests.put("search, one has it", "?q=number+7351");
        requests.put("search, none has it", "?q=volcano");
        requests.put("feed", "/feed.atom");
        return requests;
    }

    @Test
    @DisplayName("on H2")
    void h2() throws Exception {
        measure("H2", "--DATA_FOLDER=" + folder);
    }

    @Test
    @DisplayName("on PostgreSQL")
    void postgres() throws Exception {
        try (EmbeddedPostgres server =
                EmbeddedPostgres.builder().setServerConfig("fsync", "on").start()) {
            measure(
                    "PostgreSQL",
                    "--spring.profiles.active=postgres",
                    "--DATABASE_URL=" + server.getJdbcUrl("postgres", "postgres"),
                    "--DATABASE_USER=postgres");
        }
    }

    private static void measure(String database, String... settings) throws IOException, InterruptedException {
        List<String> all = new ArrayList<>(Arrays.asList(settings));
        all.add("--server.port=0");
        all.add("--ADMIN_PASSWORD=made-up-for-tests");
        try (ConfigurableApplicationContext application =
                new SpringApplicationBuilder(InspectionResponseApplication.class).run(all.toArray(String[]::new))) {
            publish(application.getBean(JdbcTemplate.class));
            String address = "http://localhost:" + application.getEnvironment().getProperty("local.server.port");
            for (Map.Entry<String, String> request : REQUESTS.entrySet()) {
                print(database, request.getKey(), times(address + "/responses" + request.getValue()));
            }
        }
    }

    private static void publish(JdbcTemplate database) {
        List<String> subjects =
                List.of("custody", "calls at night", "child protection", "rural crime", "stalking", "fraud", "vetting");
        List<Object[]> rows = new ArrayList<>();
        for (int number = 0; number < RESPONSES; number++) {
            LocalDate day = LocalDate.of(2026, 3, 1).minusDays(number % DAYS);
            String title = "Inspection number " + number + ": how forces deal with "
                    + subjects.get(number % subjects.size()) + (number % 10 == 0 ? " in rural custody suites" : "");
            String reference = day.minusDays(40) + "-inspection-number-" + number;
            OffsetDateTime at = day.atTime(12, 0).atOffset(ZoneOffset.UTC);
            rows.add(new Object[] {
                reference,
                1,
                title,
                "Thematic Inspection",
                day.minusDays(40),
                day,
                41,
                true,
                null,
                at,
                at,
                (title + " thematic inspection " + reference).toLowerCase(java.util.Locale.ROOT)
            });
        }
        database.batchUpdate("""
                insert into register_entry (reference, edition, title, inspection_type, report_published_on,
                    published_on, published_on_day, in_time, link, published_at, updated_at, searched)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """, rows);
        database.execute("analyze" + (isH2(database) ? "" : " register_entry"));
    }

    private static boolean isH2(JdbcTemplate database) {
        return database.execute((java.sql.Connection connection) ->
                        connection.getMetaData().getDatabaseProductName())
                .equals("H2");
    }

    private static long[] times(String address) throws IOException, InterruptedException {
        HttpClient http = HttpClient.newHttpClient();
        HttpRequest request = HttpRequest.newBuilder(URI.create(address)).build();
        long[] nanoseconds = new long[MEASURED];
        for (int i = -WARM_UP; i < MEASURED; i++) {
            long begin = System.nanoTime();
            HttpResponse<byte[]> answer = http.send(request, HttpResponse.BodyHandlers.ofByteArray());
            long time = System.nanoTime() - begin;
            assertThat(answer.statusCode()).isEqualTo(200);
            if (i >= 0) {
                nanoseconds[i] = time;
            }
        }
        Arrays.sort(nanoseconds);
        return nanoseconds;
    }

    private static void print(String database, String what, long[] sorted) {
        System.out.printf(
                "BENCHMARK register with %d responses on %s, %s: p50 %.1f ms, p99 %.1f ms (goal 50)%n",
                RESPONSES, database, what, sorted[MEASURED / 2] / 1e6, sorted[MEASURED * 99 / 100] / 1e6);
    }
}
