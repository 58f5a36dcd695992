package uk.opcc.inspectionresponse.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;
import static uk.opcc.inspectionresponse.TheOffice.COMMISSIONER;
import static uk.opcc.inspectionresponse.TheOffice.COMMUNICATIONS_OFFICER;
import static uk.opcc.inspectionresponse.TheOffice.MANAGER;
import static uk.opcc.inspectionresponse.TheOffice.POLICY_OFFICER;
import static uk.opcc.inspectionresponse.TheOffice.SECOND_POLICY_OFFICER;
import static uk.opcc.inspectionresponse.TheOffice.STAFF_OFFICER;
import static uk.opcc.inspectionresponse.TheOffice.json;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Date;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests;
import org.camunda.community.process_test_coverage.spring_test.common.ProcessEngineCoverageProperties;
import org.camunda.community.process_test_coverage.spring_test.platform7.ProcessEngineCoverageConfiguration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import uk.opcc.inspectionresponse.TestClock;
import uk.opcc.inspectionresponse.TheOffice;
import uk.opcc.inspectionresponse.messages.mail.Mail;
import uk.opcc.inspectionresponse.messages.mail.Outcome;
import uk.opcc.inspectionresponse.messages.mail.OutgoingMail;
import uk.opcc.inspectionresponse.platform.refusal.InputRefused;

/** Every path of the diagram; the coverage that the library counts must be all of it. */
@ExtendWith(TestClock.BackToNow.class)
@SpringBootTest(
        properties = {
            "spring.datasource.url=jdbc:h2:mem:process",
            "camunda.bpm.job-execution.enabled=false",
            "camunda.bpm.admin-user.password=made-up-for-tests",
        })
@Import({
    TestClock.Configuration.class,
    ProcessEngineCoverageConfiguration.class,
    InspectionResponseProcessTest.AllOfTheDiagram.class,
    InspectionResponseProcessTest.WithMailServer.class
})
@DisplayName("The response to an inspection report")
class InspectionResponseProcessTest {

    private static final List<String> FIVE = List.of(
            "publish-on-website",
            "send-to-chief-constable",
            "send-to-hmicfrs",
            "send-to-home-office",
            "send-to-police-and-crime-panel");

    private final ProcessEngine engine;
    private final TaskService tasks;
    private final HistoryService history;
    private final TestClock clock;
    private final TheOffice office;
    private final MailServer mailServer;

    @Autowired
    InspectionResponseProcessTest(ProcessEngine engine, TestClock clock, MailServer mailServer) {
        this.engine = engine;
        this.tasks = engine.getTaskService();
        this.history = engine.getHistoryService();
        this.clock = clock;
        this.office = new TheOffice(engine);
        this.mailServer = mailServer;
    }

    @BeforeEach
    void itIsTheDayAfterPublication() {
        mailServer.outcomes.clear();
        mailServer.sent.clear();
        BpmnAwareTests.init(engine);
        clock.moveTo(LocalDate.parse("2018-07-20"), LocalTime.of(10, 0));
    }

    @Test
    @DisplayName("goes straight through from the report to five recipients")
    void straightThrough() {
        ProcessInstance inspection = office.registers(Map.of(
                "title", "Understanding the Difference",
                "datePublished", "2018-07-19",
                "inspectionType", "Thematic Inspection",
                "reportLink", "https://inspectorate.example/report"));
        assertThat(inspection).isStarted().isWaitingAt("record-findings");
        assertThat(inspection).task().hasCandidateGroup("policy-officers").hasDueDate(endOf("2018-07-25"));

        office.recordsRecommendations(inspection, "1. Review it.\n\n2. Train people.");
        assertThat(office.waitsAt(inspection)).containsExactly("check-recommendations");
        assertThat(office.listOf(inspection, "recommendations"))
                .extracting(item -> item.get("label"), item -> item.get("text"))
                .containsExactly(tuple("Recommendation 1", "Review it."), tuple("Recommendation 2", "Train people."));
        office.checksTheRecommendations(inspection, "right");

        assertThat(office.waitsAt(inspection)).containsExactly("submit-comments");
        assertThat(inspection)
                .task()
                .hasCandidateGroupAssociated("chief-constables-office")
                .hasDueDate(endOf("2018-08-08"));
        assertThat(office.valueOf(inspection, "commentsInvitedBy")).isEqualTo("2018-08-08");
        office.submitsComments(inspection, "We welcome it.");

        assertThat(office.waitsAt(inspection)).containsExactly("explain-recommendation", "explain-recommendation");
        office.explains(inspection, 2, "Training has begun.");
        office.explains(inspection, 1, "The review ends in May.");

        assertThat(office.waitsAt(inspection)).containsExactly("draft-pcc-response");
        assertThat(inspection).task().hasCandidateGroup("policy-officers").hasDueDate(endOf("2018-08-22"));
        assertThat(office.listOf(inspection, "explanations"))
                .extracting(explanation -> explanation.get("number"), explanation -> explanation.get("text"))
                .containsExactly(tuple(1, "The review ends in May."), tuple(2, "Training has begun."));
        office.drafts(inspection, "I welcome it too.");

        assertThat(office.waitsAt(inspection)).containsExactly("approve-response");
        assertThat(inspection).task().hasCandidateGroup("approvers").hasDueDate(endOf("2018-08-29"));
        office.approves(inspection);

        assertThat(office.waitsAt(inspection)).containsExactlyElementsOf(FIVE);
        for (String distribution : FIVE) {
            assertThat(office.task(inspection, distribution)).hasDueDate(endOf("2018-09-05"));
        }
        assertThat(office.task(inspection, "publish-on-website")).hasCandidateGroupAssociated("communications");
        FIVE.forEach(distribution -> office.distributes(inspection, distribution));

        assertThat(inspection)
                .isEnded()
                .hasPassedInOrder("record-findings", "submit-comments", "approve-response", "response-distributed");
        assertThat(office.valueOf(inspection, "inTime")).isEqualTo(true);
        assertThat(office.valueOf(inspection, "publishedOnDay")).isEqualTo(2);
    }

