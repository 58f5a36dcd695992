package uk.opcc.inspectionresponse.released;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import uk.opcc.inspectionresponse.InspectionResponseApplication;
import uk.opcc.inspectionresponse.TestClock;
import uk.opcc.inspectionresponse.platform.people.Groups;
import uk.opcc.inspectionresponse.platform.rest.Door;
import uk.opcc.inspectionresponse.platform.rest.Doors;
import uk.opcc.inspectionresponse.platform.start.ApplicationProcess;

@DisplayName("An office that moves from H2 to PostgreSQL")
class MoveIT {

    private static final String MOVE = "move-to-postgresql";
    private static final Path DIAGRAM = Path.of("processes/inspection-response.bpmn");
    private static final String INSPECTIONS =
            "/history/process-instance?processDefinitionKey=inspection-response&maxResults=1000";

    private final TestClock clock = new TestClock();

    @TempDir
    private Path folder;

    @AfterEach
    void backToNow() {
        ClockUtil.reset();
    }

    @Test
    @DisplayName("with an inspection at every stage, killed as it stood, finishes every one of them there")
    void goesOn() throws Exception {
        try (EmbeddedPostgres server = EmbeddedPostgres.start()) {
            Map<String, String> postgres =
                    Map.of("DATABASE_URL", server.getJdbcUrl("postgres", "postgres"), "DATABASE_USER", "postgres");
            ApplicationProcess onH2 = ApplicationProcess.start(folder, Map.of("SPRING_PROFILES_ACTIVE", "demo"));
            onH2.awaitReady();
            Door manager = Door.rest(onH2.address(), "martin", "demo");
            assertThat(stages(manager)).containsAll(drawn());

            ApplicationProcess.Ended tooEarly = ApplicationProcess.runs(folder, postgres, MOVE);
            assertThat(tooEarly.code()).as(tooEarly.output()).isEqualTo(1);
            assertThat(tooEarly.output()).contains("The application runs");
            Set<String> inspections = states(manager).keySet();
            Set<String> stages = stages(manager);
            onH2.kill();
            byte[] file = Files.readAllBytes(folder.resolve(ReleasedDatabase.H2_FILE));

            ApplicationProcess.Ended moved = ApplicationProcess.runs(folder, postgres, MOVE);

            assertThat(moved.code()).as(moved.output()).isZero();
            assertThat(moved.output()).contains("Everything was moved").doesNotContain("WARN", "ERROR", "Exception");
            assertThat(folder.resolve(ReleasedDatabase.H2_FILE)).hasBinaryContent(file);
            ApplicationProcess.Ended again = ApplicationProcess.runs(folder, postgres, MOVE);
            assertThat(again.code()).as(again.output()).isEqualTo(1);

            try (ConfigurableApplicationContext application = start(postgres)) {
                String address =
                        "http://localhost:" + application.getEnvironment().getProperty("local.server.port");
                Doors doors = Doors.rest(address);
                Doors.employ(Door.rest(address, "admin", "admin"));
                Door now = doors.of(Groups.MANAGERS);
                assertThat(states(now).keySet()).isEqualTo(inspections);
                assertThat(stages(now)).isEqualTo(stages);

                Finisher people = new Finisher(application.getBean(ManagementService.class), doors);
                people.does(task -> !task.path("taskDefinitionKey").asText().equals("await-the-publication"));
                // What was announced comes out; all that is still under way is escalated.
                clock.moveTo(clock.instant().plus(Duration.ofDays(60)));
                people.does(task -> true);

                assertThat(states(now).keySet()).isEqualTo(inspections);
                assertThat(states(now).values()).containsOnly("COMPLETED");
                assertThat(now.get("/incident/count")
                                .good()
                                .json()
                                .path("count")
                                .asInt())
                        .isZero();
            }
        }
    }

    private static Set<String> drawn() {
        return Bpmn.readModelFromFile(DIAGRAM.toFile()).getModelElementsByType(UserTask.class).stream()
                .map(UserTask::getId)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Where inspections wait for people. */
    private static Set<String> stages(Door manager) {
        Set<String> stages = new TreeSet<>();
        manager.get("/task?maxResults=1000")
                .good()
                .json()
                .forEach(task -> stages.add(task.path("processInstanceId").asText() + " "
                        + task.path("taskDefinitionKey").asText()));
        Set<String> all = new TreeSet<>(stages);
        stages.forEach(stage -> all.add(stage.substring(stage.indexOf(' ') + 1)));
        return all;
    }

    /** What has become of each inspection, by its reference. */
    private static Map<String, String> states(Door manager) {
        Map<String, String> states = new TreeMap<>();
        for (JsonNode inspection : manager.get(INSPECTIONS).good().json()) {
            states.put(
                    inspection.path("businessKey").asText(),
                    inspection.path("state").asText());
        }
        return states;
    }

    /** With jobs that are executed one after the other. */
    private ConfigurableApplicationContext start(Map<String, String> postgres) {
        List<String> settings = List.of(
                "--spring.profiles.active=postgres",
                "--DATABASE_URL=" + postgres.get("DATABASE_URL"),
                "--DATABASE_USER=" + postgres.get("DATABASE_USER"),
                "--camunda.bpm.job-execution.enabled=false",
                "--server.port=0",
                "--DATA_FOLDER=" + folder,
                "--ADMIN_PASSWORD=made-up-for-tests",
                "--office.mail.folder=" + folder.resolve("mail"));
        return new SpringApplicationBuilder(InspectionResponseApplication.class)
                .initializers(context -> ((GenericApplicationContext) context)
                        .registerBean("testClock", TestClock.class, () -> clock, bean -> bean.setPrimary(true)))
                .run(settings.toArray(String[]::new));
    }
}
