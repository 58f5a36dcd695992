package uk.opcc.inspectionresponse.platform.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import uk.opcc.inspectionresponse.OneDay;
import uk.opcc.inspectionresponse.Staff;
import uk.opcc.inspectionresponse.TheOffice;
import uk.opcc.inspectionresponse.Visitor;
import uk.opcc.inspectionresponse.platform.people.Groups;
import uk.opcc.inspectionresponse.platform.rest.Door.Answer;

@OverRest
@DisplayName("Bad input is refused with the field's name, and changes nothing:")
class BadInputTest {

    private static final String START = "/process-definition/key/inspection-response/";
    private static final Map<String, String> GOOD =
            Map.of("title", "Custody", "datePublished", OneDay.TODAY.toString(), "inspectionType", "PEEL Inspection");
    private static final String MEGABYTE = "x".repeat(1 << 20);

    private final ProcessEngine engine;

    @LocalServerPort
    private int port;

    @Autowired
    BadInputTest(ProcessEngine engine) {
        this.engine = engine;
    }

    /** The ways in. */
    enum Way {
        REST,
        TASKLIST;

        private Doors open;

        Doors doors(String address) {
            if (open == null) {
                open = this == REST ? Doors.rest(address) : Doors.tasklist(address);
            }
            return open;
        }
    }

    @BeforeEach
    void thereAreOfficers() {
        new TheOffice(engine);
        Staff.employ(engine.getIdentityService());
    }

    /** With its form by both ways, and past the form's own request by one. */
    private static Stream<Arguments> everyWay(String pastTheForm, Supplier<Stream<Bad>> bodies) {
        return Stream.concat(
                Stream.of(Way.values())
                        .flatMap(way -> bodies.get().map(bad -> Arguments.of(bad.what, way, "submit-form", bad))),
                bodies.get().map(bad -> Arguments.of(bad.what, Way.REST, pastTheForm, bad)));
    }

    static Stream<Arguments> badStarts() {
        return everyWay("start", BadInputTest::badStartBodies);
    }

    private static Stream<Bad> badStartBodies() {
        return Stream.of(
                start("no title", "title", null),
                start("a blank title", "title", value(" \t ")),
                start("a title that is a number", "title", "{\"value\": 12}"),
                start("a title that is a list", "title", "{\"value\": [1]}"),
                start("a title that is an object", "title", "{\"value\": {\"a\": 1}}"),
                start("a title that is Json", "title", "{\"type\": \"Json\", \"value\": \"{}\"}"),
                start("a title that is broken Json", "title", "{\"type\": \"Json\", \"value\": \"{\"}"),
                start("a title of a megabyte", "title", value(MEGABYTE)),
                start("a title of 4,001 characters", "title", value("x".repeat(4001))),
                start("a title with a null character", "title", "{\"value\": \"a\\u0000b\"}"),
                start("a title with half an emoji", "title", "{\"value\": \"a\\ud83db\"}"),
                start("a title with what nobody can read", "title", value("the \uFFFD of it")),
                start("a title with a control character", "title", value("the\u0006 of it")),
                start("a title that is a file", "title", typed("File", "YQ==", "\"filename\": \"a.txt\"")),
                start("a title that is a file without a name", "title", typed("File", "YQ==", "")),
                start("a title of bytes", "title", typed("Bytes", "YQ==", "")),
                start(
                        "a title that is serialized Java",
                        "title",
                        typed(
                                "Object",
                                "rO0ABXA=",
                                "\"objectTypeName\": \"java.lang.String\", \"serializationDataFormat\":"
                                        + " \"application/x-java-serialized-object\"")),
                start("a title that is not kept", "title", typed("String", "x", "\"transient\": true")),
                start("a title without an object around it", "title", "\"Custody\""),
                start("a title of null", "title", "null"),
                start("no date", "datePublished", null),
                start("a date in the future", "datePublished", value(OneDay.TODAY.plusDays(1))),
                start("a date before the Act", "datePublished", value("1995-12-31")),
                start("a date that is none", "datePublished", value("2023-02-29")),
                start("a date of a locale", "datePublished", value("19/07/2018")),
                start("a year of five digits", "commentsInvitedBy", value("+10000-01-01")),
                start("an invitation before the report", "commentsInvitedBy", value(OneDay.TODAY.minusDays(1))),
                start("an invitation after day 56", "commentsInvitedBy", value(OneDay.TODAY.plusDays(56))),
                start("a type that is not in the list", "inspectionType", value("Picnic")),
                start("a link that is none", "reportLink", value("javascript:alert(1)")),
                start("a field that the form has not", "favouriteColour", value("blue")),
                start("a variable of the server's", "inTime", "{\"value\": true}"),
                new Bad("a reference of a megabyte", "businessKey", body(GOOD_VARIABLES, "businessKey", MEGABYTE)),
                new Bad(
                        "a reference of 256 characters",
                        "businessKey",
                        body(GOOD_VARIABLES, "businessKey", "x".repeat(256))),
                new Bad(
                        "a reference with a null character",
                        "businessKey",
                        body(GOOD_VARIABLES, "businessKey", "a\0b")),
                new Bad("no variables", "title", "{}"),
                new Bad("variables that are a list", "variables", "{\"variables\": [1]}"),
                new Bad("nothing at all", "title", ""),
                new Bad("a body that is null", "body", "null"),
                new Bad("a body that is a list", "body", "[]"),
                new Bad("Json that is cut off", "body", "{\"variables\": {"),
                new Bad("Json that is none", "body", "<title>Custody</title>"),
                new Bad(
                        "a start past the form",
                        "startInstructions",
                        "{\"variables\": " + GOOD_VARIABLES
                                + ", \"startInstructions\": [{\"type\": \"startBeforeActivity\", \"activityId\":"
                                + " \"approve-response\"}]}"));
    }

