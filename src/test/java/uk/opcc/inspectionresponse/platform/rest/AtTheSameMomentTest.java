package uk.opcc.inspectionresponse.platform.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import uk.opcc.inspectionresponse.OfficeServer;
import uk.opcc.inspectionresponse.OneDay;
import uk.opcc.inspectionresponse.Staff;
import uk.opcc.inspectionresponse.TheOffice;
import uk.opcc.inspectionresponse.platform.people.Groups;
import uk.opcc.inspectionresponse.platform.rest.Door.Answer;

@OfficeServer
@DisplayName("Of those who do the same at the same moment one alone does it, and the others are told")
class AtTheSameMomentTest {

    private static final int ROUNDS = 10;
    private static final List<String> COLLEAGUES = List.of("amina", "bevan");

    private final ProcessEngine engine;
    private final TheOffice office;

    @LocalServerPort
    private int port;

    @Autowired
    AtTheSameMomentTest(ProcessEngine engine) {
        this.engine = engine;
        this.office = new TheOffice(engine);
    }

    /** Other tests of the same office count its people. */
    @AfterEach
    void leave() {
        COLLEAGUES.forEach(engine.getIdentityService()::deleteUser);
    }

    @BeforeEach
    void employ() {
        Staff.employ(engine.getIdentityService());
        for (String colleague : COLLEAGUES) {
            Staff.employ(
                    engine.getIdentityService(), colleague, Groups.POLICY_OFFICERS, Groups.MANAGERS, Groups.APPROVERS);
        }
    }

    @Test
    @DisplayName("a correction of a response")
    void corrections() throws Exception {
        ProcessInstance inspection = office.hasApproved("Corrected by two", "2018-07-19");
        office.publishes(inspection);
        for (int round = 0; round < ROUNDS; round++) {
            begunOnce(
                    "correct-response",
                    """
                    {"variables": {"reference": {"value": "%s"},
                    "correction": {"type": "Json", "value": "{\\"reason\\": \\"A sum was wrong.\\"}"}}}""".formatted(inspection.getBusinessKey()),
                    "this one is being corrected already");
        }
    }

    @Test
    @DisplayName("a change of an inspection")
    void changes() throws Exception {
        ProcessInstance inspection = office.registers("Changed by two", "2018-07-19");
        for (int round = 0; round < ROUNDS; round++) {
            begunOnce(
                    "change-inspection",
                    """
                    {"variables": {"reference": {"value": "%s"}, "changeKind": {"value": "publication-date"},
                    "rightDate": {"value": "2018-07-18"},
                    "change": {"type": "Json", "value": "{\\"reason\\": \\"The website says so.\\"}"}}}""".formatted(inspection.getBusinessKey()),
                    "a change of this one is asked for already");
        }
    }

    private void begunOnce(String process, String body, String told) throws Exception {
        List<Answer> answers = atOnce(List.of(begins("amina", process, body), begins("bevan", process, body)));
        assertThat(refusal(answers)).contains(told);
        engine.getRuntimeService()
                .deleteProcessInstance(started(answers).json().path("id").asText(), "the next round");
    }

