package uk.opcc.inspectionresponse.benchmark;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.builder.AbstractFlowNodeBuilder;
import org.camunda.bpm.model.bpmn.builder.SubProcessBuilder;
import uk.opcc.inspectionresponse.platform.rest.Door;

/**
 * A diagram of the shape of an inspection, with tasks and a timer and nothing else, on an engine with nothing added.
 */
final class BareLifecycle extends Lifecycle {

    private static final String DATABASE = "bare";
    private static final String PROCESS = "bare-inspection";
    private static final String DAY_50 = "day-50";
    private static final String ADMIN = "admin";
    private static final Pattern SERVING = Pattern.compile("Tomcat started on port (\\d+)");
    private static final List<String> COPIES = List.of("copy-1", "copy-2", "copy-3", "copy-4", "copy-5");

    private final Process process;
    private final Door officer;
    private final Door office;
    private final Door approver;
    private final Door manager;

    private BareLifecycle(Process process, String address) {
        this.process = process;
        Door admin = Door.rest(address, ADMIN, ADMIN);
        deploy(admin);
        this.officer = person(admin, address, "officers");
        this.office = person(admin, address, "constables");
        this.approver = person(admin, address, "approvers");
        this.manager = person(admin, address, "managers");
    }

    static BareLifecycle start(EmbeddedPostgres server, Path folder) throws SQLException, IOException {
        createDatabase(server, DATABASE);
        Path jar = BareCamundaJar.packWithJsonAndPostgres(packaged(), folder.resolve("bare.jar"));
        ProcessBuilder builder = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElse("java"),
                        "-Xmx512m",
                        "-jar",
                        jar.toString(),
                        "--server.port=0",
                        "--bare.people=true",
                        "--camunda.bpm.admin-user.id=" + ADMIN,
                        "--camunda.bpm.admin-user.password=" + ADMIN,
                        "--camunda.bpm.authorization.enabled=true",
                        "--camunda.bpm.default-serialization-format=application/json",
                        "--camunda.bpm.history-level=full",
                        "--camunda.bpm.generic-properties.properties.history-time-to-live=P1D",
                        "--spring.datasource.hikari.maximum-pool-size=30",
                        "--spring.datasource.username=postgres",
                        "--spring.datasource.url=" + server.getJdbcUrl("postgres", DATABASE))
                .redirectErrorStream(true);
        Process process = builder.start();
        BufferedReader lines = process.inputReader(StandardCharsets.UTF_8);
        StringBuilder output = new StringBuilder();
        String port = null;
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            output.append(line).append('\n');
            Matcher serving = SERVING.matcher(line);
            if (serving.find()) {
                port = serving.group(1);
            }
            if (line.contains("Started BareCamunda in")) {
                drain(lines);
                try {
                    return new BareLifecycle(process, "http://localhost:" + port);
                } catch (RuntimeException | AssertionError e) {
                    process.destroyForcibly();
                    throw e;
                }
            }
        }
        throw new AssertionError("the bare engine did not come up:\n" + output);
    }

    static void createDatabase(EmbeddedPostgres server, String name) throws SQLException {
        try (Connection connection = server.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("create database " + name);
        }
    }

    static Path packaged() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("target"))) {
            return files.filter(file -> file.getFileName().toString().matches("inspection-response-.*\\.jar"))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private static void drain(BufferedReader lines) {
        Thread reader = new Thread(() -> lines.lines().forEach(line -> {}), "output of the bare engine");
        reader.setDaemon(true);
        reader.start();
    }

    /** Has the group whose tasks and instances they see, as the application's roles do. */
    private static Door person(Door admin, String address, String group) {
        admin.post(
                        "/user/create",
                        Map.of(
                                "profile",
                                Map.of("id", group, "firstName", group),
                                "credentials",
                                Map.of("password", group)))
                .good();
        admin.post("/group/create", Map.of("id", group, "name", group, "type", "WORKFLOW"))
                .good();
        admin.put("/group/" + group + "/members/" + group, Map.of()).good();
        boolean all = group.equals("managers");
        grant(
                admin,
                group,
                6,
                List.of("READ", "CREATE_INSTANCE", all ? "READ_TASK" : "READ", all ? "READ_HISTORY" : "READ"));
        grant(admin, group, 8, List.of("CREATE"));
        return Door.rest(address, group, group);
    }

    private static void grant(Door admin, String group, int resource, List<String> permissions) {
        admin.post(
                        "/authorization/create",
                        Map.of(
                                "type", 1,
                                "permissions", permissions,
                                "groupId", group,
                                "resourceType", resource,
                                "resourceId", "*"))
                .good();
    }

    private static void deploy(Door admin) {
        String boundary = "a-boundary-of-parts";
        String body = "--" + boundary + "\r\nContent-Disposition: form-data; name=\"deployment-name\"\r\n\r\nbare\r\n--"
                + boundary
                + "\r\nContent-Disposition: form-data; name=\"data\"; filename=\"bare.bpmn\"\r\n"
                + "Content-Type: text/xml\r\n\r\n" + Bpmn.convertToString(diagram()) + "\r\n--" + boundary + "--\r\n";
        admin.send(
                        HttpRequest.newBuilder()
                                .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                                .POST(HttpRequest.BodyPublishers.ofString(body)),
                        "/deployment/create")
                .good();
    }

    /** What stands where the application works is a service task that does nothing. */
    private static BpmnModelInstance diagram() {
        AbstractFlowNodeBuilder<?, ?> node = Bpmn.createExecutableProcess(PROCESS)
                .camundaHistoryTimeToLiveString("P1D")
                .startEvent()
                .serviceTask("dates")
                .camundaExpression("${true}")
                .subProcess("respond")
                .embeddedSubProcess()
                .startEvent()
                .userTask("findings")
                .camundaCandidateGroups("officers")
                .serviceTask("read")
                .camundaExpression("${true}")
                .userTask("check")
                .camundaCandidateGroups("officers")
                .userTask("comments")
                .camundaCandidateGroups("constables,officers")
                .subProcess("explanations")
                .multiInstance()
                .parallel()
                .cardinality(String.valueOf(RECOMMENDATIONS))
                .<SubProcessBuilder>multiInstanceDone()
                .embeddedSubProcess()
                .startEvent()
                .userTask("explain")
                .camundaCandidateGroups("officers")
                .serviceTask("keep")
                .camundaAsyncBefore()
                .camundaExpression("${true}")
                .endEvent()
                .subProcessDone()
                .userTask("draft")
                .camundaCandidateGroups("officers")
                .userTask("approve")
                .camundaCandidateGroups("approvers")
                .serviceTask("approved")
                .camundaAsyncBefore()
                .camundaExpression("${true}")
                .parallelGateway("distribute");
        node = node.userTask(COPIES.get(0))
                .camundaCandidateGroups("officers")
                .parallelGateway("distributed")
                .camundaAsyncBefore();
        for (String copy : COPIES.subList(1, COPIES.size())) {
            node = node.moveToNode("distribute")
                    .userTask(copy)
                    .camundaCandidateGroups("officers")
                    .connectTo("distributed");
        }
        return node.moveToNode("distributed")
                .endEvent()
                .subProcessDone()
                .endEvent()
                .moveToActivity("respond")
                .boundaryEvent(DAY_50)
                .cancelActivity(false)
                .timerWithDuration("P49D")
                .endEvent()
                .done();
    }

    @Override
    String registered() {
        return id(timed(
                        officer,
                        "/process-definition/key/" + PROCESS + "/submit-form",
                        Map.of(
                                "variables",
                                Map.of(
                                        "title", plain("Calls at night"),
                                        "datePublished", plain("2026-11-30"),
                                        "inspectionType", plain("PEEL Inspection"))))
                .json());
    }

    @Override
    String escalation() {
        return DAY_50;
    }

    @Override
    void inspection() {
        String inspection = registered();
        completes(officer, inspection, "findings", texts("findings", "keyFindings", "findingsNext"));
        completes(officer, inspection, "check", Map.of("recommendationsCheck", plain("right")));
        completes(office, inspection, "comments", texts("comments", "text", "commentsNext"));
        List<String> explanations = tasks(manager, inspection, "explain", RECOMMENDATIONS);
        for (int item = 0; item < explanations.size(); item++) {
            submit(officer, explanations.get(item), texts("explanation" + item, "text", "explanationNext"));
        }
        completes(officer, inspection, "draft", texts("response", "text", "draftNext"));
        completes(approver, inspection, "approve", Map.of("approvalDecision", plain("approve")));
        List<String> copies = new ArrayList<>(COPIES);
        for (String copy : copies) {
            completes(officer, inspection, copy, Map.of(copy, json(Map.of("way", "another", "note", "By post."))));
        }
        awaitEnd(manager, inspection);
    }

    private Map<String, ?> texts(String variable, String property, String next) {
        Map<String, Object> variables = new LinkedHashMap<>();
        variables.put(variable, json(Map.of(property, text())));
        variables.put(next, plain("done"));
        return variables;
    }

    private void completes(Door person, String inspection, String key, Map<String, ?> variables) {
        submit(person, tasks(manager, inspection, key, 1).get(0), variables);
    }

    private void submit(Door person, String task, Map<String, ?> variables) {
        timed(person, "/task/" + task + "/submit-form", Map.of("variables", variables));
    }

    @Override
    String database() {
        return DATABASE;
    }

    @Override
    public void close() {
        process.destroy();
        try {
            process.waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
