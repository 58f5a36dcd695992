package uk.opcc.inspectionresponse.platform.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import uk.opcc.inspectionresponse.InspectionResponseApplication;

@DisplayName("While the database server is silent, as behind a network that swallows everything,")
class DatabaseThatIsDownIT {

    private final HttpClient client = HttpClient.newHttpClient();

    @TempDir
    private Path folder;

    @Test
    @DisplayName(
            "people get a page, clients a problem, the monitoring is told, and all goes on by itself when it answers again")
    void silent() throws Exception {
        try (EmbeddedPostgres server =
                        EmbeddedPostgres.builder().setDataDirectory(folder).start();
                ConfigurableApplicationContext application = new SpringApplicationBuilder(
                                InspectionResponseApplication.class)
                        .profiles("postgres")
                        .run(
                                "--server.port=0",
                                "--DATABASE_URL=" + server.getJdbcUrl("postgres", "postgres"),
                                "--DATABASE_USER=postgres")) {
            String address = "http://localhost:" + application.getEnvironment().getProperty("local.server.port");
            assertThat(get(address + "/responses", "text/html").statusCode()).isEqualTo(200);
            assertThat(get(address + "/actuator/health", "*/*").statusCode()).isEqualTo(200);
            signal("STOP", server);
            try {
                // Already the first one, which is under way when it is found out.
                HttpResponse<String> page = get(address + "/responses", "text/html");
                assertThat(page.statusCode()).isEqualTo(503);
                assertThat(page.headers().firstValue("Retry-After")).isPresent();
                assertThat(page.body())
                        .contains(
                                "<h1>Sorry, there is a problem with the service</h1>", "The database does not answer");

                HttpResponse<String> problem = get(address + "/engine-rest/task", "application/json");
                assertThat(problem.statusCode()).isEqualTo(503);
                assertThat(problem.headers().firstValue("Retry-After")).isPresent();
                assertThat(problem.body()).contains("\"status\":503", "was not done");

                assertThat(get(address + "/actuator/health", "*/*").body()).contains("DOWN");
                assertThat(get(address + "/pages/pages.css", "*/*").statusCode())
                        .isEqualTo(200);
            } finally {
                signal("CONT", server);
            }
            await().atMost(Duration.ofMinutes(1))
                    .until(() -> get(address + "/responses", "text/html").statusCode() == 200);
            assertThat(get(address + "/actuator/health", "*/*").body()).contains("UP");
        }
    }

    private HttpResponse<String> get(String address, String accept) throws IOException, InterruptedException {
        return client.send(
                HttpRequest.newBuilder(URI.create(address))
                        .header("Accept", accept)
                        .timeout(Duration.ofMinutes(1))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private void signal(String signal, EmbeddedPostgres server) throws IOException, InterruptedException {
        ProcessHandle postmaster = ProcessHandle.of(Long.parseLong(
                        Files.readAllLines(folder.resolve("postmaster.pid")).get(0)))
                .orElseThrow();
        List<String> command = new ArrayList<>(List.of("kill", "-" + signal));
        Stream.concat(Stream.of(postmaster), postmaster.descendants())
                .map(process -> String.valueOf(process.pid()))
                .forEach(command::add);
        assertThat(new ProcessBuilder(command).start().waitFor())
                .as("%s to %s", signal, server)
                .isZero();
    }
}