    @Test
    @DisplayName("the registration of a report, however it is typed: who comes second reads which inspection there is")
    void registrations() throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            List<Answer> answers = atOnce(List.of(
                    registers("amina", "A “second” click – " + round, "2018-07-19", ""),
                    registers("bevan", " a 'second' click -  " + round, "2018-07-19", "")));
            String reference =
                    started(answers).json().path("businessKey").asText().replace('-', '/');
            assertThat(refusal(answers)).contains("this report is registered already, as " + reference + " by ");
        }
        assertThat(registers("amina", "A second click, 0", "2018-07-20", "")
                        .call()
                        .status())
                .as("of another day")
                .isEqualTo(200);
    }

    @Test
    @DisplayName("the registration of a report that was announced under another name")
    void announced() throws Exception {
        String day = OneDay.TODAY.plusDays(30).toString();
        String another = OneDay.TODAY.plusDays(40).toString();
        ProcessInstance inspection = office.registers(Map.of(
                "title",
                "Announced",
                "datePublished",
                day,
                "reportIs",
                "announced",
                "inspectionType",
                "PEEL Inspection"));
        Map<String, Object> change = Map.of(
                "announcementNext",
                "change",
                "title",
                "Its name",
                "datePublished",
                another,
                "inspectionType",
                "PEEL Inspection");
        office.completes(TheOffice.POLICY_OFFICER, inspection, "await-the-publication", change);

        String isAnnounced = ", \"reportIs\": {\"value\": \"announced\"}";
        assertThat(registers("amina", "Its name", another, isAnnounced).call().body())
                .contains("this report is registered already");
        assertThat(registers("amina", "Announced", day, isAnnounced).call().status())
                .isEqualTo(200);
    }

    @Test
    @DisplayName("the registration under a reference of one's own")
    void ownReferences() throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            String body =
                    report("Mine", "2018-07-19", "").replaceFirst("\\{", "{\"businessKey\": \"mine " + round + "\", ");
            List<Answer> answers = atOnce(List.of(
                    begins("amina", "inspection-response", body), begins("bevan", "inspection-response", body)));
            assertThat(started(answers).status()).isEqualTo(200);
            assertThat(refusal(answers)).contains("belongs to another inspection");
        }
    }

    @Test
    @DisplayName("the decision on a response: a hundred are told whose it was, and which")
    void decisions() throws Exception {
        ProcessInstance inspection = office.hasDrafted("Decided by many", "2018-07-19");
        String path = "/task/" + office.task(inspection, "approve-response").getId() + "/submit-form";
        String approves = "{\"variables\": {\"approvalDecision\": {\"value\": \"approve\"}}}";
        List<Door> approvers = List.of(door("amina"), door("bevan"));
        List<Answer> answers = atOnce(IntStream.range(0, 100)
                .<Callable<Answer>>mapToObj(
                        person -> () -> approvers.get(person % 2).postText(path, approves))
                .toList());

        assertThat(answers).filteredOn(answer -> answer.status() < 300).hasSize(1);
        assertThat(answers)
                .filteredOn(answer -> answer.status() >= 300)
                .hasSize(99)
                .allSatisfy(answer -> assertThat(answer.json().path("message").asText())
                        .matches("This task is done: (amina|bevan) completed it \\(\\d\\d:\\d\\d\\)\\."
                                + " The decision was: Approve the response\\."));
    }

    @Test
    @DisplayName("the claim of a task")
    void claims() throws Exception {
        ProcessInstance inspection = office.registers("Claimed by two", "2018-07-19");
        String task = office.task(inspection, "record-findings").getId();
        for (int round = 0; round < ROUNDS; round++) {
            List<Answer> answers = atOnce(List.of(claims("amina", task), claims("bevan", task)));
            assertThat(answers).filteredOn(answer -> answer.status() < 300).hasSize(1);
            assertThat(refusal(answers)).matches("This task has been claimed by (amina|bevan): .*");
            engine.getTaskService().setAssignee(task, null);
        }
    }

    @Test
    @DisplayName("that a report needs no response because another has one: not both because of each other")
    void eachBecauseOfTheOther() throws Exception {
        for (int round = 0; round < 3; round++) {
            String one = office.registers("The one, " + round, "2018-07-19").getBusinessKey();
            String other = office.registers("The other, " + round, "2018-07-19").getBusinessKey();
            String first = asksToEnd(one, other);
            String second = asksToEnd(other, one);
            List<Answer> answers = atOnce(List.of(approves("amina", first), approves("bevan", second)));
            assertThat(answers).filteredOn(answer -> answer.status() < 300).hasSize(1);
            assertThat(refusal(answers)).isNotEmpty();
        }
    }

    private String asksToEnd(String reference, String other) {
        ProcessInstance change = office.asksForChange(
                Map.of(
                        "reference", reference,
                        "changeKind", "no-response",
                        "noResponseBecause", "answered-elsewhere",
                        "otherInspection", other,
                        "saidInRegister", "no"),
                "The other answers it.");
        return office.task(change, "decide-change").getId();
    }

    @Test
    @DisplayName("the right date of a report is not recorded while the response with the wrong one is being kept")
    void whileItIsKept() {
        ProcessInstance inspection = office.hasDrafted("Kept at this moment", "2018-07-19");
        // Nobody does the engine's jobs here.
        door("bevan")
                .postText(
                        "/task/" + office.task(inspection, "approve-response").getId() + "/submit-form",
                        "{\"variables\": {\"approvalDecision\": {\"value\": \"approve\"}}}")
                .good();

        assertThat(door("amina")
                        .postText("/process-definition/key/change-inspection/submit-form", """
                        {"variables": {"reference": {"value": "%s"}, "changeKind": {"value": "publication-date"},
                        "rightDate": {"value": "2018-07-18"},
                        "change": {"type": "Json", "value": "{\\"reason\\": \\"The website says so.\\"}"}}}""".formatted(
                                        inspection.getBusinessKey()))
                        .body())
                .contains("its response has just been approved, and is being kept with the date that is recorded");
    }

    private Callable<Answer> begins(String person, String process, String body) {
        Door door = door(person);
        return () -> door.postText("/process-definition/key/" + process + "/submit-form", body);
    }

    private Callable<Answer> registers(String person, String title, String published, String more) {
        return begins(person, "inspection-response", report(title, published, more));
    }

    private static String report(String title, String published, String more) {
        return "{\"variables\": {\"title\": {\"value\": \"" + title + "\"}, \"datePublished\": {\"value\": \""
                + published + "\"}, \"inspectionType\": {\"value\": \"PEEL Inspection\"}" + more + "}}";
    }

    private Callable<Answer> approves(String person, String task) {
        Door door = door(person);
        return () -> door.postText(
                "/task/" + task + "/submit-form", "{\"variables\": {\"changeDecision\": {\"value\": \"approve\"}}}");
    }

    private Callable<Answer> claims(String person, String task) {
        Door door = door(person);
        return () -> door.postText("/task/" + task + "/claim", "{\"userId\": \"" + person + "\"}");
    }

    private Door door(String person) {
        return Door.rest("http://localhost:" + port, person, Staff.password(person));
    }

    /** The one that was taken. */
    private static Answer started(List<Answer> answers) {
        List<Answer> taken =
                answers.stream().filter(answer -> answer.status() < 300).toList();
        assertThat(taken).as(answers.toString()).hasSize(1);
        return taken.get(0);
    }

    /** What the other one is told. */
    private static String refusal(List<Answer> answers) {
        List<Answer> refused =
                answers.stream().filter(answer -> answer.status() >= 300).toList();
        assertThat(refused).as(answers.toString()).hasSize(1);
        assertThat(refused.get(0).status()).isBetween(400, 499);
        return refused.get(0).json().path("message").asText();
    }

    private static List<Answer> atOnce(List<Callable<Answer>> requests) throws Exception {
        ExecutorService people = Executors.newFixedThreadPool(requests.size());
        CyclicBarrier barrier = new CyclicBarrier(requests.size());
        try {
            List<Future<Answer>> all = people.invokeAll(requests.stream()
                    .<Callable<Answer>>map(request -> () -> {
                        barrier.await();
                        return request.call();
                    })
                    .toList());
            List<Answer> answers = new ArrayList<>();
            for (Future<Answer> one : all) {
                answers.add(one.get());
            }
            return answers;
        } finally {
            people.shutdownNow();
        }
    }
}
