package uk.opcc.inspectionresponse.platform.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
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
import uk.opcc.inspectionresponse.statutory.StatutoryPeriod;
import uk.opcc.inspectionresponse.statutory.WrittenDate;

@OverRest
@DisplayName("A change on the way")
class ChangesOverRestTest {

    private static final LocalDate WRONG = OneDay.TODAY.minusDays(56);
    private static final LocalDate RIGHT = OneDay.TODAY.minusDays(55);

    private final ProcessEngine engine;
    private final int port;
    private FormsClient client;
    private Visitor manager;
    private Visitor officer;

    @Autowired
    ChangesOverRestTest(ProcessEngine engine, @LocalServerPort int port) {
        this.engine = engine;
        this.port = port;
    }

    @BeforeEach
    void connect() {
        Staff.employ(engine.getIdentityService());
        client = new FormsClient(Doors.rest("http://localhost:" + port));
        manager = signedIn(Groups.MANAGERS);
        officer = signedIn(Groups.POLICY_OFFICERS);
    }

    @Test
    @DisplayName("of the date of a published report makes the response one in time, everywhere, also after the end")
    void ofPublishedReport() {
        String inspection = published("Stop and search", WRONG);
        String reference = client.recorded(inspection, "reference").asText();
        client.awaitEnd(inspection);
        assertThat(evidence(reference)).contains("Published on day 57, after the 56 days: late.");
        assertThat(officer.sees("/camunda/api/office/corrected-date?reference=" + reference + "&on=" + RIGHT)
                        .body())
                .contains("day 56 of 56: in time. By the recorded date it was day 57: late.");

        String change = asks(reference, Map.of("changeKind", "publication-date", "rightDate", RIGHT.toString()));
        assertThat(text(manager.sees("/evidence/" + reference).body())).contains("Not decided yet");
        client.completes(change, "decide-change", Map.of("changeDecision", "approve"));
        client.awaitEnd(change);

        assertThat(evidence(reference))
                .contains("Published on day 56 of 56: in time.")
                .contains("Report published: day 1 " + WrittenDate.of(RIGHT))
                .contains("Last day for publishing: day 56 " + WrittenDate.of(OneDay.TODAY))
                .contains("The report was published on " + WrittenDate.of(RIGHT) + ", and not on "
                        + WrittenDate.of(WRONG) + ". The inspectors' website says so.")
                .contains("Within two months: " + WrittenDate.of(RIGHT.plusMonths(2)))
                .doesNotContain("contradict");
        assertThat(text(new Visitor(port).sees("/responses/" + reference).body()))
                .contains("on day 56 of 56", "Corrected on", "The inspectors' website says so.")
                .containsPattern("Date Published: " + RIGHT.getDayOfMonth() + "(st|nd|rd|th) ");
        assertThat(text(new Visitor(port)
                        .sees("/responses/" + reference + "/version-1")
                        .body()))
                .contains("This is an earlier version")
                .containsPattern("Date Published: " + WRONG.getDayOfMonth() + "(st|nd|rd|th) ");
        JsonNode json = new Answer(
                        200,
                        new Visitor(port)
                                .sees("/responses/" + reference + "/response.json")
                                .body())
                .json();
        assertThat(json.toString())
                .contains(RIGHT.toString(), RIGHT.plusMonths(2).toString())
                .doesNotContain(WRONG.plusMonths(2).toString());
        assertThat(text(manager.sees("/audit").body())).contains("Published on day 56");
        assertThat(text(manager.sees("/audit/" + reference + "-change-1").body()))
                .contains("the response again", "with the right date of its report, " + WrittenDate.of(RIGHT));

        LocalDate later = RIGHT.plusDays(10);
        String again = asks(reference, Map.of("changeKind", "publication-date", "rightDate", later.toString()));
        client.completes(again, "decide-change", Map.of("changeDecision", "approve"));
        client.awaitEnd(again);
        assertThat(new Visitor(port)
                        .sees("/responses/" + reference + "/response.json")
                        .body())
                .contains(later.toString(), later.plusMonths(2).toString());
        assertThat(evidence(reference))
                .contains(
                        "Published on day 46 of 56: in time.",
                        "Within two months: " + WrittenDate.of(later.plusMonths(2)));
    }

