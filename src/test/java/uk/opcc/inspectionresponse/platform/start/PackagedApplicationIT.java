package uk.opcc.inspectionresponse.platform.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import uk.opcc.inspectionresponse.platform.people.Groups;
import uk.opcc.inspectionresponse.platform.rest.Door;
import uk.opcc.inspectionresponse.platform.rest.Doors;
import uk.opcc.inspectionresponse.platform.rest.LongText;

@DisplayName("The packaged application")
class PackagedApplicationIT {

    private static final Map<String, String> NOTHING_MORE = Map.of();
    private static final Map<String, String> DEMO = Map.of("SPRING_PROFILES_ACTIVE", "demo");
    private static final int KILLS = 2;
    private static final int CLIENTS = 4;

    @TempDir
    private Path folder;

    @Test
    @DisplayName("says what to do and does not start without a password for the administrator, and creates nothing")
    void noPassword() {
        Path data = folder.resolve("data");
        try (ApplicationProcess application = ApplicationProcess.start(data, NOTHING_MORE)) {
            assertThat(application.awaitExit()).isNotZero();
            assertThat(application.output()).contains("ADMIN_PASSWORD").contains("Nothing was started");
            assertThat(data).doesNotExist();
        }
    }

    @Test
    @DisplayName("does not start with a weak password for the administrator, says why and creates nothing")
    void weakPassword() {
        Path data = folder.resolve("data");
        // Which passwords are weak is tried where they are judged: each start takes a while.
        try (ApplicationProcess application =
                ApplicationProcess.start(data, Map.of("ADMIN_PASSWORD", "password1234"))) {
            assertThat(application.awaitExit()).isNotZero();
            assertThat(application.output())
                    .contains("is not accepted: it must", "Nothing was started")
                    .doesNotContain("\tat ", "password1234 ");
            assertThat(data).doesNotExist();
        }
    }

    @Test
    @DisplayName("starts where the administrator is there already, whatever password is configured since")
    void weakPasswordLater() {
        ApplicationProcess.startedFromTheJar(folder).close();
        try (ApplicationProcess again = ApplicationProcess.started(folder, Map.of("ADMIN_PASSWORD", "short"))) {
            assertThat(administrator(again, ApplicationProcess.ADMIN_PASSWORD)
                            .get("/user/count")
                            .status())
                    .isEqualTo(200);
        }
    }

