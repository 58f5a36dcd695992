package uk.opcc.inspectionresponse.released;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import uk.opcc.inspectionresponse.InspectionResponseApplication;
import uk.opcc.inspectionresponse.Staff;
import uk.opcc.inspectionresponse.TestClock;
import uk.opcc.inspectionresponse.Visitor;
import uk.opcc.inspectionresponse.platform.people.Groups;
import uk.opcc.inspectionresponse.platform.rest.Door;
import uk.opcc.inspectionresponse.platform.rest.Doors;
import uk.opcc.inspectionresponse.statutory.StatutoryPeriod;

@DisplayName("On a database that an earlier release has filled")
class EarlierReleasesIT {

    private static final String INSPECTIONS = "/history/process-instance?processDefinitionKeyIn=inspection-response,"
            + "correct-response&maxResults=1000";

    private static final DateTimeFormatter DUE = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSZ");

    private final TestClock clock = new TestClock();

    @TempDir
    private Path folder;

    static Stream<Arguments> databases() {
        return Release.all().stream()
                .flatMap(release -> Stream.of(ReleasedDatabase.Kind.values()).map(kind -> Arguments.of(release, kind)));
    }

    @AfterEach
    void backToNow() {
        ClockUtil.reset();
    }

    @ParameterizedTest(name = "{0}, {1}")
    @MethodSource("databases")
    @DisplayName("nothing is done twice, every inspection ends in the diagram in which it began, and all is on record")
    void goesOn(Release release, ReleasedDatabase.Kind kind) throws IOException {
        clock.moveTo(release.filled().plus(Duration.ofDays(1)));
        try (ReleasedDatabase database = kind.of(release, folder)) {
            Map<String, Long> rows;
            try (ConfigurableApplicationContext application = start(database)) {
                rows = rows(application);
            }
            try (ConfigurableApplicationContext application = start(database)) {
                assertThat(rows(application)).isEqualTo(rows);
                finish(application);
            }
        }
    }

    private void finish(ConfigurableApplicationContext application) {
        int port = Integer.parseInt(application.getEnvironment().getProperty("local.server.port"));
        Doors doors = Doors.rest("http://localhost:" + port);
        Door manager = doors.of(Groups.MANAGERS);
        Map<String, JsonNode> before = inspections(manager);
        assertThat(before.values())
                .extracting(found -> found.path("state").asText())
                .contains("ACTIVE", "COMPLETED");

        int open = count(manager, "/task/count");
        assertThat(open).isPositive();
        assertThat(count(manager, "/task/count?taskVariables=listedWords_like_%25"))
                .isEqualTo(open);

        // Its moments were the office's time on the wall, and are moments of UTC now.
        assertThat(manager.get("/task?maxResults=1000").good().json())
                .extracting(task -> task.path("due").asText())
                .isNotEmpty()
                .allSatisfy(due -> assertThat(OffsetDateTime.parse(due, DUE)
                                .atZoneSameInstant(StatutoryPeriod.ZONE)
                                .toLocalTime())
                        .isEqualTo(LocalTime.of(23, 59, 59)));

        tryAgainWhatFailed(application, manager);
        Finisher people = new Finisher(application.getBean(ManagementService.class), doors);
        people.does(task -> task.path("taskDefinitionKey").asText().matches("send-to-.*|publish-.*"));
        // All that is still under way misses its last day.
        clock.moveTo(clock.instant().plus(Duration.ofDays(60)));
        people.does(task -> true);
        // The mails of the day go out in the morning.
        clock.moveTo(clock.instant().plus(Duration.ofDays(1)));
        people.executeJobs();

        Map<String, JsonNode> after = inspections(manager);
        assertThat(after.keySet()).isEqualTo(before.keySet());
        after.forEach((id, inspection) -> {
            assertThat(inspection.path("state").asText()).as("%s", inspection).isEqualTo("COMPLETED");
            assertThat(inspection.path("processDefinitionId"))
                    .isEqualTo(before.get(id).path("processDefinitionId"));
        });
        assertThat(states(application, "sent_mail")).doesNotContain("queued", "sending");
        assertThat(states(application, "notice")).doesNotContain("collected", "waiting", "sending");
        assertThat(count(manager, "/incident/count")).isZero();
        opens(port, after.values());
    }

