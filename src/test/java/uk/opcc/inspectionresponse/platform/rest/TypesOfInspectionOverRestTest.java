package uk.opcc.inspectionresponse.platform.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngine;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import uk.opcc.inspectionresponse.OneDay;
import uk.opcc.inspectionresponse.Staff;
import uk.opcc.inspectionresponse.Visitor;
import uk.opcc.inspectionresponse.platform.people.Groups;
import uk.opcc.inspectionresponse.platform.rest.Door.Answer;
import uk.opcc.inspectionresponse.statutory.WrittenDate;

@OverRest
@DisplayName("The type of an inspection report")
class TypesOfInspectionOverRestTest {

    private static final String RESTRAINT = "The use of restraint";

    private final ProcessEngine engine;
    private final int port;
    private Doors doors;
    private FormsClient client;

    @Autowired
    TypesOfInspectionOverRestTest(ProcessEngine engine, @LocalServerPort int port) {
        this.engine = engine;
        this.port = port;
    }

    @BeforeEach
    void connect() {
        Staff.employ(engine.getIdentityService());
        doors = Doors.rest("http://localhost:" + port);
        client = new FormsClient(doors);
    }

    private JsonNode field(String key) {
        Door officer = doors.of(Groups.POLICY_OFFICERS);
        String path = "/process-definition/key/inspection-response";
        JsonNode form = officer.get(path + "/deployed-start-form").good().json();
        String id = officer.get(path).good().json().path("id").asText();
        assertThat(officer.get("/process-definition/" + id + "/deployed-start-form")
                        .good()
                        .json())
                .isEqualTo(form);
        for (JsonNode component : form.path("components")) {
            if (component.path("key").asText().equals(key)) {
                return component;
            }
        }
        throw new AssertionError(key);
    }

    @Test
    @DisplayName("is one of the decision table, in its order, and no other")
    void choices() {
        assertThat(field("inspectionType").path("values").findValuesAsText("value"))
                .containsSubsequence(
                        "PEEL Inspection",
                        "Thematic Inspection",
                        "Spotlight Inspection",
                        "Joint Inspection",
                        "National Child Protection Inspection",
                        "Custody Inspection",
                        "Crime Data Integrity Inspection",
                        "Accelerated Cause of Concern",
                        "Revisit Letter",
                        "Post-inspection Review",
                        "Regional Inspection",
                        "Super-complaint",
                        "State of Policing",
                        "Other Inspection");
        Answer other = client.start(report("Audit", "Peer Review", Map.of()));
        assertThat(other.status()).isEqualTo(400);
        assertThat(other.json().path("message").asText())
                .contains("inspectionType", "must be one of PEEL Inspection, Thematic Inspection", "not 'Peer Review'");
    }

    @Test
    @DisplayName("decides which law the response and the letters name, and by when it is published")
    void superComplaint() {
        LocalDate by = published().plusDays(119);
        String inspection = client.starts(report(RESTRAINT, "Super-complaint", Map.of("responseBy", by.toString())));

        assertThat(client.recorded(inspection, "lastLawfulDay").asText()).isEqualTo(by.toString());
        assertThat(signedIn(Groups.POLICY_OFFICERS)
                        .sees("/camunda/api/office/tasks?ids=" + client.awaitTask(inspection, "record-findings"))
                        .body())
                .contains("Day 4 of 120");
        assertThat(text(signedIn(Groups.MANAGERS).sees("/audit").body())).contains("Day 4 of 120");
        client.completes(
                inspection,
                "record-findings",
                Map.of("findings.keyFindings", "It is used too often.", "findingsNext", "none"));
        client.completes(inspection, "submit-comments", Map.of("comments.text", "Agreed.", "commentsNext", "submit"));
        client.completes(
                inspection, "draft-pcc-response", Map.of("response.text", "I agree.", "draftNext", "finished"));
        client.completes(inspection, "approve-response", Map.of("approvalDecision", "approve"));
        String letter = client.awaitTask(inspection, "send-to-home-office");
        assertThat(doors.of(Groups.MANAGERS)
                        .get("/task/" + letter + "/variables?deserializeValues=false")
                        .good()
                        .json()
                        .at("/distribution/value")
                        .asText())
                .contains("Police Reform Act 2002, section 29A")
                .doesNotContain("Police Act 1996");
        client.completes(inspection, "publish-on-website", Map.of("publishedWhere", "here"));

        String reference = client.recorded(inspection, "reference").asText();
        String page = text(new Visitor(port).sees("/responses/" + reference).body());
        assertThat(page)
                .contains("Section 29A of the Police Reform Act 2002", "on day 4 of 120")
                .doesNotContain("Police Act 1996");
        assertThat(text(new Visitor(port).sees("/responses").body())).contains("on day 4 of 120");
        Visitor manager = signedIn(Groups.MANAGERS);
        assertThat(text(manager.sees("/evidence/" + reference).body()))
                .contains(
                        "Published on day 4 of 120: in time.",
                        "Last day for publishing: day 120 " + WrittenDate.of(by),
                        "within 120 days")
                .doesNotContain("Section 55(5A)");
        assertThat(text(manager.sees("/audit/" + reference).body())).contains("day 4 of 120, in time");
        sentAgainUnderTheSameLaw(inspection, reference);
        correctedUnderTheSameLaw(reference);
    }

