package uk.opcc.inspectionresponse.platform.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.IdentityService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;
import uk.opcc.inspectionresponse.OneDay;
import uk.opcc.inspectionresponse.Staff;
import uk.opcc.inspectionresponse.platform.people.Groups;
import uk.opcc.inspectionresponse.platform.rest.Door.Answer;
import uk.opcc.inspectionresponse.platform.text.PastedText;

@OverRest
@DisplayName("A client that knows only the schemas of the forms")
class WholeInspectionOverRestTest {

    private static final String LONG = LongText.of(100_000);
    private static final String WITHOUT_SPACE_AROUND_LINES =
            PastedText.clean(LONG).lines().map(String::strip).collect(Collectors.joining("\n"));
    private static final List<String> SENT = List.of(
            "send-to-home-office", "send-to-hmicfrs", "send-to-chief-constable", "send-to-police-and-crime-panel");

    private final JdbcTemplate database;
    private final IdentityService identity;
    private final Set<String> longFieldsSent = new TreeSet<>();
    private FormsClient client;

    @LocalServerPort
    private int port;

    @Autowired
    WholeInspectionOverRestTest(JdbcTemplate database, IdentityService identity) {
        this.identity = identity;
        this.database = database;
    }

    @BeforeEach
    void connect() {
        Staff.employ(identity);
        client = new FormsClient(Doors.rest("http://localhost:" + port));
    }

    @Test
    @DisplayName("takes an inspection to its end, and texts of 100,000 characters go through every form unchanged")
    void wholeInspection() {
        String inspection = client.starts(Map.of(
                "title", "“Understanding” the Difference – £1 & more 😀",
                "datePublished", "2018-07-19",
                "inspectionType", "National Child Protection Inspection",
                "reportLink", "https://inspectorate.example/report"));
        // 2018 is over: the managers hear of it at once.
        send(inspection, "chase-outstanding-work", Map.of("managersNote.text", LONG, "escalationNext", "done"));
        send(inspection, "do-what-else-is-owed", Map.of("dutyDone.outcome", "done", "dutyDone.note", LONG));

        send(
                inspection,
                "record-findings",
                Map.of("findings.keyFindings", LONG, "findings.recommendationsText", LONG, "findingsNext", "check"));
        client.completes(inspection, "check-recommendations", Map.of("recommendationsCheck", "right"));
        send(
                inspection,
                "submit-comments",
                Map.of("comments.text", LONG, "comments.notForPublication", LONG, "commentsNext", "submit"));
        send(
                inspection,
                "explain-recommendation",
                Map.of("explanation.kind", "action", "explanation.text", LONG, "explanationNext", "finished"));
        send(inspection, "draft-pcc-response", Map.of("response.text", LONG, "draftNext", "finished"));
        send(
                inspection,
                "approve-response",
                Map.of("approvalDecision", "send-back-to-drafter", "approval.reasons", LONG));
        send(inspection, "draft-pcc-response", Map.of("response.text", LONG, "draftNext", "finished"));
        client.completes(inspection, "approve-response", Map.of("approvalDecision", "approve"));
        for (String distribution : SENT) {
            send(
                    inspection,
                    distribution,
                    Map.of(
                            "distribution.way", "e-mail",
                            "distribution.address", "somebody@office.example",
                            "distribution.subject", "Our response",
                            "distribution.text", LONG,
                            "distribution.attachments", "both",
                            "distribution.note", LONG));
            client.sendsTheFile(inspection, distribution, LONG);
        }
        send(inspection, "publish-on-website", Map.of("publishedWhere", "here", "distribution.note", LONG));
        client.awaitEnd(inspection);

        assertThat(longFieldsSent).isEqualTo(longFieldsOfTheForms());
        Map<String, String> recorded = new LinkedHashMap<>();
        recorded.put("key findings", recorded(inspection, "findings", "/keyFindings"));
        recorded.put("recommendations", recorded(inspection, "findings", "/recommendationsText"));
        recorded.put("the recommendation", recorded(inspection, "recommendations", "/0/text"));
        recorded.put("comments", recorded(inspection, "comments", "/text"));
        recorded.put("explanation", recorded(inspection, "explanations", "/0/text"));
        recorded.put("its recommendation", recorded(inspection, "explanations", "/0/recommendation"));
        recorded.put("response", recorded(inspection, "response", "/text"));
        recorded.put("reasons", recorded(inspection, "rounds", "/0/reasons"));
        recorded.put("comments of the round", recorded(inspection, "rounds", "/0/comments"));
        recorded.put("response of the round", recorded(inspection, "rounds", "/1/response"));
        recorded.put("explanation of the round", recorded(inspection, "rounds", "/1/explanations/0/text"));
        recorded.put("manager's note", recorded(inspection, "managersNote", "/text"));
        for (String variable : List.of(
                "homeOfficeDistribution",
                "hmicfrsDistribution",
                "chiefConstableDistribution",
                "panelDistribution",
                "websiteDistribution")) {
            recorded.put(variable, recorded(inspection, variable, "/note"));
        }
        assertThat(recorded)
                .allSatisfy((what, text) -> assertThat(text)
                        .isEqualTo(
                                what.contains("the recommendation") || what.contains("its recommendation")
                                        ? WITHOUT_SPACE_AROUND_LINES
                                        : LONG));
        assertThat(client.recorded(inspection, "title").asText())
                .isEqualTo("“Understanding” the Difference – £1 & more 😀");
        assertThat(client.recorded(inspection, "inTime").asBoolean(true)).isFalse();
        assertThat(inTheDatabase(inspection, "response").path("text").asText()).isEqualTo(LONG);
    }

