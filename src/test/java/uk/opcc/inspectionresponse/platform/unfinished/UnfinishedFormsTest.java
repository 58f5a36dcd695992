package uk.opcc.inspectionresponse.platform.unfinished;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;
import uk.opcc.inspectionresponse.OfficeServer;
import uk.opcc.inspectionresponse.SignedInStaff;
import uk.opcc.inspectionresponse.Staff;
import uk.opcc.inspectionresponse.TheOffice;
import uk.opcc.inspectionresponse.Visitor;

@OfficeServer
@DisplayName("What somebody has typed into a form that is not completed yet")
class UnfinishedFormsTest {

    private static final JsonMapper JSON =
            JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();
    private static final String OFFICER = "policy-officers";
    private static final String COLLEAGUE = "second-officer";
    private static final String START = "start/inspection-response";

    private static final SignedInStaff STAFF = new SignedInStaff();

    private final ProcessEngine engine;
    private final JdbcTemplate database;
    private final TheOffice office;
    private final int port;

    @Autowired
    UnfinishedFormsTest(ProcessEngine engine, JdbcTemplate database, @LocalServerPort int port) {
        this.engine = engine;
        this.database = database;
        this.office = new TheOffice(engine);
        this.port = port;
    }

    @BeforeEach
    void nothingIsTyped() {
        Staff.employ(engine.getIdentityService());
        Staff.employ(engine.getIdentityService(), COLLEAGUE, OFFICER);
        database.update("delete from unfinished_form");
    }

    private Visitor visitor(String user) {
        return STAFF.at(port, user);
    }

    private HttpResponse<String> opens(String user, String form) {
        return visitor(user).sees("/camunda/api/office/drafts/" + form);
    }

    private JsonNode finds(String user, String form) {
        HttpResponse<String> answer = opens(user, form);
        assertThat(answer.statusCode()).isEqualTo(200);
        return tree(answer);
    }

    private HttpResponse<String> sends(String user, String form, String body) {
        Visitor visitor = visitor(user);
        return visitor.asks(visitor.request("/camunda/api/office/drafts/" + form)
                .header("X-XSRF-TOKEN", visitor.cookie("XSRF-TOKEN").getValue())
                .header("Content-Type", "application/json")
                .PUT(HttpRequest.BodyPublishers.ofString(body)));
    }

    private HttpResponse<String> types(String user, String form, int after, String text) {
        return sends(
                user,
                form,
                JsonNodeFactory.instance
                        .objectNode()
                        .put("person", user)
                        .put("after", after)
                        .put("content", content(text))
                        .toString());
    }