    private void sentAgainUnderTheSameLaw(String inspection, String reference) {
        client.completes(
                inspection, "send-to-hmicfrs", Map.of("distribution.way", "another", "distribution.note", "By post."));
        String again = org.awaitility.Awaitility.await()
                .until(
                        () -> doors.of(Groups.POLICY_OFFICERS)
                                .post(
                                        "/process-definition/key/send-copy-again/submit-form",
                                        Map.of(
                                                "variables",
                                                Map.of(
                                                        "reference", Map.of("value", reference),
                                                        "copy", Map.of("value", "hmicfrs"),
                                                        "returned",
                                                                Map.of(
                                                                        "type", "Json",
                                                                        "value", "{\"what\": \"It was empty.\"}")))),
                        answer -> answer.status() < 300)
                .json()
                .path("id")
                .asText();
        JsonNode task = doors.of(Groups.MANAGERS)
                .get("/task?processInstanceId=" + again)
                .good()
                .json()
                .get(0);
        assertThat(doors.of(Groups.MANAGERS)
                        .get("/task/" + task.path("id").asText() + "/variables?deserializeValues=false")
                        .good()
                        .json()
                        .at("/distribution/value")
                        .asText())
                .contains("Police Reform Act 2002, section 29A")
                .doesNotContain("Police Act 1996");
        assertThat(signedIn(Groups.POLICY_OFFICERS)
                        .sees("/camunda/api/office/tasks?ids=" + task.path("id").asText())
                        .body())
                .contains("Published on day 4");
    }

    private void correctedUnderTheSameLaw(String reference) {
        String correction = doors.of(Groups.MANAGERS)
                .post(
                        "/process-definition/key/correct-response/submit-form",
                        Map.of(
                                "variables",
                                Map.of(
                                        "reference",
                                        Map.of("value", reference),
                                        "correction",
                                        Map.of("type", "Json", "value", "{\"reason\": \"A word was wrong.\"}"))))
                .good()
                .json()
                .path("id")
                .asText();
        client.completes(
                correction,
                "write-correction",
                Map.of(
                        "title", RESTRAINT,
                        "findings.keyFindings", "It is used too often.",
                        "comments.text", "Agreed.",
                        "response.text", "I fully agree.",
                        "correction.reason", "A word was wrong.",
                        "correctionNext", "finished"));
        client.completes(correction, "approve-correction", Map.of("correctionDecision", "approve"));
        client.awaitEnd(correction);
        assertThat(text(new Visitor(port).sees("/responses/" + reference).body()))
                .contains("I fully agree.", "Section 29A of the Police Reform Act 2002", "on day 4 of 120");
    }