    private static int count(Door manager, String question) {
        return manager.get(question).good().json().path("count").asInt();
    }

    /** An incident of the release before: the mail server is there again. */
    private static void tryAgainWhatFailed(ConfigurableApplicationContext application, Door manager) {
        List<String> failed = new ArrayList<>();
        manager.get("/job?noRetriesLeft=true")
                .good()
                .json()
                .forEach(job -> failed.add(job.path("id").asText()));
        assertThat(failed).isNotEmpty();
        ManagementService management = application.getBean(ManagementService.class);
        failed.forEach(job -> management.setJobRetries(job, 1));
    }

    private static void opens(int port, Collection<JsonNode> inspections) {
        Visitor reader = new Visitor(port);
        Visitor manager = new Visitor(port);
        manager.signsIn(Groups.MANAGERS, Staff.password(Groups.MANAGERS));
        String responses = "";
        for (String reference : inspections.stream()
                .filter(inspection ->
                        inspection.path("processDefinitionKey").asText().equals("inspection-response"))
                .map(inspection -> inspection.path("businessKey").asText())
                .collect(Collectors.toSet())) {
            for (String name : List.of("response", "record")) {
                assertThat(new String(
                                manager.downloads("/documents/" + reference + "/" + name + ".pdf")
                                        .body(),
                                StandardCharsets.ISO_8859_1))
                        .as(reference)
                        .startsWith("%PDF-");
            }
            responses +=
                    manager.sees("/documents/" + reference + "/response.html").body();
            assertThat(manager.sees("/evidence/" + reference).body())
                    .contains(reference, "approved version", "Published")
                    .doesNotContain("NOT EQUAL", "DO NOT HAVE");
            assertThat(manager.downloads("/evidence/" + reference + ".zip").statusCode())
                    .isEqualTo(200);
            assertThat(manager.sees("/audit/" + reference).body()).contains(reference, "Approve the response");
            assertThat(reader.sees("/responses/" + reference).statusCode()).isEqualTo(200);
        }
        assertThat(responses)
                .contains("Kept for later: half of the findings.")
                .contains("Kept for later: half of the draft.")
                .contains("Kept for later: half of the second comments.")
                .contains("Kept for later: half of an explanation.")
                .contains("Kept for later: the figure is 8%.");
    }

    private static Map<String, JsonNode> inspections(Door manager) {
        List<JsonNode> found = new ArrayList<>();
        manager.get(INSPECTIONS).good().json().forEach(found::add);
        return found.stream()
                .collect(Collectors.toMap(inspection -> inspection.path("id").asText(), Function.identity()));
    }

    /** How many rows each table has. */
    private static Map<String, Long> rows(ConfigurableApplicationContext application) {
        JdbcTemplate jdbc = application.getBean(JdbcTemplate.class);
        Map<String, Long> rows = new TreeMap<>();
        for (String table : jdbc.queryForList(
                "select table_name from information_schema.tables where lower(table_schema) = 'public'",
                String.class)) {
            // The engine counts what it does, and writes that down as it stops.
            if (!table.equalsIgnoreCase("ACT_RU_METER_LOG")) {
                rows.put(table, jdbc.queryForObject("select count(*) from \"" + table + "\"", Long.class));
            }
        }
        return rows;
    }

    private static List<String> states(ConfigurableApplicationContext application, String table) {
        return application
                .getBean(JdbcTemplate.class)
                .queryForList("select distinct state from " + table, String.class);
    }

    private ConfigurableApplicationContext start(ReleasedDatabase database) {
        List<String> settings = new ArrayList<>(database.settings());
        settings.add("--server.port=0");
        settings.add("--camunda.bpm.job-execution.enabled=false");
        settings.add("--office.mail.folder=" + folder.resolve("mail"));
        return new SpringApplicationBuilder(InspectionResponseApplication.class)
                .initializers(context -> ((GenericApplicationContext) context)
                        .registerBean("testClock", TestClock.class, () -> clock, bean -> bean.setPrimary(true)))
                .run(settings.toArray(String[]::new));
    }
}
