package uk.opcc.inspectionresponse.platform.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.task.TaskQuery;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;
import uk.opcc.inspectionresponse.OfficeServer;
import uk.opcc.inspectionresponse.Staff;
import uk.opcc.inspectionresponse.TheOffice;
import uk.opcc.inspectionresponse.Visitor;
import uk.opcc.inspectionresponse.platform.people.Groups;
import uk.opcc.inspectionresponse.platform.rest.Door.Answer;

/** Requests that somebody may try and that must be refused, with no fault of the server and nothing changed. */
@OfficeServer
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@DisplayName("Refused is")
class RefusedRequestsTest {

    private static final List<Integer> REFUSED = List.of(400, 401, 403, 404, 405, 409, 413, 415);
    private static final String JSON_DRAFT = "{\"type\": \"Json\", \"value\": \"{\\\"text\\\": \\\"I agree.\\\"}\"}";

    private final ProcessEngine engine;
    private final JdbcTemplate database;
    private final int port;
    private final TheOffice office;

    private String findings;
    private String comments;
    private String draft;
    private String approval;
    private String publication;
    private ProcessInstance inspection;

    private final Map<String, String> contents = new TreeMap<>();

    /** The number of the last change of each table when it was read: to read them all takes longer than a request. */
    private final Map<String, Object> readAt = new HashMap<>();

    private final Map<String, String> read = new HashMap<>();

    private Map<String, String> afterTheOneBefore;

    @Autowired
    RefusedRequestsTest(ProcessEngine engine, JdbcTemplate database, @LocalServerPort int port) {
        this.engine = engine;
        this.database = database;
        this.port = port;
        this.office = new TheOffice(engine);
    }

    @BeforeAll
    void inspectionsAreAtEveryStage() {
        Staff.employ(engine.getIdentityService());
        inspection = office.registers("Custody", "2018-07-19");
        findings = id(inspection, "record-findings");
        ProcessInstance second = office.registers("Custody", "2018-07-19");
        office.recordsNoRecommendations(second);
        comments = id(second, "submit-comments");
        ProcessInstance third = office.hasDrafted("Custody", "2018-07-19");
        office.sendsBack(third, "drafter", "More.");
        draft = id(third, "draft-pcc-response");
        approval = id(office.hasDrafted("Custody", "2018-07-19"), "approve-response");
        publication = id(office.hasApproved("Custody", "2018-07-19"), "publish-on-website");
    }

    private String id(ProcessInstance of, String key) {
        Task task = office.task(of, key);
        return task.getId();
    }

    private String id(String process) {
        return engine.getRepositoryService()
                .createProcessDefinitionQuery()
                .processDefinitionKey(process)
                .latestVersion()
                .singleResult()
                .getId();
    }

    @TestFactory
    @DisplayName("every one of these requests, at either address of the REST API")
    List<DynamicTest> overRest() {
        List<Attempt> attempts = new ArrayList<>();
        for (String[] route : routes()) {
            attempts.add(new Attempt("nobody", null, null, route[0], "/engine-rest" + route[1], route[2]));
            attempts.add(new Attempt("a stranger", "nobody-here", "x", route[0], "/engine-rest" + route[1], route[2]));
            for (String role : Staff.ROLES.keySet()) {
                boolean mayAsAdministrator = role.equals(Groups.ADMINISTRATORS) && route[3].contains("a");
                boolean may = role.equals(Groups.MANAGERS) && route[3].contains("m")
                        || role.equals(Groups.PROCESS_OWNERS) && route[3].contains("o")
                        || mayAsAdministrator;
                if (!may) {
                    attempts.add(new Attempt(
                            role, role, Staff.password(role), route[0], "/engine-rest" + route[1], route[2]));
                }
            }
        }
        attempts.addAll(massAssignment());
        afterTheOneBefore = null;
        assertThat(attempts).hasSizeGreaterThan(400);
        return attempts.stream().map(this::refused).toList();
    }

