package uk.opcc.inspectionresponse.platform.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import uk.opcc.inspectionresponse.OfficeServer;
import uk.opcc.inspectionresponse.Staff;
import uk.opcc.inspectionresponse.Visitor;

@OfficeServer
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@DisplayName("The roles")
class RolesTest {

    private static final List<Integer> REFUSED = List.of(400, 401, 403, 404);

    private final ProcessEngine engine;
    private final int port;
    private final Map<String, Visitor> visitors = new HashMap<>();
    private Inspections inspections;

    @Autowired
    RolesTest(ProcessEngine engine, @LocalServerPort int port) {
        this.engine = engine;
        this.port = port;
    }

    @BeforeAll
    void everybodySignsIn() {
        Staff.employ(engine.getIdentityService());
        inspections = new Inspections(engine);
        for (String role : Staff.ROLES.keySet()) {
            Visitor visitor = new Visitor(port);
            visitor.signsIn(role, Staff.password(role));
            visitors.put(role, visitor);
        }
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("cells")
    @DisplayName("may do what the table says, and nothing else")
    void cell(Action action, String role) {
        HttpResponse<String> answer = send(action.call().apply(inspections.as(role)), role);
        if (action.allowed().contains(role)) {
            assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 299);
        } else {
            assertThat(answer.statusCode()).as(answer.body()).isIn(REFUSED);
        }
    }

    static Stream<Arguments> cells() {
        return Arrays.stream(Action.ALL)
                .flatMap(action -> Staff.ROLES.keySet().stream().map(role -> Arguments.of(action, role)));
    }

    private HttpResponse<String> send(Action.Call call, String role) {
        Visitor visitor = visitors.get(role);
        if (call.isPage()) {
            return visitor.sees(call.path());
        }
        if (call.method().equals("DEPLOY")) {
            String diagram = """
                    <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" targetNamespace="t">
                    <process id="another" isExecutable="true" xmlns:camunda="http://camunda.org/schema/1.0/bpmn"
                    camunda:historyTimeToLive="P1D"><startEvent id="start"/></process></definitions>""";
            return visitor.asks(visitor.request("/engine-rest" + call.path())
                    .header("Authorization", Visitor.basic(role, Staff.password(role)))
                    .header("Content-Type", "multipart/form-data; boundary=x")
                    .POST(HttpRequest.BodyPublishers.ofString(
                            "--x\r\nContent-Disposition: form-data; name=\"another.bpmn\"; filename=\"another.bpmn\"\r\n"
                                    + "Content-Type: text/xml\r\n\r\n" + diagram + "\r\n--x--\r\n")));
        }
        return visitor.asks(role, Staff.password(role), call.method(), "/engine-rest" + call.path(), call.json());
    }

    @Test
    @DisplayName("see in the list of tasks their own tasks only, managers and administrators all")
    void lists() {
        inspections.task("record-findings");
        inspections.task("approve-response");
        inspections.task("approve-correction");
        inspections.task("publish-on-website");
        inspections.sentBackTask();
        assertThat(listed("chief-constables-office")).containsOnly("submit-comments");
        assertThat(listed("approvers")).containsOnly("approve-response", "approve-correction");
        assertThat(listed("communications")).containsOnly("publish-on-website");
        assertThat(listed("process-owners")).isEmpty();
        assertThat(listed("policy-officers"))
                .contains("record-findings", "submit-comments", "send-to-hmicfrs", "publish-on-website")
                .doesNotContain("approve-response", "chase-outstanding-work", "write-correction");
        assertThat(listed("managers"))
                .contains("record-findings", "approve-response", "publish-on-website", "approve-correction");
    }

    private List<String> listed(String role) {
        String tasks = visitors.get(role)
                .asks(role, Staff.password(role), "GET", "/engine-rest/task?maxResults=1000", null)
                .body();
        return java.util.regex.Pattern.compile("\"taskDefinitionKey\":\"([^\"]+)\"")
                .matcher(tasks)
                .results()
                .map(match -> match.group(1))
                .distinct()
                .toList();
    }