    @ParameterizedTest(name = "{0} ({1}, {2})")
    @MethodSource("badStarts")
    @DisplayName("at the start")
    void start(String what, Way way, String how, Bad bad) {
        Doors doors = way.doors("http://localhost:" + port);
        Door door = doors.of(Groups.POLICY_OFFICERS);
        int before = inspections(doors);

        Answer answer = door.postText(START + how, bad.body);

        assertRefused(answer, bad.field);
        assertThat(inspections(doors)).isEqualTo(before);
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("a reference that another inspection has")
    void takenReference(Way way) {
        Doors doors = way.doors("http://localhost:" + port);
        Door door = doors.of(Groups.POLICY_OFFICERS);
        String mine = body(GOOD_VARIABLES, "businessKey", "mine-" + way);
        door.postText(START + "submit-form", mine).good();
        int before = inspections(doors);

        assertRefused(door.postText(START + "submit-form", mine), "businessKey");
        assertThat(inspections(doors)).isEqualTo(before);
    }

    static Stream<Arguments> badTasks() {
        return everyWay("complete", BadInputTest::badTaskBodies);
    }

    private static Stream<Bad> badTaskBodies() {
        return Stream.of(
                new Bad("nothing", "findings.keyFindings", ""),
                new Bad("an empty object", "findings.keyFindings", "{}"),
                finding("blank findings", "findings.keyFindings", "{\"keyFindings\": \" \\n \"}"),
                finding("findings of a megabyte", "findings.keyFindings", "{\"keyFindings\": \"" + MEGABYTE + "\"}"),
                finding("findings with a null character", "findings.keyFindings", "{\"keyFindings\": \"a\\u0000b\"}"),
                finding("findings with half an emoji", "findings.keyFindings", "{\"keyFindings\": \"a\\ude00b\"}"),
                finding("findings that are a number", "findings.keyFindings", "{\"keyFindings\": 7}"),
                finding("findings that are a list", "findings.keyFindings", "[]"),
                finding("findings that are broken Json", "findings", "{\"keyFindings\": "),
                finding("findings that are too deep", "findings", "[".repeat(5000) + "]".repeat(5000)),
                new Bad(
                        "findings as an object of Java",
                        "findings",
                        "{\"variables\": {\"findings\": " + typed("Object", "{}", "\"objectTypeName\": \"a.B\"")
                                + "}}"),
                new Bad(
                        "a key with a dot as a variable",
                        "findings.keyFindings",
                        "{\"variables\": {\"findings.keyFindings\": {\"value\": \"x\"}}}"),
                new Bad(
                        "a choice that is none",
                        "findingsNext",
                        "{\"variables\": {\"findings\": " + typed("Json", "{\"keyFindings\": \"x\"}", "")
                                + ", \"findingsNext\": {\"value\": \"perhaps\"}}}"),
                new Bad("Json that is cut off", "body", "{\"variables\": {"));
    }

    @ParameterizedTest(name = "{0} ({1}, {2})")
    @MethodSource("badTasks")
    @DisplayName("in a task")
    void task(String what, Way way, String how, Bad bad) {
        Doors doors = way.doors("http://localhost:" + port);
        Door door = doors.of(Groups.POLICY_OFFICERS);
        String inspection = new FormsClient(doors).starts(GOOD);
        String task = new FormsClient(doors).awaitTask(inspection, "record-findings");
        String before = state(doors, inspection, task);

        Answer answer = door.postText("/task/" + task + "/" + how, bad.body);

        assertRefused(answer, bad.field);
        assertThat(state(doors, inspection, task)).isEqualTo(before);
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("a user who does not exist")
    void unknownUser(Way way) {
        Doors doors = way.doors("http://localhost:" + port);
        String inspection = new FormsClient(doors).starts(GOOD);
        String task = new FormsClient(doors).awaitTask(inspection, "record-findings");
        String before = state(doors, inspection, task);

        for (String how : List.of("assignee", "claim", "delegate")) {
            Door door = doors.of(how.equals("claim") ? Groups.POLICY_OFFICERS : Groups.MANAGERS);
            String field = how.equals("claim") ? "userId" : "assignee";
            assertRefused(door.post("/task/" + task + "/" + how, Map.of("userId", "nobody")), field);
            assertRefused(door.post("/task/" + task + "/" + how, Map.of("userId", MEGABYTE)), field);
            assertRefused(door.post("/task/" + task + "/" + how, Map.of("userId", "a\0b")), "userId");
        }
        assertThat(state(doors, inspection, task)).isEqualTo(before);
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("a colleague who does not exist, or is not in the group, and a blank response")
    void response(Way way) {
        Doors doors = way.doors("http://localhost:" + port);
        FormsClient client = new FormsClient(doors);
        String inspection = client.starts(GOOD);
        client.completes(
                inspection,
                "record-findings",
                Map.of(
                        "findings.keyFindings",
                        "x",
                        "findings.recommendationsText",
                        "Train people.",
                        "findingsNext",
                        "check"));
        client.completes(inspection, "check-recommendations", Map.of("recommendationsCheck", "right"));
        client.completes(inspection, "submit-comments", Map.of("comments.text", "Yes.", "commentsNext", "submit"));
        String explanation = client.awaitTask(inspection, "explain-recommendation");
        String before = state(doors, inspection, explanation);
        for (String officer : List.of("nobody", TheOffice.MANAGER)) {
            assertRefused(
                    client.submit(explanation, Map.of("explanationNext", "later", "explanationOfficer", officer)),
                    "explanationOfficer");
        }
        assertThat(state(doors, inspection, explanation)).isEqualTo(before);
        client.completes(
                inspection,
                "explain-recommendation",
                Map.of("explanation.kind", "action", "explanation.text", "Done.", "explanationNext", "finished"));

        String draft = client.awaitTask(inspection, "draft-pcc-response");
        before = state(doors, inspection, draft);
        for (String officer : List.of("nobody", TheOffice.MANAGER)) {
            assertRefused(client.submit(draft, Map.of("draftNext", "later", "draftOfficer", officer)), "draftOfficer");
        }
        assertRefused(
                client.submit(draft, Map.of("draftNext", "finished", "response.text", "\u00a0 \n\t")), "response.text");
        assertRefused(client.submit(draft, Map.of("draftNext", "reopen", "draftReopen", "2")), "draftReopen");
        assertThat(state(doors, inspection, draft)).isEqualTo(before);
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("a task that is not there, and one that is completed twice, also at one moment")
    void noSuchTask(Way way) throws Exception {
        Doors doors = way.doors("http://localhost:" + port);
        Door door = doors.of(Groups.POLICY_OFFICERS);
        FormsClient client = new FormsClient(doors);
        String task = client.awaitTask(client.starts(GOOD), "record-findings");
        Callable<Answer> completing = () -> door.post(
                "/task/" + task + "/submit-form",
                Map.of(
                        "variables",
                        Map.of(
                                "findings",
                                Map.of("type", "Json", "value", "{\"keyFindings\": \"x\"}"),
                                "findingsNext",
                                Map.of("value", "none"))));
        ExecutorService people = Executors.newFixedThreadPool(4);
        try {
            int completed = 0;
            for (Future<Answer> answer : people.invokeAll(List.of(completing, completing, completing, completing))) {
                int status = answer.get().status();
                assertThat(status).isIn(204, 404, 409);
                completed += status == 204 ? 1 : 0;
            }
            assertThat(completed).isEqualTo(1);
        } finally {
            people.shutdown();
        }

        for (String unknown : List.of(task, "no-such-task")) {
            for (String how : List.of("submit-form", "complete", "claim", "assignee")) {
                Answer answer = door.post("/task/" + unknown + "/" + how, Map.of());
                assertThat(answer.status()).as(how).isIn(400, 404);
                assertThat(answer.json().path("message").asText()).startsWith("This task is ");
            }
            assertThat(door.get("/task/" + unknown + "/deployed-form").status()).isEqualTo(404);
            assertThat(door.get("/task/" + unknown).status()).isEqualTo(404);
        }
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("a comment on a task with a null character")
    void comment(Way way) {
        Doors doors = way.doors("http://localhost:" + port);
        Door door = doors.of(Groups.POLICY_OFFICERS);
        String task = new FormsClient(doors).awaitTask(new FormsClient(doors).starts(GOOD), "record-findings");

        assertRefused(door.post("/task/" + task + "/comment/create", Map.of("message", "a\0b")), "message");
    }

    @Test
    @DisplayName("a request of more than 10 MB, without waiting for the rest of it")
    void tooLarge() throws IOException {
        try (Socket client = new Socket("localhost", port)) {
            client.getOutputStream()
                    .write(("POST /engine-rest" + START + "submit-form HTTP/1.1\r\nHost: localhost\r\nAuthorization: "
                                    + Visitor.basic(Groups.POLICY_OFFICERS, Staff.password(Groups.POLICY_OFFICERS))
                                    + "\r\nContent-Type:"
                                    + " application/json\r\nContent-Length: 2000000000\r\n\r\n{")
                            .getBytes(StandardCharsets.US_ASCII));
            client.getOutputStream().flush();
            assertThat(new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.US_ASCII))
                            .readLine())
                    .contains("413");
        }
        Answer inChunks = Doors.rest("http://localhost:" + port)
                .of(Groups.POLICY_OFFICERS)
                .send(
                        HttpRequest.newBuilder()
                                .header("Content-Type", "application/json")
                                .POST(BodyPublishers.ofInputStream(
                                        () -> new ByteArrayInputStream(new byte[11 * 1024 * 1024]))),
                        START + "submit-form");
        assertThat(inChunks.status()).isEqualTo(413);
        assertThat(inChunks.json().path("message").asText()).contains("10 MB");
    }

    private static void assertRefused(Answer answer, String field) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(400);
        assertThat(answer.json().path("field").asText()).isEqualTo(field);
        String message = answer.json().path("message").asText();
        if (answer.json().path("instance").asText().startsWith("/engine-rest/")) {
            assertThat(message).contains(field);
        } else {
            // Staff read it, who know the field by its label.
            assertThat(message).doesNotContain("(" + field + ")");
        }
        assertThat(answer.body()).hasSizeLessThan(1000);
    }

    private static int inspections(Doors doors) {
        return doors.of(Groups.MANAGERS)
                .get("/history/process-instance/count")
                .good()
                .json()
                .path("count")
                .asInt();
    }

    /** The task and all variables of its inspection. */
    private static String state(Doors doors, String inspection, String task) {
        Door door = doors.of(Groups.MANAGERS);
        return door.get("/task/" + task).good().body()
                + door.get("/task/" + task + "/variables?deserializeValues=false")
                        .good()
                        .json()
                + door.get("/history/variable-instance/count?processInstanceId=" + inspection)
                        .good()
                        .body()
                + door.get("/history/detail/count?processInstanceId=" + inspection)
                        .good()
                        .body();
    }

    private static final String GOOD_VARIABLES = variables(GOOD);

    private static String variables(Map<String, String> values) {
        Map<String, Object> variables = new HashMap<>();
        values.forEach((name, value) -> variables.put(name, Map.of("value", value)));
        return Door.write(variables);
    }

    private static String body(String variables, String property, String value) {
        return "{\"variables\": " + variables + ", \"" + property + "\": " + Door.write(value) + "}";
    }

    /** A good start form but for one variable, given as Json; null leaves it out. */
    private static Bad start(String what, String field, String variable) {
        StringBuilder variables = new StringBuilder();
        Map<String, String> all = new HashMap<>();
        GOOD.forEach((name, value) -> all.put(name, value(value)));
        all.remove(field);
        if (variable != null) {
            all.put(field, variable);
        }
        all.forEach((name, value) -> variables
                .append(variables.isEmpty() ? "" : ", ")
                .append(Door.write(name))
                .append(": ")
                .append(value));
        return new Bad(what, field, "{\"variables\": {" + variables + "}}");
    }

    private static Bad finding(String what, String field, String json) {
        return new Bad(
                what,
                field,
                "{\"variables\": {\"findings\": " + typed("Json", json, "")
                        + ", \"findingsNext\": {\"value\": \"none\"}}}");
    }

    private static String value(Object value) {
        return "{\"value\": " + Door.write(value.toString()) + "}";
    }

    private static String typed(String type, String value, String info) {
        return "{\"type\": \"" + type + "\", \"value\": " + Door.write(value) + ", \"valueInfo\": {" + info + "}}";
    }

    /** What is wrong, the field that must be named, and the body of the request. */
    record Bad(String what, String field, String body) {

        @Override
        public String toString() {
            return what;
        }
    }
}