    @Test
    @DisplayName("that ends an inspection without a response is in the evidence, the audit and the public register")
    void noResponse() {
        String answering = client.starts(report("Custody in the force", WRONG));
        String other = client.recorded(answering, "reference").asText();
        String inspection = client.starts(report("Custody in England & Wales", RIGHT));
        String reference = client.recorded(inspection, "reference").asText();
        String link = asks(
                reference,
                Map.of(
                        "changeKind", "related",
                        "relation", "same-subject",
                        "otherInspection", other,
                        "takenOver", "no"));
        client.completes(link, "decide-change", Map.of("changeDecision", "approve"));
        client.awaitEnd(link);
        String change = asks(
                reference,
                Map.of(
                        "changeKind", "no-response",
                        "noResponseBecause", "answered-elsewhere",
                        "otherInspection", other,
                        "saidInRegister", "yes"));
        assertThat(new Visitor(port).sees("/responses").body()).doesNotContain("Custody in England");

        client.completes(change, "decide-change", Map.of("changeDecision", "approve"));

        client.awaitEnd(inspection);
        assertThat(client.tasks(inspection, "record-findings")).isEmpty();
        assertThat(evidence(reference))
                .contains("No response is needed. The same findings are answered in another response.")
                .contains("Ended without a response: The inspectors' website says so.")
                .contains("Is answered by the response to Custody in the force")
                .doesNotContain("Last day for publishing", "day 1");
        assertThat(evidence(other)).contains("Its response also answers Custody in England & Wales");
        assertThat(text(manager.sees("/audit").body())).contains("Ended: no response is needed");
        assertThat(text(new Visitor(port).sees("/responses").body()))
                .contains("Reports that need no response Custody in England & Wales")
                .contains("The same findings are answered in another response.");
        assertThat(new Visitor(port).sees("/responses/" + reference).statusCode())
                .isEqualTo(404);
        assertThat(refusal(reference, Map.of("changeKind", "publication-date", "rightDate", WRONG.toString())))
                .contains("has ended without a response");
        Map<String, String> ended = new HashMap<>(Map.of(
                "changeKind", "no-response",
                "noResponseBecause", "registered-twice",
                "otherInspection", reference));
        assertThat(refusal(other, ended)).contains("there is no response to this one");
        String third = client.recorded(client.starts(report("Custody again", RIGHT)), "reference")
                .asText();
        assertThat(refusal(third, ended)).contains("there is no response to this one");
        assertThat(refusal(
                        other,
                        Map.of(
                                "changeKind",
                                "no-response",
                                "noResponseBecause",
                                "nothing-new",
                                "saidInRegister",
                                "no")))
                .contains("also answers another report");
    }

    @Test
    @DisplayName("that links two reports is named by both, and in public once both are answered")
    void related() {
        String earlier = published("Accelerated cause of concern: custody", RIGHT);
        String later = published("PEEL report", RIGHT);
        String earlierReference = client.recorded(earlier, "reference").asText();
        String reference = client.recorded(later, "reference").asText();
        Map<String, String> link = Map.of(
                "changeKind", "related",
                "relation", "comes-after",
                "otherInspection", earlierReference,
                "takenOver", "no");
        String change = asks(reference, link);
        client.completes(change, "decide-change", Map.of("changeDecision", "approve"));
        client.awaitEnd(change);

        assertThat(evidence(reference)).contains("Comes after Accelerated cause of concern: custody");
        assertThat(evidence(earlierReference)).contains("Is followed by PEEL report");
        assertThat(text(new Visitor(port).sees("/responses/" + reference).body()))
                .contains("Comes after: Accelerated cause of concern: custody");
        assertThat(text(new Visitor(port).sees("/responses/" + earlierReference).body()))
                .contains("Is followed by: PEEL report");
        assertThat(refusal(reference, link)).contains("linked already");
    }

    @Test
    @DisplayName("that takes over the items of an earlier report offers each repeated one with its last answer")
    void takenOver() {
        String earlier = published("Accelerated cause of concern: vetting", RIGHT);
        String earlierReference = client.recorded(earlier, "reference").asText();
        String later = client.starts(report("A revisit", RIGHT));
        String change = asks(
                client.recorded(later, "reference").asText(),
                Map.of(
                        "changeKind", "related",
                        "relation", "comes-after",
                        "otherInspection", earlierReference,
                        "takenOver", "yes"));
        client.completes(change, "decide-change", Map.of("changeDecision", "approve"));

        assertThat(client.recorded(later, "findings")
                        .path("recommendationsText")
                        .asText())
                .contains("chief constables should review custody");
        client.completes(
                later,
                "record-findings",
                Map.of(
                        "findings.keyFindings", "What was found.",
                        "findings.recommendationsText",
                                "Recommendation 1\n\nChief constables should publish figures.\n\nRecommendation 2\n\n"
                                        + "within two months, Chief Constables should review custody",
                        "findingsNext", "check"));
        client.completes(later, "check-recommendations", Map.of("recommendationsCheck", "right", "answersIn", "all"));
        client.completes(later, "submit-comments", Map.of("comments.text", "Noted.", "commentsNext", "submit"));
        client.awaitTask(later, "answer-recommendations");

        JsonNode answers = client.recorded(later, "answers");
        assertThat(answers.path("text2").asText()).isEqualTo("It is done.");
        assertThat(answers.path("kind2").asText()).isEqualTo("action");
        assertThat(answers.has("text1")).isFalse();
        assertThat(client.recorded(later, "lastAnswers").toString())
                .isEqualTo("[{\"number\":2,\"from\":\"Recommendation 1 of Accelerated cause of concern: vetting\","
                        + "\"text\":\"It is done.\"}]");
    }