    @Test
    @DisplayName("has no users but the administrator, and loses nothing that it confirmed when it is killed, twice")
    void killed() throws InterruptedException {
        // The seed is printed, so that a failure can be repeated.
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        Confirmed confirmed = new Confirmed(new ConcurrentLinkedQueue<>(), new ConcurrentLinkedQueue<>());
        ApplicationProcess application = ApplicationProcess.started(folder, NOTHING_MORE);
        try {
            assertThat(administrator(application, ApplicationProcess.ADMIN_PASSWORD)
                            .get("/user")
                            .good()
                            .json())
                    .extracting(user -> user.path("id").asText())
                    .containsExactly("admin");
            Doors.employ(administrator(application, ApplicationProcess.ADMIN_PASSWORD));
            for (int kill = 1; kill <= KILLS; kill++) {
                int moment = confirmed.tasks.size() + 10 + random.nextInt(60);
                ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);
                Door door = Doors.rest(application.address()).of(Groups.POLICY_OFFICERS);
                for (int client = 0; client < CLIENTS; client++) {
                    clients.execute(() -> workUntilItDies(door, confirmed));
                }
                await().pollInterval(Duration.ofMillis(5))
                        .atMost(Duration.ofMinutes(2))
                        .until(() -> confirmed.tasks.size() >= moment);
                application.kill();
                clients.shutdown();
                assertThat(clients.awaitTermination(1, TimeUnit.MINUTES)).isTrue();

                application = ApplicationProcess.started(folder, NOTHING_MORE);
                Door again = Doors.rest(application.address()).of(Groups.MANAGERS);
                assertThat(ids(again, "/history/process-instance?maxResults=100000"))
                        .as("kill %s, seed %s", kill, seed)
                        .containsAll(confirmed.inspections);
                assertThat(ids(again, "/history/task?finished=true&maxResults=100000"))
                        .as("kill %s, seed %s", kill, seed)
                        .containsAll(confirmed.tasks);
            }
        } finally {
            application.close();
        }
        assertThat(confirmed.tasks).hasSizeGreaterThan(KILLS * 10);
    }

    /** What the server has answered with a good status: ids of inspections, and of tasks that are completed. */
    private record Confirmed(Queue<String> inspections, Queue<String> tasks) {}

    private static void workUntilItDies(Door door, Confirmed confirmed) {
        Map<String, Object> findings = Map.of(
                "findings",
                Map.of("type", "Json", "value", "{\"keyFindings\": \"" + "x".repeat(10_000) + "\"}"),
                "findingsNext",
                Map.of("value", "none"));
        try {
            while (true) {
                Map<String, Object> report = Map.of(
                        "title", Map.of("value", "Custody, " + UUID.randomUUID()),
                        "datePublished", Map.of("value", "2024-02-29"),
                        "inspectionType", Map.of("value", "PEEL Inspection"));
                String inspection = door.post(
                                "/process-definition/key/inspection-response/submit-form", Map.of("variables", report))
                        .good()
                        .json()
                        .path("id")
                        .asText();
                confirmed.inspections.add(inspection);
                String task = door.get("/task?taskDefinitionKey=record-findings&processInstanceId=" + inspection)
                        .good()
                        .json()
                        .path(0)
                        .path("id")
                        .asText();
                Door.Answer answer = door.post("/task/" + task + "/submit-form", Map.of("variables", findings));
                // 2024 is over: the escalation may have come at the same moment, and then nothing is confirmed.
                if (answer.status() != 409) {
                    answer.good();
                    confirmed.tasks.add(task);
                }
            }
        } catch (RuntimeException connectionIsGone) {
            // That is what it waited for.
        }
    }

    private static List<String> ids(Door door, String path) {
        List<String> ids = new ArrayList<>();
        door.get(path).good().json().forEach(found -> ids.add(found.path("id").asText()));
        return ids;
    }

    @Test
    @DisplayName(
            "with the demo, killed while it brings its inspections in, goes on at the next start and does nothing twice")
    void demo() {
        ApplicationProcess first = ApplicationProcess.start(folder, DEMO);
        first.awaitServing();
        int moment = new Random().nextInt(25);
        Door door = administrator(first, "admin");
        await().pollInterval(Duration.ofMillis(5))
                .atMost(Duration.ofMinutes(2))
                .until(() ->
                        ids(door, "/history/task?finished=true&maxResults=1000").size() >= moment);
        first.kill();

        Map<String, Integer> seeded;
        String changed;
        try (ApplicationProcess second = ApplicationProcess.start(folder, DEMO)) {
            second.awaitReady();
            await().untilAsserted(() -> assertThat(second.output())
                    .contains(second.address() + "/camunda/app/tasklist/")
                    .contains(second.address() + "/camunda/app/cockpit/")
                    .contains(second.address() + "/engine-rest")
                    .contains("priya / ", "grace / ", "helen / ", "tomasz / ", "martin / ", "admin / admin")
                    .doesNotContain("stays as it is"));
            Door again = manager(second);
            seeded = completedTasksByInspection(again);
            assertThat(seeded).as("killed after %s tasks", moment).isEqualTo(stepsOfTheDemo());

            changed = Door.rest(second.address(), "priya", "demo")
                    .post("/process-definition/key/inspection-response/submit-form", start())
                    .good()
                    .json()
                    .path("id")
                    .asText();
        }
        try (ApplicationProcess third = ApplicationProcess.start(folder, DEMO)) {
            third.awaitReady();
            Door again = manager(third);
            Map<String, Integer> kept = completedTasksByInspection(again);
            assertThat(again.get("/process-instance/" + changed).good().body()).contains("mine");
            kept.remove("mine");
            assertThat(kept).isEqualTo(seeded);
            assertThat(again.get("/task/count?processInstanceId=" + changed)
                            .good()
                            .json()
                            .path("count")
                            .asInt())
                    .isPositive();
        }
    }

    private static Door administrator(ApplicationProcess application, String password) {
        return Door.rest(application.address(), "admin", password);
    }

    /** Of the demo. */
    private static Door manager(ApplicationProcess application) {
        return Door.rest(application.address(), "martin", "demo");
    }

    private static Map<String, Object> start() {
        return Map.of(
                "businessKey",
                "mine",
                "variables",
                Map.of(
                        "title", Map.of("value", LongText.of(200)),
                        "datePublished", Map.of("value", "2024-02-29"),
                        "inspectionType", Map.of("value", "PEEL Inspection")));
    }

    /** By the reference of the inspection; a reference that is there twice is an error. */
    private static Map<String, Integer> completedTasksByInspection(Door door) {
        Map<String, Integer> completed = new TreeMap<>();
        for (JsonNode inspection : door.get(
                        "/history/process-instance?processDefinitionKey=inspection-response&maxResults=1000")
                .good()
                .json()) {
            Integer before = completed.put(
                    inspection.path("businessKey").asText(),
                    door.get("/history/task/count?finished=true&taskDeleteReason=completed&processInstanceId="
                                    + inspection.path("id").asText())
                            .good()
                            .json()
                            .path("count")
                            .asInt());
            assertThat(before).as(inspection.toString()).isNull();
        }
        return completed;
    }

    /** How many tasks the demo's file completes, by the reference of the inspection. */
    @SuppressWarnings("unchecked")
    private static Map<String, Integer> stepsOfTheDemo() {
        Map<String, Integer> steps = new TreeMap<>();
        List<Map<String, Object>> inspections = new Yaml(new SafeConstructor(new LoaderOptions()))
                .load(PackagedApplicationIT.class.getResourceAsStream("/demo/inspections.yaml"));
        for (Map<String, Object> inspection : inspections) {
            List<Map<String, Object>> taken = (List<Map<String, Object>>) inspection.getOrDefault("steps", List.of());
            steps.put((String) inspection.get("reference"), (int)
                    taken.stream().filter(step -> step.get("form") != null).count());
        }
        assertThat(new TreeSet<>(steps.values())).hasSizeGreaterThan(3);
        return steps;
    }
}