    @ParameterizedTest(name = "asks for a day of its own where no law gives one: {0} with {1} is refused with {2}")
    @CsvSource({
        "Super-complaint, '', 'fill this in'",
        "Super-complaint, -1, 'must not be before'",
        "Super-complaint, 400, 'must not be after'",
        "Super-complaint, soon, 'must be a date'",
        "PEEL Inspection, 70, 'is not needed with these answers: leave it out'"
    })
    void ownDay(String type, String days, String why) {
        String by = days.matches("-?\\d+")
                ? published().plusDays(Long.parseLong(days)).toString()
                : days;
        Answer refused = client.start(report(RESTRAINT, type, Map.of("responseBy", by)));
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.json().path("message").asText()).contains("responseBy", why);
    }

    @Test
    @DisplayName("brings a dated task for what else is owed, which the evidence shows")
    void childProtection() {
        String inspection = client.starts(report("Child protection", "National Child Protection Inspection", Map.of()));
        String duty = client.awaitTask(inspection, "do-what-else-is-owed");
        LocalDate by = published().plusWeeks(6);
        JsonNode task = doors.of(Groups.MANAGERS).get("/task/" + duty).good().json();
        assertThat(OffsetDateTime.parse(task.path("due").asText().replaceFirst("(..)$", ":$1"))
                        .toInstant())
                .isEqualTo(by.atTime(23, 59, 59)
                        .atZone(java.time.ZoneId.of("Europe/London"))
                        .toInstant());
        String cards = signedIn(Groups.CHIEF_CONSTABLES_OFFICE)
                .sees("/camunda/api/office/tasks?ids=" + duty)
                .body();
        assertThat(cards).contains("Send the force's action plan to HMICFRS");
        String reference = client.recorded(inspection, "reference").asText();
        assertThat(text(signedIn(Groups.MANAGERS).sees("/evidence/" + reference).body()))
                .contains("Send the force's action plan to HMICFRS " + WrittenDate.of(by) + " Not recorded as done");
        for (String day : List.of(
                published().minusDays(1).toString(), OneDay.TODAY.plusDays(1).toString())) {
            Answer early = client.submit(duty, Map.of("dutyDone.outcome", "done", "dutyDone.on", day));
            assertThat(early.status()).isEqualTo(400);
            assertThat(early.json().path("message").asText()).contains("dutyDone.on");
        }

        client.submit(duty, Map.of("dutyDone.outcome", "done", "dutyDone.note", "By Grace, by email."))
                .good();
        org.awaitility.Awaitility.await()
                .untilAsserted(() -> assertThat(text(signedIn(Groups.MANAGERS)
                                .sees("/evidence/" + reference)
                                .body()))
                        .contains("Done on " + WrittenDate.of(OneDay.TODAY) + ", in time By Grace, by email."));
    }

    @Test
    @DisplayName("is added by an owner in the table alone, with its own law, period and further date")
    void added() throws IOException {
        String table = Files.readString(Path.of("processes/inspection-types.dmn"));
        String row = """
                <rule id="type-peer">
                  <inputEntry id="type-peer-name"><text>"Peer Review", "Review of a \\"gold\\" command"</text></inputEntry>
                  <outputEntry id="type-peer-within"><text>30</text></outputEntry>
                  <outputEntry id="type-peer-statute"><text>"The office has asked for this review"</text></outputEntry>
                  <outputEntry id="type-peer-letter"><text>"You asked for this."</text></outputEntry>
                  <outputEntry id="type-peer-owed"><text>"Tell the reviewers within 1 day; Tell the Panel within 2 weeks"</text></outputEntry>
                </rule>
                """;
        String deployment = Deployment.ofTheProject()
                .with(
                        "inspection-types.dmn",
                        table.replaceFirst("(?=<rule )", java.util.regex.Matcher.quoteReplacement(row)))
                .create(doors.of(Groups.PROCESS_OWNERS))
                .good()
                .json()
                .path("id")
                .asText();
        try {
            assertThat(field("inspectionType").path("values").findValuesAsText("value"))
                    .startsWith("Peer Review", "Review of a \"gold\" command", "PEEL Inspection");
            String inspection = client.starts(report("Gold", "Review of a \"gold\" command", Map.of()));
            assertThat(client.recorded(inspection, "lastLawfulDay").asText())
                    .isEqualTo(published().plusDays(29).toString());
            assertThat(client.tasks(inspection, "do-what-else-is-owed")).hasSize(2);
            assertThat(signedIn(Groups.POLICY_OFFICERS)
                            .sees("/camunda/api/office/statutory-period?type=Peer%20Review&published=" + published())
                            .body())
                    .containsPattern("Publish on or before (\\w+day )?"
                            + WrittenDate.of(published().plusDays(29)))
                    .contains("Tell the Panel on or before "
                            + WrittenDate.withWeekday(published().plusDays(14)));
            bothDone(inspection);
            client.completes(
                    inspection, "record-findings", Map.of("findings.keyFindings", "A.", "findingsNext", "none"));
            String comments = client.awaitTask(inspection, "submit-comments");
            assertThat(signedIn(Groups.CHIEF_CONSTABLES_OFFICE)
                            .sees("/previews/" + comments)
                            .body())
                    .contains("The office has asked for this review");
        } finally {
            // Nobody can do that over REST.
            engine.getRepositoryService().deleteDeployment(deployment, true);
        }
    }

    private String duty(String inspection, String what) {
        return client.tasks(inspection, "do-what-else-is-owed").stream()
                .filter(task -> signedIn(Groups.POLICY_OFFICERS)
                        .sees("/camunda/api/office/tasks?ids=" + task)
                        .body()
                        .contains(what))
                .findFirst()
                .orElseThrow();
    }

    private void bothDone(String inspection) {
        client.submit(
                        duty(inspection, "Tell the Panel"),
                        Map.of("dutyDone.outcome", "not-needed", "dutyDone.note", "It has no Panel."))
                .good();
        client.submit(duty(inspection, "Tell the reviewers"), Map.of("dutyDone.outcome", "done"))
                .good();
        String reference = client.recorded(inspection, "reference").asText();
        Visitor manager = signedIn(Groups.MANAGERS);
        org.awaitility.Awaitility.await()
                .untilAsserted(() -> assertThat(
                                text(manager.sees("/evidence/" + reference).body()))
                        .containsSubsequence(
                                "Tell the reviewers",
                                "Done on " + WrittenDate.of(OneDay.TODAY) + ", late",
                                "Tell the Panel",
                                "Not required It has no Panel."));
        assertThat(text(manager.sees("/audit/" + reference).body()))
                .contains(
                        "Complete the other action required (Tell the reviewers)",
                        "Complete the other action required (Tell the Panel)");
    }

    private static LocalDate published() {
        return OneDay.TODAY.minusDays(3);
    }

    private static Map<String, String> report(String title, String type, Map<String, String> more) {
        Map<String, String> report = new HashMap<>(more);
        report.put("title", title);
        report.put("datePublished", published().toString());
        report.put("inspectionType", type);
        return report;
    }

    private Visitor signedIn(String user) {
        Visitor visitor = new Visitor(port);
        visitor.signsIn(user, Staff.password(user));
        return visitor;
    }

    private static String text(String page) {
        return Jsoup.parse(page).text();
    }
}