    /** As a browser puts it: it writes half of a letter as \\ud83d. */
    private static String content(String text) {
        try {
            return JSON.writeValueAsString(JsonNodeFactory.instance.objectNode().put("comments.text", text));
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }

    private static JsonNode tree(HttpResponse<String> answer) {
        try {
            return JSON.readTree(answer.body());
        } catch (JsonProcessingException e) {
            throw new AssertionError(answer.body(), e);
        }
    }

    private static String text(JsonNode typed) {
        return typed.path("content").path("comments.text").asText(null);
    }

    /** A task of the policy officers. */
    private String findingsTask() {
        return "task/" + office.task(inspection(), "record-findings").getId();
    }

    private ProcessInstance inspection() {
        return office.registers("Custody", "2018-07-19");
    }

    private int rows() {
        return database.queryForObject("select count(*) from unfinished_form", Integer.class);
    }

    @Test
    @DisplayName("is there again, letter for letter, and says when it was saved")
    void isThereAgain() {
        String task = findingsTask();
        String text = "“Custody” – £5 😀 \uD83D \u2028 \u0000 <b>&amp;</b>\r\n\tend";

        HttpResponse<String> saved = types(OFFICER, task, 0, text);

        assertThat(saved.statusCode()).isEqualTo(200);
        assertThat(tree(saved).path("saved").asText()).matches("\\d\\d:\\d\\d");
        JsonNode own = finds(OFFICER, task).path("own");
        assertThat(text(own)).isEqualTo(text);
        assertThat(own.path("version").asInt()).isEqualTo(1);
    }

    @Test
    @DisplayName("is not written over by what was typed in another window after an earlier version")
    void notFromAnotherWindow() {
        String task = findingsTask();
        types(OFFICER, task, 0, "First");
        assertThat(types(OFFICER, task, 1, "Second").statusCode()).isEqualTo(200);

        assertThat(types(OFFICER, task, 1, "From another window").statusCode()).isEqualTo(409);
        assertThat(types(OFFICER, task, 0, "From a third one").statusCode()).isEqualTo(409);
        assertThat(types(OFFICER, task, 7, "Of no version").statusCode()).isEqualTo(409);

        assertThat(text(finds(OFFICER, task).path("own"))).isEqualTo("Second");
    }

    @Test
    @DisplayName("is nobody else's, but for the colleague who takes the task over")
    void whoReadsIt() {
        ProcessInstance inspection = inspection();
        String id = office.task(inspection, "record-findings").getId();
        String task = "task/" + id;
        types(OFFICER, task, 0, "Begun");

        assertThat(finds(COLLEAGUE, task).toString()).isEqualTo("{\"own\":null,\"others\":[]}");
        engine.getTaskService().setAssignee(id, COLLEAGUE);
        JsonNode others = finds(COLLEAGUE, task).path("others");
        types(COLLEAGUE, task, 0, "Gone on");

        assertThat(others).hasSize(1);
        assertThat(text(others.get(0))).isEqualTo("Begun");
        assertThat(others.get(0).path("name").asText()).startsWith(OFFICER);
        assertThat(text(finds(COLLEAGUE, task).path("own"))).isEqualTo("Gone on");
        assertThat(text(finds(OFFICER, task).path("own"))).isEqualTo("Begun");
        assertThat(finds(OFFICER, task).path("others")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"approvers", "chief-constables-office", "communications"})
    @DisplayName("is neither read nor written by whom the task is not open to, nor by a stranger")
    void notOpen(String user) {
        String task = findingsTask();
        types(OFFICER, task, 0, "Begun");

        HttpResponse<String> read = opens(user, task);
        HttpResponse<String> written = types(user, task, 0, "Mine");

        assertThat(read.statusCode()).isEqualTo(404);
        assertThat(read.body()).doesNotContain("Begun");
        assertThat(written.statusCode()).isEqualTo(404);
        assertThat(tree(written).path("message").asText())
                .isEqualTo("This task is not open to you: somebody may have completed it already.");
        Visitor stranger = new Visitor(port);
        assertThat(stranger.asks(stranger.request("/camunda/api/office/drafts/" + task))
                        .statusCode())
                .isEqualTo(401);
        assertThat(rows()).isEqualTo(1);
    }

    @Test
    @DisplayName(
            "is not saved once a colleague has completed the task, and it is said who did, to those alone for whom it was")
    void completedByAColleague() {
        ProcessInstance inspection = inspection();
        String task = office.task(inspection, "record-findings").getId();
        types(OFFICER, "task/" + task, 0, "Begun");
        engine.getTaskService().claim(task, TheOffice.POLICY_OFFICER);
        office.recordsNoRecommendations(inspection);

        assertThat(tree(types(OFFICER, "task/" + task, 1, "Begun, and more"))
                        .path("message")
                        .asText())
                .matches("This task is done: policy-officer completed it \\(\\d\\d:\\d\\d\\)\\."
                        + " The decision was: Continue to the Chief Constable\\.");
        assertThat(tree(types("communications", "task/" + task, 0, "Mine"))
                        .path("message")
                        .asText())
                .isEqualTo("This task is not open to you: somebody may have completed it already.");
    }

    @Test
    @DisplayName("is not saved for a person who has signed out since, in another window of the browser")
    void ofSomebodyElse() {
        String task = findingsTask();

        HttpResponse<String> answer =
                sends(COLLEAGUE, task, "{\"person\": \"" + OFFICER + "\", \"after\": 0, \"content\": \"{}\"}");

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(tree(answer).path("message").asText())
                .isEqualTo("Somebody else is signed in now: sign in again to continue.");
        assertThat(rows()).isZero();
    }

    @Test
    @DisplayName("is gone with the completion, and still there where that was refused")
    void goneWithTheCompletion() {
        ProcessInstance inspection = inspection();
        String id = office.task(inspection, "record-findings").getId();
        types(OFFICER, "task/" + id, 0, "Begun");
        types(COLLEAGUE, "task/" + id, 0, "Begun, too");
        types(OFFICER, START, 0, "Another report");

        Visitor visitor = new Visitor(port);
        String path = "/engine-rest/task/" + id + "/submit-form";
        HttpResponse<String> refused = visitor.asks(
                OFFICER,
                Staff.password(OFFICER),
                "POST",
                path,
                "{\"variables\": {\"findingsNext\": {\"value\": \"nonsense\"}}}");
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(rows()).isEqualTo(3);

        office.recordsNoRecommendations(inspection);
        assertThat(rows()).isEqualTo(1);
        assertThat(types(OFFICER, "task/" + id, 1, "Too late").statusCode()).isEqualTo(404);
    }

    @Test
    @DisplayName("is gone when its inspection is stopped")
    void goneWithTheInspection() {
        ProcessInstance inspection = inspection();
        types(OFFICER, "task/" + office.task(inspection, "record-findings").getId(), 0, "Begun");

        engine.getRuntimeService().deleteProcessInstance(inspection.getId(), "Registered twice");

        assertThat(rows()).isZero();
    }

    @Test
    @DisplayName("to register a report is the person's own, and gone when that is registered")
    void goneWithTheStart() {
        types(OFFICER, START, 0, "One");
        types(COLLEAGUE, START, 0, "Another");
        assertThat(finds(COLLEAGUE, START).path("others")).isEmpty();

        HttpResponse<String> started = new Visitor(port)
                .asks(
                        OFFICER,
                        Staff.password(OFFICER),
                        "POST",
                        "/engine-rest/process-definition/key/inspection-response/submit-form",
                        """
                        {"variables": {"title": {"value": "Begun, and registered"}, "datePublished": {"value": "2018-07-19"},
                        "inspectionType": {"value": "PEEL Inspection"}}}
                        """);

        assertThat(started.statusCode()).isEqualTo(200);
        assertThat(finds(OFFICER, START).path("own").isNull()).isTrue();
        assertThat(text(finds(COLLEAGUE, START).path("own"))).isEqualTo("Another");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "start/deliver-copy",
                "start/no-such-process",
                "task/no-such-task",
                "task/%2e%2e",
                "start/correct-response"
            })
    @DisplayName("is saved only of forms that are open to the person")
    void onlyOfOpenForms(String form) {
        assertThat(types(OFFICER, form, 0, "Mine").statusCode()).isBetween(400, 404);
        assertThat(rows()).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"person\": \"policy-officers\", \"after\": 0}",
                "{\"person\": \"policy-officers\", \"after\": 0, \"content\": {}}",
                "{\"person\": \"policy-officers\", \"after\": 0, \"content\": \"text\"}",
                "{\"person\": \"policy-officers\", \"after\": 0, \"content\": \"[]\"}",
                "{\"person\": \"policy-officers\", \"after\": 0, \"content\": \"{\\\"a\\\": \"}",
                "{\"person\": \"policy-officers\", \"after\": -1, \"content\": \"{}\"}",
                "{\"person\": \"policy-officers\", \"after\": 2147483647, \"content\": \"{}\"}",
                "{\"person\": \"policy-officers\", \"after\": \"x\", \"content\": \"{}\"}",
                "{\"after\": 0",
                "[]",
                ""
            })
    @DisplayName("is refused with a 4xx where it is not what a form sends")
    void badInput(String body) {
        assertThat(sends(OFFICER, findingsTask(), body).statusCode()).isBetween(400, 422);
        assertThat(rows()).isZero();
    }

    @Test
    @DisplayName("is in no history")
    void inNoHistory() {
        String task = findingsTask();
        HistoryService history = engine.getHistoryService();
        long details = history.createHistoricDetailQuery().count();
        long variables = history.createHistoricVariableInstanceQuery().count();
        long operations = history.createUserOperationLogQuery().count();

        types(OFFICER, task, 0, "Begun");
        types(OFFICER, task, 1, "Begun again");

        assertThat(history.createHistoricDetailQuery().count()).isEqualTo(details);
        assertThat(history.createHistoricVariableInstanceQuery().count()).isEqualTo(variables);
        assertThat(history.createUserOperationLogQuery().count()).isEqualTo(operations);
    }
}