    @Test
    @DisplayName("that takes over the items is seen in the task of each repeated one, too")
    void takenOverInATaskForEach() {
        String earlier = approved("Cause of concern: firearms", RIGHT);
        String later = client.starts(report("Another revisit", RIGHT));
        String change = asks(
                client.recorded(later, "reference").asText(),
                Map.of(
                        "changeKind", "related",
                        "relation", "comes-after",
                        "otherInspection", client.recorded(earlier, "reference").asText(),
                        "takenOver", "yes"));
        assertThat(client.recorded(change, "changeFollows").toString()).contains("The other has 1 answer.");
        client.completes(change, "decide-change", Map.of("changeDecision", "approve"));
        client.completes(
                later,
                "record-findings",
                Map.of(
                        "findings.keyFindings", "What was found.",
                        "findings.recommendationsText",
                                client.recorded(later, "findings")
                                        .path("recommendationsText")
                                        .asText(),
                        "findingsNext", "check"));
        client.completes(later, "check-recommendations", Map.of("recommendationsCheck", "right"));
        client.completes(later, "submit-comments", Map.of("comments.text", "Noted.", "commentsNext", "submit"));
        client.awaitTask(later, "explain-recommendation");
        assertThat(client.recorded(later, "explanation").path("text").asText()).isEqualTo("It is done.");
        assertThat(client.recorded(later, "lastAnswers").toString())
                .contains("Recommendation 1 of Cause of concern: firearms");
    }

    @ParameterizedTest(name = "cannot be asked for where it cannot be made: {0} {1} {2} is refused with {3}")
    @CsvSource(
            delimiter = '|',
            value = {
                "publication-date | rightDate | 0  | is the date that is recorded already",
                "publication-date | rightDate | -20000 | must not be before",
                "publication-date | rightDate | 600 | must not be after",
                "publication-date | saidInRegister | yes | Right date of publication",
                "no-response | noResponseBecause | because | must be one of",
                "no-response | noResponseBecause | answered-elsewhere | Other inspection",
                "no-response | noResponseBecause | not-the-subject | public register",
                "related | otherInspection | OPCCN-1999-1 | How the report is related",
                "another | rightDate | 1 | must be one of",
            })
    void refused(String kind, String field, String value, String why) {
        String inspection = client.starts(report("Firearms", RIGHT));
        String reference = client.recorded(inspection, "reference").asText();
        String sent =
                value.matches("-?\\d+") ? RIGHT.plusDays(Long.parseLong(value)).toString() : value;

        assertThat(refusal(reference, Map.of("changeKind", kind, field, sent))).contains(why);
        assertThat(client.recorded(inspection, "datePublished").asText()).isEqualTo(RIGHT.toString());
    }