    private DynamicTest refused(Attempt attempt) {
        return DynamicTest.dynamicTest(attempt.toString(), () -> {
            Visitor visitor = new Visitor(port);
            HttpResponse<String> answer =
                    refused(() -> visitor.asks(attempt.request(visitor)), HttpResponse::statusCode);
            assertThat(answer.body()).doesNotContain("Exception:", "\tat ");
            if (answer.headers().firstValue("Content-Type").orElse("").startsWith("application/json")
                    && !answer.body().isEmpty()) {
                saysWhy(new Answer(answer.statusCode(), answer.body()).json(), answer.statusCode(), attempt);
            }
        });
    }

    /** As RFC 9457 has it, beside what Camunda's screens read. */
    private static void saysWhy(JsonNode problem, int status, Attempt attempt) {
        assertThat(problem.path("type").asText()).as("%s", problem).endsWith("Exception");
        assertThat(problem.path("message").asText()).as("%s", problem).isNotEmpty();
        assertThat(problem.path("title").asText()).as("%s", problem).isNotEmpty();
        assertThat(problem.path("status").asInt()).as("%s", problem).isEqualTo(status);
        assertThat(problem.path("detail")).as("%s", problem).isEqualTo(problem.path("message"));
        assertThat(attempt.path())
                .as("%s", problem)
                .startsWith(problem.path("instance").asText("?"));
    }

    /** Sends something, and sees that it is refused and that nothing has changed. */
    private <T> T refused(Supplier<T> request, ToIntFunction<T> status) {
        Map<String, String> before = afterTheOneBefore == null ? state() : afterTheOneBefore;
        T answer = request.get();
        assertThat(status.applyAsInt(answer)).as(answer.toString()).isIn(REFUSED);
        afterTheOneBefore = state();
        assertThat(afterTheOneBefore).isEqualTo(before);
        return answer;
    }

    @TestFactory
    @DisplayName("whatever would run code, tell what no form shows, or take a colleague's work away, at both doors")
    Stream<DynamicTest> byKind() {
        AttemptsByKind attempts = new AttemptsByKind(engine, office);
        afterTheOneBefore = null;
        Doors rest = Doors.rest("http://localhost:" + port);
        Doors tasklist = Doors.tasklist("http://localhost:" + port);
        return Stream.concat(
                attempts.all().stream().map(this::refused),
                attempts.atBothDoors().stream()
                        .flatMap(attempt -> Stream.of(rest, tasklist)
                                .map(doors -> DynamicTest.dynamicTest(
                                        attempt + " (" + doors.of(attempt.role()) + ")",
                                        () -> refused(
                                                () -> attempt.through(doors.of(attempt.role())), Answer::status)))));
    }

    @Test
    @DisplayName(
            "an expression in a part of a query, also within the engine, but for a list that an administrator stored")
    void expressions() {
        TaskService tasks = engine.getTaskService();
        FilterService filters = engine.getFilterService();
        String expression = "${1 + 1}";
        String list = filters.createFilterQuery()
                .filterName("My tasks")
                .singleResult()
                .getId();
        TaskQuery hidden = tasks.createTaskQuery()
                .or()
                .taskName("x")
                .taskAssigneeExpression(expression)
                .endOr();

        assertThatThrownBy(hidden::list).isInstanceOf(BadUserRequestException.class);
        assertThatThrownBy(hidden::count).isInstanceOf(BadUserRequestException.class);
        assertThatThrownBy(() ->
                        tasks.createTaskQuery().taskOwnerExpression(expression).list())
                .isInstanceOf(BadUserRequestException.class);
        assertThatThrownBy(() -> filters.list(list, hidden)).isInstanceOf(BadUserRequestException.class);
        assertThatThrownBy(() -> filters.listPage(list, hidden, 0, 1)).isInstanceOf(BadUserRequestException.class);
        assertThatThrownBy(() -> filters.singleResult(list, hidden)).isInstanceOf(BadUserRequestException.class);
        assertThatThrownBy(() -> filters.count(list, hidden)).isInstanceOf(BadUserRequestException.class);

        engine.getIdentityService().setAuthenticatedUserId("colleague");
        try {
            assertThat(filters.count(list, tasks.createTaskQuery().taskName("no such task")))
                    .isZero();
            assertThat(filters.list(list))
                    .hasSameSizeAs(
                            tasks.createTaskQuery().taskAssignee("colleague").list());
        } finally {
            engine.getIdentityService().clearAuthentication();
        }
    }