    @Test
    @DisplayName("is refused a draft's completion without an explanation, with the recommendation's number: 55(5B)")
    void explanationIsMissing() {
        String inspection = client.starts(Map.of(
                "title", "Custody", "datePublished", OneDay.TODAY.toString(), "inspectionType", "PEEL Inspection"));
        client.completes(
                inspection,
                "record-findings",
                Map.of(
                        "findings.keyFindings",
                        "What was found.",
                        "findings.recommendationsText",
                        "1. Review it.\n2. Train people.",
                        "findingsNext",
                        "check"));
        client.completes(inspection, "check-recommendations", Map.of("recommendationsCheck", "right"));
        client.completes(inspection, "submit-comments", Map.of("comments.text", "Yes.", "commentsNext", "submit"));
        String first = client.awaitTask(inspection, "explain-recommendation");
        String number = number(first);

        Answer noText = client.submit(first, Map.of("explanation.kind", "action", "explanationNext", "finished"));
        Answer blank = client.submit(
                first,
                Map.of("explanation.kind", "no-action", "explanation.text", " \n ", "explanationNext", "finished"));
        Answer noKind = client.submit(first, Map.of("explanation.text", "Done in May.", "explanationNext", "finished"));

        assertThat(List.of(noText, blank)).allSatisfy(answer -> {
            assertThat(answer.status()).isEqualTo(400);
            assertThat(answer.json().path("message").asText())
                    .contains("Recommendation " + number)
                    .contains("explanation.text");
        });
        assertThat(noKind.status()).isEqualTo(400);
        assertThat(noKind.json().path("message").asText()).contains("Recommendation " + number);
        assertThat(client.tasks(inspection, "explain-recommendation"))
                .hasSize(2)
                .contains(first);
        assertThat(client.tasks(inspection, "draft-pcc-response")).isEmpty();
    }

    private String number(String task) {
        return Doors.rest("http://localhost:" + port)
                .of(Groups.MANAGERS)
                .get("/task/" + task + "/variables/recommendationNumber")
                .good()
                .json()
                .path("value")
                .asText();
    }

    private void send(String inspection, String task, Map<String, ?> answers) {
        client.completes(inspection, task, answers);
        answers.forEach((key, value) -> {
            if (value.equals(LONG)) {
                longFieldsSent.add(key);
            }
        });
    }

    private String recorded(String inspection, String variable, String pointer) {
        return client.recorded(inspection, variable).at(pointer).asText();
    }

    private JsonNode inTheDatabase(String inspection, String variable) {
        byte[] bytes = database.queryForObject(
                "select b.BYTES_ from ACT_GE_BYTEARRAY b join ACT_HI_VARINST v on v.BYTEARRAY_ID_ = b.ID_"
                        + " where v.PROC_INST_ID_ = ? and v.NAME_ = ?",
                byte[].class,
                inspection,
                variable);
        return new Answer(200, new String(bytes, StandardCharsets.UTF_8)).json();
    }

    /**
     * But for those of a correction or a change, which are other processes, those that are repeated for each of a list,
     * and the reason why a report did not come out, which is short.
     */
    private static Set<String> longFieldsOfTheForms() {
        Set<String> keys = new TreeSet<>();
        try (Stream<Path> forms = Files.list(Path.of("forms"))) {
            for (Path form : forms.toList()) {
                for (JsonNode field : Door.JSON.readTree(form.toFile()).path("components")) {
                    if (field.path("type").asText().equals("textarea")
                            && !field.path("properties").has("repeat")
                            && !field.path("key").asText().equals("announcementReason")
                            && !field.path("key").asText().startsWith("correction.")
                            && !field.path("key").asText().startsWith("change.")
                            && !field.path("key").asText().startsWith("returned.")) {
                        keys.add(field.path("key").asText());
                    }
                }
            }
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return keys;
    }
}