    @Test
    @DisplayName("records of each distribution who did it, when, to which address and a note")
    void distributionIsRecorded() {
        ProcessInstance inspection = office.hasApproved("Custody", "2018-07-19");
        clock.moveTo(LocalDate.parse("2018-08-03"), LocalTime.of(15, 30));

        office.completes(
                POLICY_OFFICER,
                inspection,
                "send-to-home-office",
                Map.of("distribution", json(Map.of("way", "another", "doneOn", "2018-08-02", "note", "By post."))));
        office.distributes(inspection, "publish-on-website");

        assertThat(office.jsonOf(inspection, "homeOfficeDistribution"))
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "way", "another",
                        "doneOn", "2018-08-02",
                        "note", "By post.",
                        "recordedBy", POLICY_OFFICER,
                        "recordedAt", "2018-08-03T15:30:00+01:00"));
        assertThat(office.jsonOf(inspection, "websiteDistribution"))
                .containsEntry("recordedBy", COMMUNICATIONS_OFFICER)
                .containsEntry("doneOn", "2018-08-03");
        assertThat(office.waitsAt(inspection))
                .containsExactly("send-to-chief-constable", "send-to-hmicfrs", "send-to-police-and-crime-panel");
        assertThat(inspection).hasPassed("deliver-to-home-office");
    }

    @Test
    @DisplayName("takes a date as people write it, whoever sends it, and keeps it as every other date")
    void writtenDates() {
        ProcessInstance inspection = office.registers("Custody", "19 July 2018");
        assertThat(office.valueOf(inspection, "datePublished")).isEqualTo("2018-07-19");
        assertThat(office.valueOf(inspection, "lastLawfulDay")).isEqualTo("2018-09-12");
        for (String none : List.of("31 June 2018", "19 Juli 2018", "19 July 18", "19/07/2018", "19 July +12018")) {
            assertThatThrownBy(() -> office.registers("Custody", none))
                    .isInstanceOf(InputRefused.class)
                    .hasMessageContaining("is not one: give a day such as 19 July 2018");
        }
        ProcessInstance approved = office.hasApproved("Custody", "19\u00A0JULY  2018 ");
        clock.moveTo(LocalDate.parse("2018-08-03"), LocalTime.of(15, 30));
        Object sent = json(Map.of("way", "another", "doneOn", "2 August 2018", "note", "By post."));
        office.completes(POLICY_OFFICER, approved, "send-to-home-office", Map.of("distribution", sent));
        assertThat(office.jsonOf(approved, "homeOfficeDistribution")).containsEntry("doneOn", "2018-08-02");
    }

    @ParameterizedTest(name = "is sent to {0} by email when the person has seen the letter: {1}")
    @CsvSource({
        "home-office, homeOfficeDistribution, OPCC Norfolk: response to Custody",
        "hmicfrs, hmicfrsDistribution, OPCC Norfolk: response to Custody",
        "chief-constable, chiefConstableDistribution, Our response to Custody",
        "police-and-crime-panel, panelDistribution, Our response to Custody"
    })
    void byEMail(String recipient, String variable, String subject) {
        ProcessInstance inspection = office.hasApproved("Custody", "2018-07-19");
        clock.moveTo(LocalDate.parse("2018-08-03"), LocalTime.of(15, 30));
        String task = "send-to-" + recipient;
        assertThat(office.letter(inspection, task, Map.of()))
                .containsEntry("way", "e-mail")
                .containsEntry("subject", subject)
                .extractingByKey("text", InstanceOfAssertFactories.STRING)
                .contains("“Custody”", "published on 19 July 2018", "approved on 20 July 2018")
                .contains("Our reference: OPCCN/2018/", "OPCC Norfolk");

        office.orders(inspection, task, Map.of("address", "a@recipient.example, b@recipient.example"));
        assertThat(mailServer.sent).isEmpty();
        assertThat(office.waitsAt(inspection)).doesNotContain(task);
        assertThat(office.jsonOf(inspection, variable)).doesNotContainKey("doneOn");
        clock.moveTo(LocalDate.parse("2018-08-04"), LocalTime.of(0, 1));
        office.jobsRun(inspection);

        assertThat(mailServer.sent).hasSize(1).first().satisfies(mail -> {
            assertThat(mail.subject()).isEqualTo(subject);
            assertThat(mail.to())
                    .extracting(Object::toString)
                    .containsExactly("a@recipient.example", "b@recipient.example");
        });
        assertThat(inspection).hasPassed("deliver-to-" + recipient);
        assertThat(office.jsonOf(inspection, variable))
                .containsEntry("address", "a@recipient.example, b@recipient.example")
                .containsEntry("doneOn", "2018-08-04")
                .containsEntry("recordedBy", POLICY_OFFICER);
    }

    @ParameterizedTest(name = "comes back to a person where the mail to {0} was refused, or may have been sent")
    @ValueSource(strings = {"home-office", "hmicfrs", "chief-constable", "police-and-crime-panel"})
    void comesBack(String recipient) {
        ProcessInstance inspection = office.hasApproved("Custody", "2018-07-19");
        String task = "send-to-" + recipient;
        mailServer.outcomes.add(new Outcome.NotSent("550 no such person", true));
        office.mails(inspection, task);
        assertThat(office.waitsAt(inspection)).contains(task);
        assertThat(problem(inspection, task)).contains("\"doubtful\":false").contains("550 no such person");

        mailServer.outcomes.add(new Outcome.Doubtful("no answer"));
        office.orders(inspection, task, Map.of("subject", "Once more"));
        office.jobsRun(inspection);
        assertThat(problem(inspection, task)).contains("\"doubtful\":true").contains("no answer");
        assertThat(office.letter(inspection, task, Map.of())).containsEntry("subject", "Once more");
        assertThatThrownBy(() -> office.mails(inspection, task))
                .rootCause()
                .isInstanceOf(InputRefused.class)
                .hasMessageContaining("distribution.found");

        office.orders(inspection, task, Map.of("found", "again"));
        office.jobsRun(inspection);
        assertThat(office.waitsAt(inspection)).doesNotContain(task).hasSize(4);
        assertThat(mailServer.sent).extracting(Mail::messageId).hasSize(3).doesNotHaveDuplicates();
    }

    private String problem(ProcessInstance inspection, String task) {
        return tasks.getVariable(office.task(inspection, task).getId(), "sendingProblem")
                .toString();
    }

    @Test
    @DisplayName("needs no explanation where the report includes no recommendation")
    void noRecommendations() {
        ProcessInstance inspection = office.registers("No recommendations", "2018-07-19");
        office.recordsNoRecommendations(inspection);
        assertThat(office.waitsAt(inspection)).containsExactly("submit-comments");
        office.submitsComments(inspection, "Noted.");

        assertThat(inspection)
                .isWaitingAt("draft-pcc-response")
                .hasNotPassed("check-recommendations", "explain-recommendation");
    }

    @Test
    @DisplayName("has one task for each of sixty recommendations, done in any order and by other officers")
    void manyRecommendations() {
        ProcessInstance inspection = office.registers("Sixty", "2018-07-19");
        String pasted = IntStream.rangeClosed(1, 60)
                .mapToObj(number -> "Recommendation " + number + "\nDo thing " + number + ".")
                .reduce("", (a, b) -> a + "\n\n" + b);
        office.recordsRecommendations(inspection, pasted);
        office.checksTheRecommendations(inspection, "right", "each");
        office.submitsComments(inspection, "All accepted.");
        assertThat(office.waitsAt(inspection)).hasSize(60).containsOnly("explain-recommendation");

        for (int number = 60; number > 1; number--) {
            office.explains(inspection, number, "Done " + number + ".");
        }
        assertThat(office.waitsAt(inspection)).containsExactly("explain-recommendation");
        tasks.setAssignee(office.explanationTask(inspection, 1).getId(), SECOND_POLICY_OFFICER);
        office.completes(
                SECOND_POLICY_OFFICER,
                office.explanationTask(inspection, 1),
                Map.of(
                        "explanation",
                        json(Map.of("kind", "no-action", "text", "It is not ours to do.")),
                        "explanationNext",
                        "finished"));

        assertThat(office.waitsAt(inspection)).containsExactly("draft-pcc-response");
        assertThat(office.listOf(inspection, "explanations"))
                .hasSize(60)
                .first()
                .isEqualTo(Map.of(
                        "number", 1,
                        "asked", Map.of("kind", "recommendation"),
                        "label", "Recommendation 1",
                        "recommendation", "Do thing 1.",
                        "kind", "no-action",
                        "text", "It is not ours to do.",
                        "writtenBy", SECOND_POLICY_OFFICER));
        assertThat(office.listOf(inspection, "explanations"))
                .extracting(explanation -> explanation.get("number"))
                .containsExactlyElementsOf(IntStream.rangeClosed(1, 60).boxed().toList());
    }

    @Test
    @DisplayName("answers sixty recommendations in one task that is gone on with later, and one again that is reopened")
    void answersInOneTask() {
        ProcessInstance inspection = office.registers("Sixty at once", "2018-07-19");
        String pasted = IntStream.rangeClosed(3, 62)
                .mapToObj(number -> "Recommendation " + number + "\nChief constables should do thing " + number + ".")
                .collect(Collectors.joining("\n\n"));
        office.recordsRecommendations(inspection, pasted);
        office.checksTheRecommendations(inspection, "right");
        office.submitsComments(inspection, "All accepted.");
        assertThat(office.waitsAt(inspection)).containsExactly("answer-recommendations");

        office.completes(
                POLICY_OFFICER,
                inspection,
                "answer-recommendations",
                Map.of("answers", json(Map.of("kind1", "action", "text1", "Half")), "answersNext", "later"));
        assertThat(office.valueOf(inspection, "answers").toString()).contains("Half");
        Map<String, Object> answers = new HashMap<>();
        for (int number = 1; number <= 60; number++) {
            answers.put("kind" + number, number == 20 ? "same" : "action");
            answers.put(number == 20 ? "sameAs20" : "text" + number, number == 20 ? "8" : "Done " + number);
        }
        office.completes(
                POLICY_OFFICER,
                inspection,
                "answer-recommendations",
                Map.of("answers", json(answers), "answersNext", "finished"));

        assertThat(office.waitsAt(inspection)).containsExactly("draft-pcc-response");
        assertThat(office.listOf(inspection, "explanations")).hasSize(60);
        assertThat(office.listOf(inspection, "explanations").get(19))
                .containsEntry("label", "Recommendation 22")
                .containsEntry("text", "Done 8")
                .containsEntry("sameAs", 8)
                .containsEntry("writtenBy", POLICY_OFFICER);

        office.completes(
                POLICY_OFFICER,
                inspection,
                "draft-pcc-response",
                Map.of("draftNext", "reopen", "draftReopen", "10, recommendation 62"));
        assertThat(office.valueOf(inspection, "answers").toString())
                .contains("Done 8")
                .contains("Done 60");
        office.completes(
                POLICY_OFFICER,
                inspection,
                "answer-recommendations",
                Map.of(
                        "answers",
                        json(Map.of("kind8", "no-action", "text8", "Not ours.", "kind60", "same", "sameAs60", "8")),
                        "answersNext",
                        "finished"));
        assertThat(office.listOf(inspection, "explanations"))
                .extracting(one -> one.get("text"), one -> one.get("sameAs"))
                .contains(tuple("Not ours.", null), tuple("Not ours.", 8), tuple("Done 8", null))
                .doesNotContain(tuple("Done 8", 8));
    }

    @Test
    @DisplayName("answers together what is for others, and shows corrected recommendations once more")
    void forOthers() {
        ProcessInstance inspection = office.registers("Others", "2018-07-19");
        office.recordsRecommendations(
                inspection,
                "Recommendation 1\nThe Home Office should pay.\n\nRecommendation 2\nChief constables should train people.");
        office.completes(
                POLICY_OFFICER, inspection, "check-recommendations", Map.of("recommendationsCheck", "correct"));
        assertThat(office.waitsAt(inspection)).containsExactly("check-recommendations");
        assertThat(office.task(inspection, "check-recommendations").getAssignee())
                .isEqualTo(POLICY_OFFICER);
        office.checksTheRecommendations(inspection, "right");
        office.submitsComments(inspection, "All accepted.");
        assertThat(office.waitsAt(inspection)).containsExactly("explain-recommendation");
        office.explains(inspection, 2, "They do.");

        assertThat(office.listOf(inspection, "explanations"))
                .extracting(one -> one.get("label"), one -> one.get("kind"))
                .containsExactly(tuple("Recommendation 1", "no-action"), tuple("Recommendation 2", "action"));
    }

    @Test
    @DisplayName("section 55(5B): refuses a recommendation without an explanation and names it")
    void everyRecommendationIsExplained() {
        ProcessInstance inspection = office.registers("Two", "2018-07-19");
        office.recordsRecommendations(inspection, "One\n\nTwo");
        office.checksTheRecommendations(inspection, "right");
        office.submitsComments(inspection, "Yes.");

        for (Map<String, Object> unexplained : List.of(
                Map.<String, Object>of("explanationNext", "finished"),
                Map.<String, Object>of(
                        "explanationNext", "finished", "explanation", json(Map.of("kind", "action", "text", " \n ")))))
            assertThatThrownBy(
                            () -> office.completes(POLICY_OFFICER, office.explanationTask(inspection, 2), unexplained))
                    .rootCause()
                    .isInstanceOf(InputRefused.class)
                    .hasMessageContaining("Recommendation 2");

        assertThat(office.waitsAt(inspection)).containsExactly("explain-recommendation", "explain-recommendation");
    }

    @Test
    @DisplayName("shows the recommendations for checking and lets them be changed")
    void recommendationsAreChanged() {
        ProcessInstance inspection = office.registers("Change", "2018-07-19");
        office.recordsRecommendations(inspection, "One, wrongly\n\nSplit");
        assertThat(office.listOf(inspection, "recommendations")).hasSize(2);

        office.checksTheRecommendations(inspection, "change");
        assertThat(office.waitsAt(inspection)).containsExactly("record-findings");
        office.recordsRecommendations(inspection, "---\nOne, rightly\n\nkept together");

        assertThat(office.listOf(inspection, "recommendations"))
                .extracting(item -> item.get("number"), item -> item.get("text"))
                .containsExactly(tuple(1, "One, rightly\n\nkept together"));
        assertThat(office.waitsAt(inspection)).containsExactly("check-recommendations");
    }

    @Test
    @DisplayName("keeps every draft on the server, so that a colleague goes on with it")
    void goOnLater() {
        ProcessInstance inspection = office.registers("Later", "2018-07-19");
        tasks.claim(office.task(inspection, "record-findings").getId(), POLICY_OFFICER);
        office.completes(
                POLICY_OFFICER,
                inspection,
                "record-findings",
                Map.of("findings", json(Map.of("keyFindings", "Half a sen")), "findingsNext", "later"));
        assertThat(office.waitsAt(inspection)).containsExactly("record-findings");
        assertThat(inspection).task().hasCandidateGroup("policy-officers").isNotAssigned();
        assertThat(office.jsonOf(inspection, "findings")).containsEntry("keyFindings", "Half a sen");

        office.recordsRecommendations(inspection, "One\n\nTwo");
        office.checksTheRecommendations(inspection, "right");
        office.completes(
                STAFF_OFFICER,
                inspection,
                "submit-comments",
                Map.of("comments", json(Map.of("text", "We wel")), "commentsNext", "later"));
        assertThat(office.waitsAt(inspection)).containsExactly("submit-comments");
        assertThat(office.jsonOf(inspection, "comments")).containsEntry("text", "We wel");

        office.submitsComments(inspection, "We welcome it.");
        office.completes(
                POLICY_OFFICER,
                office.explanationTask(inspection, 1),
                Map.of(
                        "explanation",
                        json(Map.of("text", "We are do")),
                        "explanationNext",
                        "later",
                        "explanationOfficer",
                        SECOND_POLICY_OFFICER));
        assertThat(office.explanationTask(inspection, 1)).isAssignedTo(SECOND_POLICY_OFFICER);
        assertThat(office.explanationTask(inspection, 2)).isNotAssigned();
        assertThat(tasks.getVariable(office.explanationTask(inspection, 1).getId(), "explanation")
                        .toString())
                .contains("We are do");
        assertThat(tasks.getVariable(office.explanationTask(inspection, 2).getId(), "explanation")
                        .toString())
                .doesNotContain("We are do");

        office.explains(inspection, 1, "We are doing it.");
        office.explains(inspection, 2, "We did it.");
        office.completes(
                POLICY_OFFICER,
                inspection,
                "draft-pcc-response",
                Map.of("response", json(Map.of("text", "I wel")), "draftNext", "later"));
        assertThat(office.waitsAt(inspection)).containsExactly("draft-pcc-response");
        assertThat(inspection).task().isNotAssigned();
        assertThat(office.jsonOf(inspection, "response")).containsEntry("text", "I wel");
    }

    @Test
    @DisplayName("is sent back to the drafter, twice, with the reasons, and every round is kept")
    void sentBackToTheDrafter() {
        ProcessInstance inspection = office.hasDrafted("Back", "2018-07-19");
        office.sendsBack(inspection, "drafter", "Too short.");

        assertThat(office.waitsAt(inspection)).containsExactly("draft-pcc-response");
        assertThat(office.jsonOf(inspection, "sentBack"))
                .containsEntry("round", 1)
                .containsEntry("to", "drafter")
                .containsEntry("reasons", "Too short.")
                .containsEntry("by", COMMISSIONER)
                .containsEntry("on", "2018-07-20");
        office.drafts(inspection, "Longer.");
        assertThat(office.waitsAt(inspection)).containsExactly("approve-response");
        assertThat(office.valueOf(inspection, "approvalDecision")).isNull();
        office.sendsBack(inspection, "drafter", "Still too short.");
        office.drafts(inspection, "Much longer.");
        office.approves(inspection);

        assertThat(office.waitsAt(inspection)).containsExactlyElementsOf(FIVE);
        assertThat(office.valueOf(inspection, "sentBack")).isNull();
        assertThat(office.listOf(inspection, "rounds"))
                .extracting(
                        round -> round.get("number"),
                        round -> round.get("response"),
                        round -> round.get("decision"),
                        round -> round.get("reasons"),
                        round -> round.get("draftedBy"),
                        round -> round.get("decidedBy"))
                .containsExactly(
                        tuple(
                                1,
                                "I welcome the report.",
                                "send-back-to-drafter",
                                "Too short.",
                                POLICY_OFFICER,
                                COMMISSIONER),
                        tuple(2, "Longer.", "send-back-to-drafter", "Still too short.", POLICY_OFFICER, COMMISSIONER),
                        tuple(3, "Much longer.", "approve", null, POLICY_OFFICER, COMMISSIONER));
    }

    @Test
    @DisplayName("is sent back to the Chief Constable's office, twice, and goes through the draft again")
    void sentBackToTheChiefConstable() {
        ProcessInstance inspection = office.hasDrafted("Back to the force", "2018-07-19");
        for (String reasons : List.of("Which units?", "And when?")) {
            office.sendsBack(inspection, "chief-constable", reasons);
            assertThat(office.waitsAt(inspection)).containsExactly("submit-comments");
            assertThat(inspection).task().hasCandidateGroupAssociated("chief-constables-office");
            assertThat(office.jsonOf(inspection, "sentBack"))
                    .containsEntry("to", "chief-constable")
                    .containsEntry("reasons", reasons);
            office.submitsComments(inspection, "After: " + reasons);
            assertThat(office.waitsAt(inspection)).containsExactly("draft-pcc-response");
            office.drafts(inspection, "I see.");
        }
        office.approves(inspection);

        assertThat(office.listOf(inspection, "rounds"))
                .extracting(round -> round.get("comments"))
                .containsExactly("We welcome the report.", "After: Which units?", "After: And when?");
    }

    @Test
    @DisplayName("lets the drafter have single explanations changed, and keeps the others")
    void explanationsAreReopened() {
        ProcessInstance inspection = office.registers("Reopen", "2018-07-19");
        office.recordsRecommendations(inspection, "One\n\nTwo\n\nThree");
        office.checksTheRecommendations(inspection, "right");
        office.submitsComments(inspection, "Yes.");
        IntStream.rangeClosed(1, 3).forEach(number -> office.explains(inspection, number, "First " + number));

        office.completes(
                POLICY_OFFICER,
                inspection,
                "draft-pcc-response",
                Map.of("response", json(Map.of("text", "So far")), "draftNext", "reopen", "draftReopen", "3, 1"));
        assertThat(office.waitsAt(inspection)).containsExactly("explain-recommendation", "explain-recommendation");
        assertThat(tasks.getVariable(office.explanationTask(inspection, 3).getId(), "explanation")
                        .toString())
                .contains("First 3");
        office.explains(inspection, 3, "Second 3");
        office.explains(inspection, 1, "Second 1");

        assertThat(office.waitsAt(inspection)).containsExactly("draft-pcc-response");
        assertThat(office.listOf(inspection, "explanations"))
                .extracting(explanation -> explanation.get("text"))
                .containsExactly("Second 1", "First 2", "Second 3");
        assertThat(office.jsonOf(inspection, "response")).containsEntry("text", "So far");
    }

    @Test
    @DisplayName("is not stopped by a force that says nothing: the office records it once the invited date has passed")
    void noCommentsFromTheForce() {
        ProcessInstance inspection = office.registers(Map.of(
                "title", "Silence",
                "datePublished", "2018-07-19",
                "inspectionType", "PEEL Inspection",
                "commentsInvitedBy", "2018-08-01"));
        office.recordsNoRecommendations(inspection);
        assertThat(inspection).task().hasDueDate(endOf("2018-08-01"));
        Map<String, Object> none = Map.of("commentsNext", "none");

        clock.moveTo(LocalDate.parse("2018-08-01"), LocalTime.of(23, 59));
        assertThatThrownBy(() -> office.completes(POLICY_OFFICER, inspection, "submit-comments", none))
                .rootCause()
                .isInstanceOf(InputRefused.class)
                .hasMessageContaining("1 August 2018");
        assertThat(office.waitsAt(inspection)).containsExactly("submit-comments");

        clock.moveTo(LocalDate.parse("2018-08-02"), LocalTime.of(0, 1));
        office.completes(POLICY_OFFICER, inspection, "submit-comments", none);

        assertThat(office.waitsAt(inspection)).containsExactly("draft-pcc-response");
        assertThat(office.jsonOf(inspection, "commentsRecord"))
                .containsEntry("submitted", false)
                .containsEntry("recordedBy", POLICY_OFFICER)
                .containsEntry("recordedOn", "2018-08-02")
                .containsEntry("because", "None were submitted by 1 August 2018, the invited date.");
    }

    @Test
    @DisplayName("goes on at once when the Chief Constable's office says that it has no comments")
    void noCommentsSaidByTheForce() {
        ProcessInstance inspection = office.registers("Nothing to add", "2018-07-19");
        office.recordsNoRecommendations(inspection);
        office.completes(STAFF_OFFICER, inspection, "submit-comments", Map.of("commentsNext", "none"));

        assertThat(office.waitsAt(inspection)).containsExactly("draft-pcc-response");
        assertThat(office.jsonOf(inspection, "commentsRecord"))
                .containsEntry("submitted", false)
                .containsEntry("recordedBy", STAFF_OFFICER);
        assertThat(office.jsonOf(inspection, "commentsRecord").get("because").toString())
                .matches("There are none: .+, Chief Constable's office, said so on 20 July 2018\\.");
    }

    @Test
    @DisplayName("goes on when the office was told that there are none, and keeps by whom, when and how")
    void noCommentsToldToTheOffice() {
        ProcessInstance inspection = office.registers("Told", "2018-07-19");
        office.recordsNoRecommendations(inspection);
        clock.moveTo(LocalDate.parse("2018-07-26"), LocalTime.of(10, 0));
        Map<String, Object> told = Map.of(
                "commentsNext",
                "told",
                "commentsTold",
                json(Map.of("by", "Supt Ray Howe", "on", "2018-07-25", "how", "by telephone")));
        assertThatThrownBy(() -> office.completes(STAFF_OFFICER, inspection, "submit-comments", told))
                .rootCause()
                .isInstanceOf(InputRefused.class)
                .hasMessageContaining("policy officer");
        for (String missing : List.of("by", "on", "how")) {
            Map<String, Object> rest =
                    new HashMap<>(Map.of("by", "Supt Ray Howe", "on", "2018-07-25", "how", "by telephone"));
            rest.remove(missing);
            assertThatThrownBy(() -> office.completes(
                            POLICY_OFFICER,
                            inspection,
                            "submit-comments",
                            Map.of("commentsNext", "told", "commentsTold", json(rest))))
                    .rootCause()
                    .isInstanceOf(InputRefused.class)
                    .hasMessageMatching(".*(: f|\\? F)ill this in\\..*|.*(: c|\\? C)hoose one\\..*");
        }
        office.completes(POLICY_OFFICER, inspection, "submit-comments", told);

        assertThat(office.waitsAt(inspection)).containsExactly("draft-pcc-response");
        assertThat(office.jsonOf(inspection, "commentsRecord"))
                .containsEntry("submitted", false)
                .containsEntry("recordedBy", POLICY_OFFICER)
                .containsEntry(
                        "because", "There are none: Supt Ray Howe told the office so on 25 July 2018 (by telephone).");
    }

    @Test
    @DisplayName("gives the Chief Constable until another day when the office moves it, and the later steps with it")
    void invitedDateMoved() {
        ProcessInstance inspection = office.registers("More time", "2018-07-19");
        office.recordsNoRecommendations(inspection);
        assertThat(inspection).task().hasDueDate(endOf("2018-08-08"));
        clock.moveTo(LocalDate.parse("2018-08-09"), LocalTime.of(10, 0));
        assertThatThrownBy(() -> office.completes(STAFF_OFFICER, inspection, "submit-comments", movedTo("2018-08-20")))
                .rootCause()
                .isInstanceOf(InputRefused.class)
                .hasMessageContaining("policy officer");
        assertThatThrownBy(() -> office.completes(POLICY_OFFICER, inspection, "submit-comments", movedTo("2018-08-08")))
                .rootCause()
                .isInstanceOf(InputRefused.class)
                .hasMessageContaining("must not be before 9 August 2018");
        assertThatThrownBy(() -> office.completes(POLICY_OFFICER, inspection, "submit-comments", movedTo("2018-09-13")))
                .rootCause()
                .isInstanceOf(InputRefused.class)
                .hasMessageContaining("must not be after 12 September 2018");
        office.completes(POLICY_OFFICER, inspection, "submit-comments", movedTo("2018-08-29"));

        assertThat(office.waitsAt(inspection)).containsExactly("submit-comments");
        assertThat(inspection).task().hasDueDate(endOf("2018-08-29"));
        assertThat(office.valueOf(inspection, "commentsNext")).isNull();
        assertThatThrownBy(() ->
                        office.completes(POLICY_OFFICER, inspection, "submit-comments", Map.of("commentsNext", "none")))
                .rootCause()
                .isInstanceOf(InputRefused.class)
                .hasMessageContaining("29 August 2018");
        office.submitsComments(inspection, "Thank you for the time.");
        assertThat(inspection).task().hasDueDate(endOf("2018-09-03"));
    }

    @Test
    @DisplayName("can be given more time for comments when day 56 is over, too")
    void invitedDateMovedAfterThePeriod() {
        ProcessInstance inspection = office.registers("Long over", "2018-07-19");
        office.recordsNoRecommendations(inspection);
        clock.moveTo(LocalDate.parse("2018-09-13"), LocalTime.of(10, 0));
        office.completes(POLICY_OFFICER, inspection, "submit-comments", movedTo("2018-09-20"));
        assertThat(inspection).isWaitingAt("submit-comments");
        assertThat(office.valueOf(inspection, "commentsInvitedBy")).isEqualTo("2018-09-20");
    }

    private static Map<String, Object> movedTo(String day) {
        return Map.of("commentsNext", "move", "commentsInvitedBy", day);
    }

    @ParameterizedTest(name = "published on {0}, it is escalated at {1} and not a second before")
    @CsvSource({
        "2018-07-19, 2018-09-06T08:00:00Z",
        "2024-02-29, 2024-04-18T08:00:00Z",
        "2025-10-01, 2025-11-19T09:00:00Z",
        "2025-12-10, 2026-01-28T09:00:00Z"
    })
    void escalation(LocalDate published, Instant nineOClockOnDay50) {
        clock.moveTo(published, LocalTime.of(10, 0));
        ProcessInstance inspection = office.hasDrafted("Slow", published.toString());
        assertThat(office.timer(inspection).getDuedate()).isEqualTo(nineOClockOnDay50);

        clock.moveTo(nineOClockOnDay50.minusSeconds(1));
        assertThat(office.timerFiresNow(inspection)).isFalse();
        assertThat(office.waitsAt(inspection)).containsExactly("approve-response");
        assertThat(office.valueOf(inspection, "escalated")).isEqualTo(false);

        clock.moveTo(nineOClockOnDay50);
        assertThat(office.timerFiresNow(inspection)).isTrue();
        assertThat(office.waitsAt(inspection)).containsExactly("approve-response", "chase-outstanding-work");
        assertThat(office.valueOf(inspection, "escalated")).isEqualTo(true);
    }

    @Test
    @DisplayName("shows the managers what is outstanding and with whom, and raises the priority of all of it")
    void escalationShowsWhatIsOutstanding() {
        ProcessInstance inspection = office.hasApproved("Outstanding", "2018-07-19");
        office.distributes(inspection, "send-to-hmicfrs");
        office.distributes(inspection, "publish-on-website");
        office.distributes(inspection, "send-to-chief-constable");
        tasks.claim(office.task(inspection, "send-to-home-office").getId(), SECOND_POLICY_OFFICER);
        assertThat(office.tasks(inspection)).extracting("priority").containsOnly(50);

        clock.moveTo(LocalDate.parse("2018-09-06"), LocalTime.of(9, 0));
        office.timerFiresNow(inspection);

        assertThat(office.tasks(inspection)).hasSize(3).extracting("priority").containsOnly(100);
        assertThat(office.task(inspection, "chase-outstanding-work"))
                .hasCandidateGroup("managers")
                .hasDueDate(endOf("2018-09-09"));
        Map<String, Object> escalation = office.jsonOf(inspection, "escalation");
        assertThat(escalation).containsEntry("escalatedAt", "2018-09-06T09:00:00+01:00");
        assertThat(escalation.get("outstanding"))
                .asInstanceOf(InstanceOfAssertFactories.list(Map.class))
                .containsExactlyInAnyOrder(
                        Map.of(
                                "task", "Send to the Home Office",
                                "with", SECOND_POLICY_OFFICER + " (" + groupName("policy-officers") + ")",
                                "due", "2018-09-05"),
                        Map.of(
                                "task", "Send to the Police and Crime Panel",
                                "with", groupName("policy-officers") + " (nobody has claimed it)",
                                "due", "2018-09-05"));
    }

    @Test
    @DisplayName("lets a manager list again what is outstanding until the escalation is dealt with")
    void managersKeepWatching() {
        ProcessInstance inspection = office.hasDrafted("Watched", "2018-07-19");
        clock.moveTo(LocalDate.parse("2018-09-06"), LocalTime.of(9, 0));
        office.timerFiresNow(inspection);
        office.sendsBack(inspection, "drafter", "Better now.");
        assertThat(office.task(inspection, "draft-pcc-response").getPriority()).isEqualTo(100);

        clock.moveTo(LocalDate.parse("2018-09-06"), LocalTime.of(16, 0));
        office.completes(
                MANAGER,
                inspection,
                "chase-outstanding-work",
                Map.of("escalationNext", "watch", "managersNote", json(Map.of("text", "Rang them."))));
        assertThat(office.jsonOf(inspection, "escalation"))
                .containsEntry("escalatedAt", "2018-09-06T09:00:00+01:00")
                .containsEntry("listedAt", "2018-09-06T16:00:00+01:00");
        assertThat(office.jsonOf(inspection, "escalation").get("outstanding").toString())
                .contains("Draft the PCC's response")
                .doesNotContain("Approve");

        office.completes(MANAGER, inspection, "chase-outstanding-work", Map.of("escalationNext", "done"));
        assertThat(inspection).hasPassed("escalation-dealt-with").isWaitingAt("draft-pcc-response");
    }

    @Test
    @DisplayName("is escalated at once when it is registered on or after day 50, and is still answered")
    void registeredLate() {
        clock.moveTo(LocalDate.parse("2018-09-20"), LocalTime.of(12, 0));
        ProcessInstance inspection = office.registers("Forgotten", "2018-07-19");
        assertThat(office.valueOf(inspection, "commentsInvitedBy")).isEqualTo("2018-09-27");
        assertThat(office.timer(inspection).getDuedate()).isEqualTo("2018-09-06T08:00:00Z");

        assertThat(office.timerFiresNow(inspection)).isTrue();
        assertThat(office.waitsAt(inspection)).containsExactly("chase-outstanding-work", "record-findings");
        office.recordsNoRecommendations(inspection);
        office.submitsComments(inspection, "Sorry.");
        office.drafts(inspection, "Late.");
        office.approves(inspection);
        FIVE.forEach(distribution -> office.distributes(inspection, distribution));

        assertThat(inspection).isEnded();
        assertThat(office.valueOf(inspection, "inTime")).isEqualTo(false);
    }

    @Test
    @DisplayName("ends when all five are done, and with it the managers' task: nothing is outstanding any more")
    void theEndClosesTheManagersTask() {
        ProcessInstance inspection = office.hasApproved("Chased", "2018-07-19");
        clock.moveTo(LocalDate.parse("2018-09-06"), LocalTime.of(9, 0));
        office.timerFiresNow(inspection);
        FIVE.forEach(distribution -> office.distributes(inspection, distribution));

        assertThat(inspection).isEnded().hasPassed("response-distributed");
        assertThat(office.valueOf(inspection, "escalated")).isEqualTo(true);
    }

    @Test
    @DisplayName("is never escalated when it is distributed in time")
    void distributedInTime() {
        ProcessInstance inspection = office.hasApproved("Quick", "2018-07-19");
        FIVE.forEach(distribution -> office.distributes(inspection, distribution));

        clock.moveTo(LocalDate.parse("2018-09-06"), LocalTime.of(9, 0));
        assertThat(office.timerFiresNow(inspection)).isFalse();
        assertThat(inspection).isEnded().hasNotPassed("escalation-due", "escalate-outstanding-work");
        assertThat(office.valueOf(inspection, "escalated")).isEqualTo(false);
    }

    @ParameterizedTest(name = "published at {1} on {0}, day {2}: in time is {3}")
    @CsvSource({
        "2018-09-11, 12:00, 55, true",
        "2018-09-12, 00:01, 56, true",
        "2018-09-12, 23:59, 56, true",
        "2018-09-13, 00:01, 57, false",
        "2018-09-13, 23:59, 57, false",
        "2026-01-01, 12:00, 2724, false"
    })
    void inTimeOrLate(LocalDate day, LocalTime time, int number, boolean inTime) {
        ProcessInstance inspection = office.hasApproved("Published", "2018-07-19");
        assertThat(office.valueOf(inspection, "inTime")).isNull();
        clock.moveTo(day, time);
        office.distributes(inspection, "send-to-home-office");
        assertThat(office.valueOf(inspection, "inTime")).isNull();
        office.distributes(inspection, "publish-on-website");

        assertThat(office.valueOf(inspection, "publishedOn")).isEqualTo(day.toString());
        assertThat(office.valueOf(inspection, "publishedOnDay")).isEqualTo(number);
        assertThat(office.valueOf(inspection, "inTime")).isEqualTo(inTime);
    }

    @Test
    @DisplayName("is published on the day that the officer names, but never before it was approved or in the future")
    void publicationRecordedLater() {
        ProcessInstance inspection = office.hasApproved("Recorded later", "2018-07-19");
        clock.moveTo(LocalDate.parse("2018-09-13"), LocalTime.of(9, 0));
        for (String impossible : List.of("2018-07-19", "2018-09-14")) {
            assertThatThrownBy(() -> office.completes(
                            COMMUNICATIONS_OFFICER, inspection, "publish-on-website", publishedOn(impossible)))
                    .rootCause()
                    .isInstanceOf(InputRefused.class)
                    .hasMessageContaining("distribution.doneOn");
        }
        assertThat(office.valueOf(inspection, "inTime")).isNull();

        office.completes(COMMUNICATIONS_OFFICER, inspection, "publish-on-website", publishedOn("2018-09-12"));
        assertThat(office.valueOf(inspection, "inTime")).isEqualTo(true);
        assertThat(office.valueOf(inspection, "publishedOnDay")).isEqualTo(56);
    }

    private static Map<String, Object> publishedOn(String date) {
        return Map.of(
                "publishedWhere",
                "elsewhere",
                "distribution",
                json(Map.of("address", "https://office.example/response", "doneOn", date)));
    }

    static Stream<List<String>> eachFirstWithEachLast() {
        Map<String, List<String>> byFirstAndLast = new LinkedHashMap<>();
        orders(FIVE).forEach(order -> byFirstAndLast.put(order.get(0) + " " + order.get(4), order));
        return byFirstAndLast.values().stream();
    }

    private static Stream<List<String>> orders(List<String> rest) {
        return rest.isEmpty()
                ? Stream.of(List.of())
                : rest.stream().flatMap(first -> {
                    List<String> others = new ArrayList<>(rest);
                    others.remove(first);
                    return orders(others)
                            .map(order -> Stream.concat(Stream.of(first), order.stream())
                                    .toList());
                });
    }

    @ParameterizedTest(name = "is distributed in the order {0}")
    @MethodSource("eachFirstWithEachLast")
    void distributionInAnyOrder(List<String> order) {
        ProcessInstance inspection = office.hasApproved("Any order", "2018-07-19");
        List<String> waiting = new ArrayList<>(FIVE);
        for (String distribution : order) {
            assertThat(inspection).isNotEnded();
            office.distributes(inspection, distribution);
            waiting.remove(distribution);
            assertThat(office.waitsAt(inspection)).containsExactlyElementsOf(waiting);
        }
        assertThat(inspection).isEnded();
    }

    @Test
    @DisplayName("is corrected after its publication by a manager and an approver, sent back once on the way")
    void corrected() {
        ProcessInstance inspection = office.hasApproved("To be corrected", "2018-07-19");
        office.publishes(inspection);
        clock.moveTo(LocalDate.parse("2018-10-01"), LocalTime.of(10, 0));
        ProcessInstance correction = office.beginsCorrection(inspection.getBusinessKey(), "A sum was wrong.");
        assertThat(correction).isWaitingAt("write-correction");
        assertThat(correction).task().hasCandidateGroup("managers").hasDueDate(endOf("2018-10-07"));

        office.writesCorrection(correction, "It is five", "later");
        office.writesCorrection(correction, "It is five million.", "finished");
        assertThat(office.waitsAt(correction)).containsExactly("approve-correction");
        assertThat(correction).task().hasCandidateGroup("approvers");
        office.completes(
                COMMISSIONER,
                correction,
                "approve-correction",
                Map.of("correctionDecision", "send-back", "approval", json(Map.of("reasons", "Say of what."))));
        assertThat(office.waitsAt(correction)).containsExactly("write-correction");
        office.writesCorrection(correction, "It is five million pounds.", "finished");
        office.approvesCorrection(correction);

        assertThat(correction)
                .isEnded()
                .hasPassedInOrder("keep-corrected-response", "publish-correction", "export-corrected-response");
        assertThat(office.valueOf(inspection, "publishedOn")).isEqualTo("2018-07-20");
        assertThat(office.waitsAt(inspection)).hasSize(4);
    }

    @Test
    @DisplayName("stays as it was published where the correction is withdrawn")
    void correctionWithdrawn() {
        ProcessInstance inspection = office.hasApproved("Not to be corrected", "2018-07-19");
        office.publishes(inspection);
        ProcessInstance correction = office.beginsCorrection(inspection.getBusinessKey(), "A sum was wrong.");
        office.writesCorrection(correction, "It was not.", "withdraw");

        assertThat(correction).isEnded().hasPassed("correction-withdrawn").hasNotPassed("publish-correction");
    }

    @Test
    @DisplayName("has a short reference of its own, counted in the year in which it is registered")
    void references() {
        String first = office.registers("Understanding the Difference – £ & “more”", "2018-07-19")
                .getBusinessKey();
        String second = office.registers("Understanding the Difference – £ & “more”, part 2", "2018-07-19")
                .getBusinessKey();

        clock.moveTo(LocalDate.parse("2019-01-01"), LocalTime.of(0, 0));
        String next = office.registers("Custody", "2018-12-19").getBusinessKey();

        assertThat(first).matches("OPCCN-2018-\\d+");
        assertThat(second).isEqualTo("OPCCN-2018-" + (Integer.parseInt(first.replaceAll(".*-", "")) + 1));
        assertThat(next).matches("OPCCN-2019-\\d+");
        assertThat(history.createHistoricProcessInstanceQuery()
                        .processInstanceBusinessKey(second)
                        .count())
                .isEqualTo(1);
    }

    @Test
    @DisplayName("of a report that is announced begins with the day on which that is published, and not before")
    void announced() {
        // The clocks go back between the two days.
        clock.moveTo(LocalDate.parse("2026-10-23"), LocalTime.of(16, 0));
        ProcessInstance inspection = registersAnnounced("2026-10-26");

        assertThat(office.waitsAt(inspection)).containsExactly("await-the-publication");
        assertThat(office.task(inspection, "await-the-publication"))
                .hasCandidateGroupAssociated("policy-officers")
                .hasDueDate(endOf("2026-10-26"));
        assertThat(office.valueOf(inspection, "lastLawfulDay")).isNull();
        clock.moveTo(LocalDate.parse("2026-10-25"), LocalTime.of(23, 59));
        assertThat(office.timerFiresNow(inspection)).isFalse();

        clock.moveTo(LocalDate.parse("2026-10-26"), LocalTime.of(0, 0));
        assertThat(office.timerFiresNow(inspection)).isTrue();

        assertThat(office.waitsAt(inspection)).containsExactly("record-findings");
        assertThat(office.valueOf(inspection, "lastLawfulDay")).isEqualTo("2026-12-20");
        assertThat(office.timer(inspection).getDuedate()).isEqualTo(Date.from(Instant.parse("2026-12-14T09:00:00Z")));
    }

    @Test
    @DisplayName("follows the day of an announced report, which may move, and begins at once where that is past")
    void announcementMoves() {
        clock.moveTo(LocalDate.parse("2026-03-20"), LocalTime.of(10, 0));
        ProcessInstance inspection = registersAnnounced("2026-03-27");
        movesTo(inspection, "2026-03-30");

        assertThat(office.waitsAt(inspection)).containsExactly("await-the-publication");
        // By then the clocks have gone forward.
        assertThat(office.timer(inspection).getDuedate()).isEqualTo(Date.from(Instant.parse("2026-03-29T23:00:00Z")));
        clock.moveTo(LocalDate.parse("2026-03-27"), LocalTime.of(10, 0));
        assertThat(office.timerFiresNow(inspection)).isFalse();

        movesTo(inspection, "2026-03-26");
        assertThat(office.waitsAt(inspection)).containsExactly("record-findings");
        assertThat(office.valueOf(inspection, "lastLawfulDay")).isEqualTo("2026-05-20");
    }

    @Test
    @DisplayName("of an announced report that will not be published ends with the reason, and leaves nothing behind")
    void announcementWithdrawn() {
        clock.moveTo(LocalDate.parse("2026-03-20"), LocalTime.of(10, 0));
        ProcessInstance inspection = registersAnnounced("2026-03-27");

        office.completes(
                POLICY_OFFICER,
                inspection,
                "await-the-publication",
                Map.of("announcementNext", "withdraw", "announcementReason", "It is part of another report."));

        assertThat(inspection).isEnded().hasPassed("report-not-published");
        assertThat(engine.getManagementService()
                        .createJobQuery()
                        .processInstanceId(inspection.getId())
                        .count())
                .isZero();
        assertThat(office.valueOf(inspection, "announcementReason")).isEqualTo("It is part of another report.");
    }

    @Test
    @DisplayName("follows the right date of publication where a wrong one was registered, over the end of summer time")
    void publicationDateWasWrong() {
        clock.moveTo(LocalDate.parse("2025-10-06"), LocalTime.of(10, 0));
        ProcessInstance inspection = office.registers("Custody", "2025-10-01");
        assertThat(office.timer(inspection).getDuedate()).isEqualTo(Date.from(Instant.parse("2025-11-19T09:00:00Z")));

        ProcessInstance change = office.asksForChange(
                Map.of(
                        "reference", inspection.getBusinessKey(),
                        "changeKind", "publication-date",
                        "rightDate", "2025-10-02"),
                "The website says so.");
        assertThat(office.task(change, "decide-change"))
                .hasCandidateGroupAssociated("managers")
                .hasDueDate(endOf("2025-10-08"));
        assertThat(office.valueOf(change, "changeWords"))
                .isEqualTo("The report was published on 2 October 2025, and not on 1 October 2025.");
        assertThat(office.jsonOf(change, "changeFollows")
                        .get("words")
                        .toString()
                        .lines())
                .contains("The last lawful day is Wednesday 26 November 2025, a working day."
                        + " It was Tuesday 25 November 2025.");
        assertThat(office.valueOf(inspection, "datePublished")).isEqualTo("2025-10-01");
        office.approvesChange(change);

        assertThat(change).isEnded().hasPassed("correct-publication-date");
        assertThat(inspection).hasPassed("work-out-the-dates-again");
        assertThat(office.valueOf(inspection, "datePublished")).isEqualTo("2025-10-02");
        assertThat(office.valueOf(inspection, "lastLawfulDay")).isEqualTo("2025-11-26");
        assertThat(office.valueOf(inspection, "lastDayIs")).isEqualTo("a working day");
        assertThat(office.valueOf(inspection, "commentsInvitedBy")).isEqualTo("2025-10-22");
        assertThat(office.task(inspection, "record-findings")).hasDueDate(endOf("2025-10-08"));
        assertThat(office.timer(inspection).getDuedate()).isEqualTo(Date.from(Instant.parse("2025-11-20T09:00:00Z")));
        assertThat(tasks.getVariableLocal(
                        office.task(inspection, "record-findings").getId(), "listedLastDay"))
                .isEqualTo("2025-11-26");
        assertThat(office.listOf(inspection, "movedDates"))
                .singleElement(InstanceOfAssertFactories.MAP)
                .containsEntry("from", "2025-10-01")
                .containsEntry("to", "2025-10-02")
                .containsEntry("reason", "The website says so.")
                .containsEntry("requestedBy", POLICY_OFFICER)
                .containsEntry("decidedBy", MANAGER);
        office.recordsNoRecommendations(inspection);
        assertThat(office.task(inspection, "submit-comments")).hasDueDate(endOf("2025-10-22"));
    }

    @Test
    @DisplayName("takes back an escalation that came before its right day, and escalates on that day")
    void escalatedTooEarly() {
        clock.moveTo(LocalDate.parse("2026-01-30"), LocalTime.of(10, 0));
        ProcessInstance inspection = office.registers("Custody", "2026-01-29");
        clock.moveTo(LocalDate.parse("2026-03-19"), LocalTime.of(9, 0));
        assertThat(office.timerFiresNow(inspection)).isTrue();
        assertThat(office.waitsAt(inspection)).containsExactly("chase-outstanding-work", "record-findings");
        assertThat(office.task(inspection, "record-findings").getPriority()).isEqualTo(100);

        office.correctsPublicationDate(inspection, "2026-02-09");

        assertThat(inspection).hasPassed("escalation-taken-back");
        assertThat(office.waitsAt(inspection)).containsExactly("record-findings");
        assertThat(office.task(inspection, "record-findings").getPriority()).isEqualTo(50);
        assertThat(office.valueOf(inspection, "escalated")).isEqualTo(false);
        // Summer time has begun by then.
        assertThat(office.timer(inspection).getDuedate()).isEqualTo(Date.from(Instant.parse("2026-03-30T08:00:00Z")));

        office.correctsPublicationDate(inspection, "2026-02-08");
        assertThat(office.timer(inspection).getDuedate()).isEqualTo(Date.from(Instant.parse("2026-03-29T08:00:00Z")));
        clock.moveTo(LocalDate.parse("2026-03-29"), LocalTime.of(8, 59));
        assertThat(office.timerFiresNow(inspection)).isFalse();
        clock.moveTo(LocalDate.parse("2026-03-29"), LocalTime.of(9, 0));
        assertThat(office.timerFiresNow(inspection)).isTrue();
        assertThat(office.waitsAt(inspection)).containsExactly("chase-outstanding-work", "record-findings");
        assertThat(office.jsonOf(inspection, "escalation")).containsEntry("escalatedAt", "2026-03-29T09:00:00+01:00");
        assertThat(office.timer(inspection)).isNull();

        assertThat(office.jsonOf(inspection, "escalation").toString()).contains("due=2026-02-14");
        office.correctsPublicationDate(inspection, "2026-02-07");
        assertThat(office.waitsAt(inspection)).containsExactly("chase-outstanding-work", "record-findings");
        assertThat(office.jsonOf(inspection, "escalation").toString())
                .contains("due=2026-02-13", "escalatedAt=2026-03-29T09:00:00+01:00");
    }

    @Test
    @DisplayName("is escalated at once where the right date of publication is so much earlier")
    void escalatedByTheRightDate() {
        clock.moveTo(LocalDate.parse("2026-03-19"), LocalTime.of(10, 0));
        ProcessInstance inspection = office.registers("Custody", "2026-03-02");
        assertThat(office.timerFiresNow(inspection)).isFalse();
        office.correctsPublicationDate(inspection, "2026-01-28");
        assertThat(office.timerFiresNow(inspection)).isTrue();
        assertThat(office.waitsAt(inspection)).containsExactly("chase-outstanding-work", "record-findings");
        office.correctsPublicationDate(inspection, "2026-01-27");
        assertThat(office.valueOf(inspection, "escalated")).isEqualTo(true);
        assertThat(office.waitsAt(inspection)).containsExactly("chase-outstanding-work", "record-findings");
    }

    @Test
    @DisplayName("keeps an approved response with the right date of its report, and publishes that")
    void approvedWithWrongDate() {
        ProcessInstance inspection = office.hasApproved("Custody", "2018-07-19");
        office.orders(inspection, "send-to-hmicfrs", Map.of());
        Map<String, String> dayBefore = Map.of(
                "reference", inspection.getBusinessKey(),
                "changeKind", "publication-date",
                "rightDate", "2018-07-18");
        assertThatThrownBy(() -> office.asksForChange(dayBefore, "The website says so."))
                .isInstanceOf(InputRefused.class)
                .hasMessageContaining("a copy of its response is being sent");
        office.jobsRun(inspection);
        ProcessInstance asked = office.asksForChange(dayBefore, "The website says so.");
        assertThat(office.jsonOf(asked, "changeFollows").get("words").toString())
                .contains("The copies that are sent already have the date that was recorded.");
        office.approvesChange(asked);

        assertThat(inspection).hasPassed("keep-response-with-right-date");
        assertThat(office.task(inspection, "publish-on-website")).hasDueDate(endOf("2018-09-04"));
        assertThat(office.letter(inspection, "send-to-home-office", Map.of()))
                .extractingByKey("text", InstanceOfAssertFactories.STRING)
                .contains("published on 18 July 2018", "approved on 20 July 2018")
                .doesNotContain("19 July 2018");
        clock.moveTo(LocalDate.parse("2018-09-12"), LocalTime.of(10, 0));
        office.publishes(inspection);
        assertThat(office.valueOf(inspection, "publishedOnDay")).isEqualTo(57);
        assertThat(office.valueOf(inspection, "inTime")).isEqualTo(false);

        ProcessInstance change = office.correctsPublicationDate(inspection, "2018-07-19");
        assertThat(change).isEnded().hasPassed("publish-corrected-date", "export-register");
        assertThat(office.valueOf(inspection, "publishedOnDay")).isEqualTo(56);
        assertThat(office.valueOf(inspection, "inTime")).isEqualTo(true);
    }

    @Test
    @DisplayName("is put before the manager again where something else follows from a change by now")
    void somethingElseFollows() {
        ProcessInstance inspection = office.hasApproved("Custody", "2018-07-19");
        ProcessInstance change = office.asksForChange(
                Map.of(
                        "reference", inspection.getBusinessKey(),
                        "changeKind", "publication-date",
                        "rightDate", "2018-07-18"),
                "The website says so.");
        office.publishes(inspection);
        office.approvesChange(change);

        assertThat(office.waitsAt(change)).containsExactly("decide-change");
        assertThat(office.valueOf(change, "asShown")).isEqualTo(false);
        assertThat(office.valueOf(inspection, "datePublished")).isEqualTo("2018-07-19");
        assertThat(office.jsonOf(change, "changeFollows").get("words").toString())
                .contains("published again, with the right date of the report, as version 2");
        office.approvesChange(change);
        assertThat(change).isEnded();
        assertThat(office.valueOf(inspection, "publishedOnDay")).isEqualTo(3);
    }

    @Test
    @DisplayName(
            "moves what else is owed with the date of publication, and the deadlines that the report counts from it")
    void otherDutiesMove() {
        ProcessInstance inspection = office.registers(Map.of(
                "title", "Child protection",
                "datePublished", "2018-07-19",
                "inspectionType", "National Child Protection Inspection"));
        office.recordsRecommendations(
                inspection,
                "Recommendation 1\n\nWithin three months, the force should train its people."
                        + "\n\nRecommendation 2\n\nBy 30 September 2018, the force should review it.");
        office.correctsPublicationDate(inspection, "2018-07-17");

        assertThat(office.task(inspection, "do-what-else-is-owed")).hasDueDate(endOf("2018-08-28"));
        assertThat(office.listOf(inspection, "recommendations"))
                .extracting(item -> item.get("deadline"))
                .containsExactly("2018-10-17", "2018-09-30");
        assertThat(office.jsonOf(inspection, "corrected")).containsEntry("deadline1", "2018-10-17");
        assertThat(office.listOf(inspection, "itemsToCheck")
                        .get(0)
                        .get("byWhen")
                        .toString())
                .contains("17 October 2018");
        office.checksTheRecommendations(inspection, "right");
        office.submitsComments(inspection, "We welcome it.");
        office.correctsPublicationDate(inspection, "2018-07-18");
        assertThat(tasks.getVariable(office.explanationTask(inspection, 1).getId(), "recommendation")
                        .toString())
                .contains("2018-10-18");
    }

    @Test
    @DisplayName("awaits the report again where that has not come out on the day for which it was announced")
    void notOutYet() {
        clock.moveTo(LocalDate.parse("2026-03-20"), LocalTime.of(10, 0));
        ProcessInstance inspection = registersAnnounced("2026-03-27");
        clock.moveTo(LocalDate.parse("2026-03-27"), LocalTime.of(0, 0));
        assertThat(office.timerFiresNow(inspection)).isTrue();
        assertThat(office.waitsAt(inspection)).containsExactly("record-findings");

        office.correctsPublicationDate(inspection, "2026-04-02");

        assertThat(office.waitsAt(inspection)).containsExactly("await-the-publication");
        assertThat(office.timer(inspection).getDuedate()).isEqualTo(Date.from(Instant.parse("2026-04-01T23:00:00Z")));
        clock.moveTo(LocalDate.parse("2026-04-02"), LocalTime.of(0, 0));
        assertThat(office.timerFiresNow(inspection)).isTrue();
        assertThat(office.waitsAt(inspection)).containsExactly("record-findings");
        assertThat(office.valueOf(inspection, "lastLawfulDay")).isEqualTo("2026-05-27");
        assertThat(office.valueOf(inspection, "commentsInvitedBy")).isEqualTo("2026-04-22");
    }

    @Test
    @DisplayName("ends without a response where a manager decides that none is needed, and leaves nothing behind")
    void noResponseNeeded() {
        ProcessInstance answering = office.registers("Custody in the force", "2018-07-12");
        ProcessInstance inspection = office.registers(Map.of(
                "title", "Custody in England",
                "datePublished", "2018-07-19",
                "inspectionType", "National Child Protection Inspection"));
        ProcessInstance change = office.asksForChange(
                Map.of(
                        "reference", inspection.getBusinessKey(),
                        "changeKind", "no-response",
                        "noResponseBecause", "answered-elsewhere",
                        "otherInspection", answering.getBusinessKey(),
                        "saidInRegister", "yes"),
                "The report on the force has the same findings.");
        assertThat(office.jsonOf(change, "changeFollows").get("words").toString())
                .contains("These tasks end: ", "Record the findings and recommendations", "public register lists");
        office.approvesChange(change);

        assertThat(change).isEnded();
        assertThat(inspection).isEnded().hasPassed("ended-without-response");
        assertThat(engine.getManagementService()
                        .createJobQuery()
                        .processInstanceId(inspection.getId())
                        .count())
                .isZero();
        assertThat(office.jsonOf(inspection, "noResponse"))
                .containsEntry("because", "answered-elsewhere")
                .containsEntry("otherInspection", answering.getBusinessKey())
                .containsEntry("decidedBy", MANAGER);
        assertThat(answering).isActive();
    }

    @Test
    @DisplayName("is linked with another by a request that a manager has sent back, and which was revised")
    void related() {
        ProcessInstance earlier = office.registers("Accelerated cause of concern", "2018-07-12");
        ProcessInstance later = office.registers("PEEL 2018", "2018-07-19");
        ProcessInstance change = office.asksForChange(
                Map.of(
                        "reference", later.getBusinessKey(),
                        "changeKind", "related",
                        "relation", "same-subject",
                        "otherInspection", earlier.getBusinessKey(),
                        "takenOver", "no"),
                "They are about the same.");
        office.completes(
                MANAGER,
                change,
                "decide-change",
                Map.of(
                        "changeDecision",
                        "send-back",
                        "approval",
                        json(Map.of("reasons", "One comes after the other."))));
        assertThat(office.waitsAt(change)).containsExactly("revise-change");
        assertThat(office.task(change, "revise-change")).isAssignedTo(POLICY_OFFICER);
        office.completes(
                POLICY_OFFICER,
                change,
                "revise-change",
                Map.of(
                        "changeNext", "again",
                        "changeKind", "related",
                        "relation", "comes-after",
                        "otherInspection", earlier.getBusinessKey(),
                        "takenOver", "no",
                        "change", json(Map.of("reason", "It repeats the cause of concern."))));
        assertThat(office.valueOf(change, "changeWords"))
                .asString()
                .startsWith("Comes after ")
                .endsWith("Accelerated cause of concern.");
        office.approvesChange(change);
        assertThat(change).isEnded().hasPassed("link-inspections");

        ProcessInstance withdrawn = office.asksForChange(
                Map.of(
                        "reference", later.getBusinessKey(),
                        "changeKind", "publication-date",
                        "rightDate", "2018-07-18"),
                "I think so.");
        office.completes(
                MANAGER,
                withdrawn,
                "decide-change",
                Map.of("changeDecision", "send-back", "approval", json(Map.of("reasons", "Are you sure?"))));
        office.completes(POLICY_OFFICER, withdrawn, "revise-change", Map.of("changeNext", "withdraw"));
        assertThat(withdrawn).isEnded().hasPassed("change-withdrawn");
        assertThat(office.valueOf(later, "datePublished")).isEqualTo("2018-07-19");
    }

    private ProcessInstance registersAnnounced(String published) {
        return office.registers(Map.of(
                "title",
                "Custody",
                "datePublished",
                published,
                "reportIs",
                "announced",
                "inspectionType",
                "PEEL Inspection"));
    }

    private void movesTo(ProcessInstance inspection, String published) {
        office.completes(
                POLICY_OFFICER,
                inspection,
                "await-the-publication",
                Map.of(
                        "announcementNext",
                        "change",
                        "title",
                        "Custody",
                        "datePublished",
                        published,
                        "inspectionType",
                        "PEEL Inspection"));
    }

    @Test
    @DisplayName("asks for what else is owed for a report of its type, and ends only when that is done too")
    void somethingElseIsOwed() {
        ProcessInstance inspection = office.registers(Map.of(
                "title", "Child protection",
                "datePublished", "2018-07-19",
                "inspectionType", "National Child Protection Inspection"));

        assertThat(office.waitsAt(inspection)).containsExactlyInAnyOrder("record-findings", "do-what-else-is-owed");
        assertThat(office.task(inspection, "do-what-else-is-owed"))
                .hasCandidateGroupAssociated("chief-constables-office")
                .hasCandidateGroupAssociated("policy-officers")
                .hasDueDate(endOf("2018-08-30"));
        assertThatThrownBy(() -> office.completes(
                        TheOffice.STAFF_OFFICER,
                        inspection,
                        "do-what-else-is-owed",
                        Map.of("dutyDone", TheOffice.json(Map.of("outcome", "not-needed")))))
                .hasMessageContaining("dutyDone.note");
        distributedButFor(inspection);
        assertThat(office.waitsAt(inspection)).containsExactly("do-what-else-is-owed");

        office.completes(
                TheOffice.STAFF_OFFICER,
                inspection,
                "do-what-else-is-owed",
                Map.of("dutyDone", TheOffice.json(Map.of("outcome", "done", "note", "By email."))));
        office.jobsRun(inspection);
        assertThat(inspection).isEnded();
        assertThat(office.listOf(inspection, "doneDuties"))
                .singleElement()
                .satisfies(done -> assertThat(done)
                        .containsEntry("what", "Send the force's action plan to HMICFRS")
                        .containsEntry("by", "2018-08-30")
                        .containsEntry("on", "2018-07-20")
                        .containsEntry("recordedBy", TheOffice.STAFF_OFFICER));
    }

    @Test
    @DisplayName("is not escalated for what else is owed and not due yet, once the response is out")
    void dutyAhead() {
        clock.moveTo(LocalDate.parse("2018-09-05"), LocalTime.of(10, 0));
        ProcessInstance inspection = office.registers(Map.of(
                "title", "Child protection",
                "datePublished", "2018-07-19",
                "inspectionType", "National Child Protection Inspection"));
        distributedButFor(inspection);
        // As a table would have it in which the plan has more time.
        engine.getTaskService()
                .setDueDate(office.task(inspection, "do-what-else-is-owed").getId(), endOf("2018-10-19"));
        clock.moveTo(LocalDate.parse("2018-09-06"), LocalTime.of(9, 0));
        office.timerFiresNow(inspection);

        assertThat(office.waitsAt(inspection)).containsExactly("do-what-else-is-owed");
        assertThat(inspection).hasPassed("nothing-to-chase");
        assertThat(office.valueOf(inspection, "escalated")).isEqualTo(false);
    }

    private void distributedButFor(ProcessInstance inspection) {
        office.recordsNoRecommendations(inspection);
        office.submitsComments(inspection, "We welcome it.");
        office.drafts(inspection, "I welcome it too.");
        office.approves(inspection);
        FIVE.forEach(distribution -> office.distributes(inspection, distribution));
    }

    private String groupName(String group) {
        var found =
                engine.getIdentityService().createGroupQuery().groupId(group).singleResult();
        return found.getName() == null ? group : found.getName();
    }

    private static Date endOf(String date) {
        return Date.from(LocalDate.parse(date)
                .atTime(23, 59, 59)
                .atZone(ZoneId.of("Europe/London"))
                .toInstant());
    }

    /** No {@code @Configuration}: applications that other tests start would find it. */
    static class WithMailServer {

        @Bean
        @Primary
        MailServer mailServer() {
            return new MailServer();
        }
    }

    /** Accepts every mail, unless another outcome is given. */
    static final class MailServer implements OutgoingMail {

        private final Deque<Outcome> outcomes = new ArrayDeque<>();
        private final List<Mail> sent = new ArrayList<>();
        private int last;

        @Override
        public String newMessageId() {
            return "<" + ++last + "@office.example>";
        }

        @Override
        public Outcome send(Mail mail, Runnable connected) {
            connected.run();
            sent.add(mail);
            return outcomes.isEmpty() ? new Outcome.Accepted("250 taken") : outcomes.remove();
        }

        @Override
        public boolean sends() {
            return true;
        }

        @Override
        public boolean replacesWhatIsThere() {
            return false;
        }
    }

    /** The build fails where a flow node or a sequence flow of the diagram is not covered. */
    @TestConfiguration
    static class AllOfTheDiagram {

        @Bean
        @Primary
        ProcessEngineCoverageProperties coverageProperties() {
            return ProcessEngineCoverageProperties.Companion.builder()
                    .assertClassCoverageAtLeast(1.0)
                    .handleTestMethodCoverage(false)
                    .build();
        }
    }
}