    /** Method, path, body, and who may: m for managers, o for process owners, a for administrators. */
    private String[][] routes() {
        String instance = inspection.getId();
        String execution = inspection.getId();
        String variable = "{\"value\": true, \"type\": \"Boolean\"}";
        String modifications = "{\"modifications\": {\"escalated\": " + variable + "}}";
        String operation = engine.getHistoryService()
                .createUserOperationLogQuery()
                .processInstanceId(instance)
                .list()
                .get(0)
                .getOperationId();
        String definition = inspection.getProcessDefinitionId();
        return new String[][] {
            {"PUT", "/process-instance/" + instance + "/variables/escalated", variable, ""},
            {"POST", "/process-instance/" + instance + "/variables", modifications, ""},
            {"DELETE", "/process-instance/" + instance + "/variables/title", null, ""},
            {"PUT", "/execution/" + execution + "/localVariables/inTime", variable, ""},
            {"POST", "/execution/" + execution + "/localVariables", modifications, ""},
            {"PUT", "/task/" + draft + "/variables/approved", variable, ""},
            {"POST", "/task/" + draft + "/variables", modifications, ""},
            {"PUT", "/task/" + draft + "/localVariables/draftedBy", variable, ""},
            {
                "POST",
                "/process-instance/variables-async",
                "{\"processInstanceIds\": [\"" + instance + "\"], \"variables\": {\"escalated\": " + variable + "}}",
                ""
            },
            {
                "POST",
                "/message",
                "{\"messageName\": \"x\", \"processInstanceId\": \"" + instance
                        + "\", \"processVariables\": {\"escalated\": " + variable + "}}",
                ""
            },
            {"POST", "/signal", "{\"name\": \"x\", \"variables\": {\"escalated\": " + variable + "}}", ""},
            {"POST", "/execution/" + execution + "/signal", "{\"variables\": {\"escalated\": " + variable + "}}", ""},
            {
                "POST",
                "/process-instance/" + instance + "/modification",
                "{\"instructions\": [{\"type\": \"startBeforeActivity\", \"activityId\": \"publish-on-website\"}]}",
                ""
            },
            {
                "POST",
                "/process-definition/" + definition + "/restart",
                "{\"processInstanceIds\": [\"" + instance
                        + "\"], \"instructions\": [{\"type\": \"startBeforeActivity\", \"activityId\": \"publish-on-website\"}]}",
                ""
            },
            {
                "POST",
                "/task/" + approval + "/bpmnError",
                "{\"errorCode\": \"x\", \"variables\": {\"approvalDecision\": {\"value\": \"approve\"}}}",
                ""
            },
            {"POST", "/task/" + approval + "/bpmnEscalation", "{\"escalationCode\": \"x\"}", ""},
            {"DELETE", "/task/" + approval, null, ""},
            {"POST", "/task/create", "{\"id\": \"t\", \"name\": \"t\"}", ""},
            {"POST", "/task/" + findings + "/assignee", "{\"userId\": \"approvers\"}", ""},
            {"POST", "/task/" + approval + "/assignee", "{\"userId\": \"policy-officers\"}", ""},
            {"POST", "/task/" + approval + "/delegate", "{\"userId\": \"policy-officers\"}", ""},
            {"POST", "/task/" + approval + "/claim", "{\"userId\": \"policy-officer\"}", ""},
            {
                "POST",
                "/task/" + approval + "/identity-links",
                "{\"groupId\": \"policy-officers\", \"type\": \"candidate\"}",
                "a"
            },
            {"POST", "/task/no-such-task/complete", "{}", ""},
            {"POST", "/task/no-such-task/claim", "{\"userId\": \"x\"}", ""},
            {"GET", "/task/no-such-task/form-variables", null, "ma"},
            {"GET", "/task/" + findings + "/rendered-form", null, ""},
            {"PUT", "/history/user-operation/" + operation + "/set-annotation", "{\"annotation\": \"x\"}", ""},
            {"DELETE", "/history/process-instance/" + instance, null, ""},
            {"POST", "/history/cleanup", null, ""},
            {"DELETE", "/deployment/x?cascade=true", null, ""},
            {"POST", "/deployment/x/redeploy", "{}", ""},
            {"DELETE", "/process-definition/" + definition + "?cascade=true", null, ""},
            {"DELETE", "/process-instance/" + instance, null, "a"},
            {"PUT", "/process-instance/" + instance + "/suspended", "{\"suspended\": true}", "a"},
            {"PUT", "/process-definition/" + definition + "/suspended", "{\"suspended\": true}", "a"},
            {"GET", "/process-instance/" + instance + "/variables", null, "ma"},
            {"GET", "/history/process-instance/" + instance, null, "ma"},
            {
                "POST",
                "/process-definition/key/inspection-response/start",
                "{\"variables\": {\"title\": {\"value\": \"A\"}}}",
                ""
            },
            {"POST", "/process-definition/key/inspection-response/submit-form", "{}", ""},
            {
                "POST",
                "/process-definition/key/inspection-response/start",
                "{\"startInstructions\": [{\"type\": \"startBeforeActivity\", \"activityId\": \"publish-on-website\"}]}",
                ""
            },
            {"POST", "/process-definition/key/no-such-process/start", "{}", ""},
            {"POST", "/process-definition/key/deliver-copy/start", "{}", ""},
            {"POST", "/process-definition/key/deliver-copy/submit-form", "{}", ""},
            {"POST", "/process-definition/" + id("deliver-copy") + "/start", "{}", ""},
            {"POST", "/process-definition/key/tell-people/start", "{}", ""},
            {
                "POST",
                "/user/create",
                "{\"profile\": {\"id\": \"mole\"}, \"credentials\": {\"password\": \"x1234567890\"}}",
                "a"
            },
            {"DELETE", "/user/policy-officer", null, "a"},
            {"PUT", "/group/approvers/members/communications", null, "a"},
            {"POST", "/group/create", "{\"id\": \"moles\", \"name\": \"Moles\", \"type\": \"x\"}", "a"},
            {
                "POST",
                "/authorization/create",
                "{\"type\": 1, \"permissions\": [\"ALL\"], \"userId\": \"communications\", \"resourceType\": 7, \"resourceId\": \"*\"}",
                "a"
            },
            {
                "POST",
                "/filter/create",
                "{\"resourceType\": \"Task\", \"name\": \"x\", \"query\": {\"taskAssigneeExpression\": \"${1+1}\"}, \"properties\": {}}",
                "a"
            },
            {"POST", "/task", "{\"assigneeExpression\": \"${identityService}\"}", ""},
            {"POST", "/identity/verify", "{\"username\": \"admin\", \"password\": \"x\"}", ""},
            {
                "POST",
                "/migration/execute",
                "{\"migrationPlan\": {\"sourceProcessDefinitionId\": \"" + definition
                        + "\", \"targetProcessDefinitionId\": \"" + definition
                        + "\", \"instructions\": [], \"variables\": {\"escalated\": " + variable
                        + "}}, \"processInstanceIds\": [\"" + instance + "\"]}",
                ""
            },
            {"PUT", "/task/" + publication + "/comment", "{\"id\": \"x\", \"message\": \"y\"}", ""},
            {"POST", "/job/x/execute", null, ""},
        };
    }