    @Test
    @DisplayName("names the inspection that it cannot change, and what to do")
    void wrongInspection() {
        Map<String, String> earlier = Map.of("changeKind", "publication-date", "rightDate", WRONG.toString());
        assertThat(refusal("OPCCN-1999-12", earlier)).contains("there is none with this reference");
        Map<String, String> announced = report("Announced", OneDay.TODAY.plusDays(8));
        announced.put("reportIs", "announced");
        String reference =
                client.recorded(client.starts(announced), "reference").asText();
        assertThat(refusal(reference, earlier)).contains("Await the publication of the report");

        String inspection = client.starts(report("Twice", RIGHT));
        String twice = client.recorded(inspection, "reference").asText();
        String change = asks(twice, earlier);
        assertThat(refusal(twice, earlier)).contains("is asked for already");
        Map<String, String> itself = new HashMap<>(
                Map.of("changeKind", "related", "relation", "part-of", "otherInspection", twice, "takenOver", "no"));
        client.completes(
                change,
                "decide-change",
                Map.of("changeDecision", "send-back", "approval.reasons", "It is the same report."));
        itself.put("changeNext", "again");
        itself.put("change.reason", "It is.");
        Answer refused = client.submit(client.awaitTask(change, "revise-change"), itself);
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.json().path("message").asText()).contains("this is the same one");
        client.completes(change, "revise-change", Map.of("changeNext", "withdraw"));
        client.awaitEnd(change);
        assertThat(evidence(twice)).contains("Withdrawn");
    }

    @Test
    @DisplayName("cannot end an inspection whose response is being distributed, or is published")
    void tooLateToEnd() {
        String inspection = approved("Vetting", RIGHT);
        String reference = client.recorded(inspection, "reference").asText();
        Map<String, String> end =
                Map.of("changeKind", "no-response", "noResponseBecause", "nothing-new", "saidInRegister", "no");
        String change = asks(reference, end);
        client.completes(
                inspection, "send-to-hmicfrs", Map.of("distribution.way", "another", "distribution.note", "By post."));
        Answer decided = client.submit(client.awaitTask(change, "decide-change"), Map.of("changeDecision", "approve"));
        assertThat(decided.status()).isEqualTo(400);
        assertThat(decided.json().path("message").asText()).contains("distribution of its response has begun");
        assertThat(client.tasks(change, "decide-change")).hasSize(1);
        assertThat(client.tasks(inspection, "publish-on-website")).hasSize(1);
        assertThat(client.recorded(inspection, "datePublished").asText()).isEqualTo(RIGHT.toString());
    }

    @Test
    @DisplayName("is offered and explained to policy officers, and to nobody who may not ask for it")
    void offered() {
        String inspection = client.starts(report("Domestic abuse", RIGHT));
        String reference = client.recorded(inspection, "reference").asText();
        String which = "/camunda/api/office/inspections/changeable";
        String follows = "/camunda/api/office/corrected-date?reference=" + reference + "&on=" + WRONG;
        assertThat(officer.sees(which).body()).contains(reference, "Domestic abuse");
        assertThat(officer.sees(follows).body())
                .contains(
                        "The last lawful day is", WrittenDate.withWeekday(new StatutoryPeriod(RIGHT).lastLawfulDay()));
        for (String group : List.of(Groups.CHIEF_CONSTABLES_OFFICE, Groups.APPROVERS, Groups.COMMUNICATIONS)) {
            Visitor other = signedIn(group);
            assertThat(other.sees(which).body()).isEqualTo("[]");
            assertThat(other.sees(follows).body()).doesNotContain("lawful");
        }
        assertThat(officer.sees("/camunda/api/office/corrected-date?reference=" + reference + "&on=soon")
                        .body())
                .isEqualTo("{\"words\":\"\"}");
    }

    private String asks(String reference, Map<String, String> fields) {
        return client.start("change-inspection", sent(reference, fields))
                .good()
                .json()
                .path("id")
                .asText();
    }

    private String refusal(String reference, Map<String, String> fields) {
        Answer refused = client.start("change-inspection", sent(reference, fields));
        assertThat(refused.status()).isEqualTo(400);
        return refused.json().path("message").asText();
    }

    private static Map<String, String> sent(String reference, Map<String, String> fields) {
        Map<String, String> sent = new HashMap<>(fields);
        sent.put("reference", reference);
        sent.put("change.reason", "The inspectors' website says so.");
        return sent;
    }

    private String approved(String title, LocalDate published) {
        String inspection = client.starts(report(title, published));
        client.completes(
                inspection,
                "record-findings",
                Map.of(
                        "findings.keyFindings", "What was found.",
                        "findings.recommendationsText",
                                "Recommendation 1\n\nWithin two months, chief constables should review custody.",
                        "findingsNext", "check"));
        client.completes(inspection, "check-recommendations", Map.of("recommendationsCheck", "right"));
        client.completes(inspection, "submit-comments", Map.of("comments.text", "Noted.", "commentsNext", "submit"));
        client.completes(
                inspection,
                "explain-recommendation",
                Map.of("explanation.kind", "action", "explanation.text", "It is done.", "explanationNext", "finished"));
        client.completes(
                inspection, "draft-pcc-response", Map.of("response.text", "I agree.", "draftNext", "finished"));
        client.completes(
                inspection,
                "approve-response",
                Map.of("approvalDecision", "approve", "signatory", signatory(inspection)));
        client.awaitTask(inspection, "publish-on-website");
        return inspection;
    }

    private String signatory(String inspection) {
        client.awaitTask(inspection, "approve-response");
        return client.recorded(inspection, "signatories").get(0).path("label").asText();
    }

    private String published(String title, LocalDate published) {
        String inspection = approved(title, published);
        for (String copy : List.of(
                "send-to-home-office",
                "send-to-hmicfrs",
                "send-to-chief-constable",
                "send-to-police-and-crime-panel")) {
            client.completes(inspection, copy, Map.of("distribution.way", "another", "distribution.note", "By post."));
        }
        client.completes(inspection, "publish-on-website", Map.of("publishedWhere", "here"));
        return inspection;
    }

    private static Map<String, String> report(String title, LocalDate published) {
        Map<String, String> report = new HashMap<>();
        report.put("title", title);
        report.put("datePublished", published.toString());
        report.put("inspectionType", "Thematic Inspection");
        return report;
    }

    private String evidence(String reference) {
        return text(manager.sees("/evidence/" + reference).body());
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