    @Test
    @DisplayName("of the Chief Constable's office see of a drafted response the reasons it was sent back, and no draft")
    void noDraftForTheChiefConstable() {
        String role = "chief-constables-office";
        String task = "/engine-rest/task/" + inspections.sentBackTask();
        Visitor visitor = visitors.get(role);
        assertThat(visitor.asks(
                                role,
                                Staff.password(role),
                                "GET",
                                task + "/form-variables?deserializeValues=false",
                                null)
                        .body())
                .contains("Please say when.")
                .contains("\"title\"")
                .doesNotContain("\"response\"", "\"rounds\"", "\"explanations\"", "\"draftedBy\"", "I welcome");
        assertThat(visitor.asks(
                                role,
                                Staff.password(role),
                                "GET",
                                task + "/form-variables?variableNames=response,rounds",
                                null)
                        .body())
                .isEqualTo("{}");
        assertThat(visitor.sees("/camunda/app/tasklist/default/").statusCode()).isEqualTo(200);
        assertThat(visitor.sees("/camunda/api/engine/engine/default/task/" + inspections.sentBackTask()
                                + "/form-variables?deserializeValues=false")
                        .body())
                .contains("Please say when.")
                .doesNotContain("\"response\"", "\"rounds\"");
        for (String variable : List.of("", "/response", "/rounds", "/explanations", "/response/data")) {
            assertThat(visitor.asks(role, Staff.password(role), "GET", task + "/variables" + variable, null)
                            .statusCode())
                    .as(variable)
                    .isEqualTo(403);
        }
        assertThat(visitor.asks(role, Staff.password(role), "GET", "/engine-rest/variable-instance", null)
                        .body())
                .doesNotContain("\"response\"", "\"rounds\"", "\"explanations\"");
        assertThat(visitor.asks(role, Staff.password(role), "GET", "/engine-rest/history/variable-instance", null)
                        .body())
                .isEqualTo("[]");
    }

    @Test
    @DisplayName("keep no right to a task that was given to somebody else")
    void reassigned() {
        Staff.employ(engine.getIdentityService(), "leaver", "policy-officers");
        String task = inspections.task("record-findings");
        Visitor visitor = new Visitor(port);
        String path = "/engine-rest/task/" + task;
        assertThat(visitor.asks("leaver", Staff.password("leaver"), "POST", path + "/claim", "{\"userId\":\"leaver\"}")
                        .statusCode())
                .isEqualTo(204);
        assertThat(visitor.asks("leaver", Staff.password("leaver"), "POST", path + "/unclaim", "{}")
                        .statusCode())
                .isEqualTo(204);
        engine.getIdentityService().deleteMembership("leaver", "policy-officers");
        assertThat(visitor.asks("leaver", Staff.password("leaver"), "GET", path, null)
                        .statusCode())
                .isIn(403, 404);
        assertThat(visitor.asks(
                                "leaver",
                                Staff.password("leaver"),
                                "POST",
                                path + "/assignee",
                                "{\"userId\":\"policy-officers\"}")
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    @DisplayName("stand in the documentation as they are")
    void documentation() throws IOException {
        String table = "| | " + String.join(" | ", Staff.ROLES.values()) + " |\n|"
                + " --- |".repeat(Staff.ROLES.size() + 1) + "\n"
                + Arrays.stream(Action.ALL)
                        .map(action -> "| " + action.what() + " | "
                                + Staff.ROLES.keySet().stream()
                                        .map(role -> action.allowed().contains(role) ? "yes" : "")
                                        .collect(Collectors.joining(" | "))
                                + " |")
                        .collect(Collectors.joining("\n"));
        assertThat(Files.readString(Path.of("docs/roles.md"))).contains(table);
    }
}