    private List<Attempt> massAssignment() {
        List<Attempt> attempts = new ArrayList<>();
        for (String name : List.of(
                "approved", "escalated", "inTime", "draftedBy", "rounds", "title", "approvedOn", "listedTitle")) {
            String more = "\"" + name + "\": {\"value\": \"true\"}";
            for (String verb : List.of("complete", "submit-form", "resolve")) {
                for (String rest : List.of("/engine-rest/task/", "/engine-rest/engine/default/task/")) {
                    attempts.add(attempt(
                            "policy-officers",
                            rest + draft + "/" + verb,
                            "{\"variables\": {\"response\": " + JSON_DRAFT
                                    + ", \"draftNext\": {\"value\": \"finished\"}, " + more + "}}"));
                    attempts.add(attempt(
                            "approvers",
                            rest + approval + "/" + verb,
                            "{\"variables\": {\"approvalDecision\": {\"value\": \"approve\"}, " + more + "}}"));
                }
            }
            if (!name.equals("title")) {
                attempts.add(attempt(
                        "policy-officers",
                        "/engine-rest/process-definition/key/inspection-response/submit-form",
                        "{\"variables\": {\"title\": {\"value\": \"A\"}, \"datePublished\": {\"value\": \"2018-07-19\"},"
                                + " \"inspectionType\": {\"value\": \"PEEL Inspection\"}, " + more + "}}"));
            }
        }
        attempts.add(attempt(
                "communications",
                "/engine-rest/task/" + publication + "/submit-form",
                "{\"variables\": {\"distribution\": {\"type\": \"Json\", \"value\":"
                        + " \"{\\\"address\\\": \\\"https://x.example\\\", \\\"recordedBy\\\": \\\"another\\\"}\"}}}"));
        attempts.add(attempt(
                "chief-constables-office",
                "/engine-rest/task/" + comments + "/submit-form",
                "{\"withVariablesInReturn\": true, \"variables\": {\"comments\": " + JSON_DRAFT
                        + ", \"commentsNext\": {\"value\": \"submit\"}}}"));
        attempts.add(attempt(
                "chief-constables-office",
                "/engine-rest/task/" + comments + "/submit-form",
                "{\"variables\": {\"commentsNext\": {\"value\": \"submit\"}}, \"variables\": {\"escalated\": {\"value\":"
                        + " true}}}"));
        attempts.add(attempt(
                "policy-officers",
                "/engine-rest/task/" + draft + "/complete",
                "{\"variables\": {\"response\": {\"type\": \"Object\", \"value\": \"rO0ABXQAAWE=\", \"valueInfo\":"
                        + " {\"objectTypeName\": \"java.lang.String\", \"serializationDataFormat\":"
                        + " \"application/x-java-serialized-object\"}}, \"draftNext\": {\"value\": \"later\"}}}"));
        attempts.add(attempt("policy-officers", "/engine-rest/task/" + draft + "/complete", "{not json"));
        return attempts;
    }

    private static Attempt attempt(String role, String path, String json) {
        return new Attempt("more than the form of " + role, role, Staff.password(role), "POST", path, json);
    }

    @TestFactory
    @DisplayName("every page, screen and way around")
    List<DynamicTest> inTheBrowser() {
        Visitor nobody = new Visitor(port);
        Visitor expired = new Visitor(port);
        expired.signsIn("policy-officers", Staff.password("policy-officers"));
        expired.sees("/camunda/app/tasklist/default/");
        String oldSession = "JSESSIONID=" + expired.cookie("JSESSIONID").getValue();
        expired.asks(expired.request("/camunda/api/admin/auth/user/default/logout")
                .header("X-XSRF-TOKEN", expired.cookie("XSRF-TOKEN").getValue())
                .POST(HttpRequest.BodyPublishers.noBody()));
        List<DynamicTest> tests = new ArrayList<>();
        for (String path : List.of(
                "/",
                "/camunda/app/tasklist/default/",
                "/camunda/app/cockpit/default/",
                "/camunda/app/admin/default/",
                "/camunda/app/welcome/default/",
                "/camunda/api/engine/engine/default/task",
                "/camunda/api/cockpit/plugin/base/default/process-definition/statistics",
                "/audit",
                "/audit/x.csv",
                "/evidence/x",
                "/evidence/x.zip",
                "/notices",
                "/documents/x",
                "/actuator",
                "/actuator/info",
                "/actuator/env",
                "/actuator/heapdump",
                "/h2-console",
                "/error",
                "/swaggerui",
                "/engine-rest/openapi.json")) {
            tests.add(DynamicTest.dynamicTest(
                    "without a sign-in " + path,
                    () -> assertThat(nobody.asks(nobody.request(path)).statusCode())
                            .isEqualTo(401)));
            tests.add(DynamicTest.dynamicTest(
                    "with a session that has ended " + path,
                    () -> assertThat(new Visitor(port)
                                    .asks(nobody.request(path).header("Cookie", oldSession))
                                    .statusCode())
                            .isEqualTo(401)));
        }
        for (String path : List.of(
                "/evidence/..%2faudit.zip",
                "/evidence/%2e%2e/audit",
                "/responses/..;/evidence/x.zip",
                "/documents/..%2f..%2fetc%2fpasswd",
                "/documents/%2e%2e/engine-rest/task",
                "/camunda/app/..%2f..%2fengine-rest/task",
                "/camunda/app/tasklist/..;/..;/engine-rest/task",
                "/pages/..%2f..%2fapplication.yaml",
                "/pages/%2e%2e/%2e%2e/application.yaml",
                "/sign-in;/../engine-rest/task",
                "/sign-in/..%5c..%5cengine-rest",
                "//engine-rest/task",
                "/engine-rest//task",
                "/pages/..%252f..%252fapplication.yaml",
                "/actuator/health/..%2fmetrics",
                "/responses/..%2faudit",
                "/responses/%2e%2e/documents/x/response.pdf",
                "/responses/;/../audit",
                "/responses/..%5cactuator",
                "/responses/..%2fnotices",
                "/responsesx",
                "/responses/../engine-rest/task")) {
            tests.add(DynamicTest.dynamicTest(
                    "around by " + path,
                    () -> assertThat(nobody.asks(nobody.request(path)).statusCode())
                            .isIn(REFUSED)));
        }
        Visitor officer = new Visitor(port);
        tests.add(DynamicTest.dynamicTest("with a forged token, or none, in a session", () -> {
            for (String token : new String[] {null, "", "forged"}) {
                officer.signsIn("policy-officers", Staff.password("policy-officers"));
                officer.sees("/camunda/app/tasklist/default/");
                Map<String, String> before = state();
                HttpRequest.Builder forged = officer.request(
                                "/camunda/api/engine/engine/default/task/" + findings + "/claim")
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString("{\"userId\": \"policy-officers\"}"));
                if (token != null) {
                    forged.header("X-XSRF-TOKEN", token);
                }
                assertThat(officer.asks(forged).statusCode()).isEqualTo(403);
                assertThat(officer.asks(officer.request("/sign-out").POST(HttpRequest.BodyPublishers.noBody()))
                                .statusCode())
                        .isIn(401, 403);
                assertThat(state()).isEqualTo(before);
            }
        }));
        return tests;
    }

    @Test
    @DisplayName("a script, as no engine for one is there")
    void scripts() {
        assertThat(new javax.script.ScriptEngineManager().getEngineFactories())
                .flatExtracting(javax.script.ScriptEngineFactory::getNames)
                .doesNotContain("javascript", "js", "groovy", "python", "ruby");
    }

    /** What stands in all tables, but for counters and the delays of the sign-in. */
    private Map<String, String> state() {
        Map<String, String> state = new TreeMap<>();
        Map<String, Object> modifications = new HashMap<>();
        database.queryForList(
                        "select table_name, last_modification from information_schema.tables where table_schema = 'PUBLIC'")
                .forEach(
                        table -> modifications.put(table.get("TABLE_NAME").toString(), table.get("LAST_MODIFICATION")));
        contents().forEach((table, content) -> {
            Object modified = modifications.get(table);
            if (!modified.equals(readAt.put(table, modified))) {
                read.put(table, read(content));
            }
            state.put(table, read.get(table));
        });
        state.put(
                "users",
                database.queryForList("select ID_ from ACT_ID_USER order by ID_", String.class)
                        .toString());
        return state;
    }

    private String read(String content) {
        return String.valueOf(database.queryForList(content).stream()
                .map(Map::toString)
                .sorted()
                .toList()
                .hashCode());
    }

    @AfterAll
    void noTableWasModifiedUnseen() {
        Map<String, String> known = state();
        readAt.clear();
        assertThat(state()).isEqualTo(known);
    }

    /** What reads each table: of bytes, which take long to read, their number. */
    private Map<String, String> contents() {
        if (contents.isEmpty()) {
            database.queryForList("select table_name, column_name, data_type from information_schema.columns"
                            + " where table_schema = 'PUBLIC' order by table_name, ordinal_position")
                    .forEach(column -> {
                        String name = "\"" + column.get("COLUMN_NAME") + "\"";
                        boolean bytes = column.get("DATA_TYPE").toString().startsWith("BINARY");
                        contents.merge(
                                column.get("TABLE_NAME").toString(),
                                bytes ? "octet_length(" + name + ")" : name,
                                (some, more) -> some + ", " + more);
                    });
            contents.keySet()
                    .removeIf(table -> table.contains("METER")
                            || table.equals("ACT_ID_USER")
                            || table.startsWith("SPRING_SESSION"));
            contents.replaceAll((table, columns) -> "select " + columns + " from \"" + table + "\"");
        }
        return contents;
    }
}
