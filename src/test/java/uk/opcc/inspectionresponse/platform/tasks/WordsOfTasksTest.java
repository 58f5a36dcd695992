package uk.opcc.inspectionresponse.platform.tasks;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import uk.opcc.inspectionresponse.OfficeServer;
import uk.opcc.inspectionresponse.OneDay;
import uk.opcc.inspectionresponse.SignedInStaff;
import uk.opcc.inspectionresponse.Staff;
import uk.opcc.inspectionresponse.TheOffice;
import uk.opcc.inspectionresponse.Visitor;
import uk.opcc.inspectionresponse.platform.people.Groups;
import uk.opcc.inspectionresponse.statutory.StatutoryPeriod;

@OfficeServer
@DisplayName("What the screens say in words")
class WordsOfTasksTest {

    private static final String OFFICE = "/camunda/api/office/";
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final SignedInStaff STAFF = new SignedInStaff();

    private final ProcessEngine engine;
    private final TheOffice office;
    private final int port;

    @Autowired
    WordsOfTasksTest(ProcessEngine engine, @LocalServerPort int port) {
        this.engine = engine;
        this.office = new TheOffice(engine);
        this.port = port;
    }

    @BeforeEach
    void peopleAreThere() {
        Staff.employ(engine.getIdentityService());
    }

    private HttpResponse<String> asks(String user, String what) {
        return STAFF.at(port, user).sees(OFFICE + what);
    }

    private JsonNode told(String user, String what) {
        HttpResponse<String> answer = asks(user, what);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        try {
            return JSON.readTree(answer.body());
        } catch (JsonProcessingException e) {
            throw new AssertionError(answer.body(), e);
        }
    }

    private JsonNode card(String user, Task task) {
        JsonNode cards = told(user, "tasks?ids=" + task.getId());
        assertThat(cards).hasSize(1);
        return cards.get(0);
    }

    private ProcessInstance reportOnDay(String title, int day) {
        return office.registers(title, OneDay.TODAY.minusDays(day - 1L).toString());
    }

    private ProcessInstance withTwoRecommendations(String title, int day) {
        ProcessInstance inspection = reportOnDay(title, day);
        office.recordsRecommendations(
                inspection, "1. Train every call handler, and say so.\n2. Audit the créche “stores”.");
        office.checksTheRecommendations(inspection, "right");
        office.submitsComments(inspection, "Noted.");
        return inspection;
    }

    private static List<String> all(JsonNode list, String field) {
        return StreamSupport.stream(list.spliterator(), false)
                .map(one -> one.path(field).asText())
                .toList();
    }

    private static List<String> texts(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }

    @Test
    @DisplayName("of a task: the report whole, the recommendation, the day, when it is due and for whom it is")
    void ofATask() {
        String title =
                "Answering the call: how forces, and their partners, respond when somebody rings " + "x".repeat(60);
        ProcessInstance inspection = withTwoRecommendations(title, 7);
        Task task = office.explanationTask(inspection, 2);

        JsonNode card = card(Groups.POLICY_OFFICERS, task);

        assertThat(card.path("title").asText()).isEqualTo(title);
        assertThat(card.path("name").asText()).isEqualTo("Explain the action on one recommendation");
        assertThat(card.path("item").asText()).isEqualTo("Recommendation 2: Audit the créche “stores”.");
        assertThat(card.path("day").asText()).isEqualTo("Day 7 of " + StatutoryPeriod.LENGTH);
        assertThat(card.path("due").asText()).matches("due \\w+day \\d{1,2} \\w+(?: \\d{4})?, in \\d+ days");
        assertThat(card.path("marks")).isEmpty();
        assertThat(card.path("with").asText()).isEqualTo("For Policy officers, not started");
        assertThat(card.path("isToBeBegun").asBoolean()).isTrue();
    }

    @Test
    @DisplayName("of a task that somebody has: with whom it is, and that it is one's own")
    void withWhom() {
        Task task = office.task(reportOnDay("Custody", 7), "record-findings");
        engine.getTaskService().setAssignee(task.getId(), Groups.POLICY_OFFICERS);

        assertThat(card(Groups.POLICY_OFFICERS, task).path("with").asText()).isEqualTo("With you");
        assertThat(card(Groups.MANAGERS, task).path("with").asText())
                .startsWith("With ")
                .isNotEqualTo("With you");
        assertThat(card(Groups.MANAGERS, task).path("isToBeBegun").asBoolean()).isFalse();
    }

    @Test
    @DisplayName("of a task for another group: that it is not for whoever sees it")
    void forOthers() {
        Task task = office.task(reportOnDay("Custody", 7), "record-findings");

        JsonNode card = card(Groups.MANAGERS, task);

        assertThat(card.path("with").asText()).isEqualTo("For Policy officers, not started");
        assertThat(card.path("isToBeBegun").asBoolean()).isFalse();
    }

    @Test
    @DisplayName("of what is late: overdue and escalated, and from day 57 on since when it is too late")
    void late() {
        ProcessInstance inspection = reportOnDay("Late", 60);
        office.timerFiresNow(inspection);
        Task task = office.task(inspection, "record-findings");
        engine.getTaskService()
                .setDueDate(
                        task.getId(),
                        Date.from(
                                StatutoryPeriod.endOf(OneDay.TODAY.minusDays(1)).toInstant()));

        JsonNode card = card(Groups.POLICY_OFFICERS, task);

        assertThat(card.path("day").asText()).isEqualTo("Day 60, late since day 57");
        assertThat(card.path("due").asText()).startsWith("was due ").endsWith(", yesterday");
        assertThat(texts(card.path("marks"))).containsExactly("Overdue", "Escalated");
    }

    @Test
    @DisplayName("of a task after the publication: on which day that was")
    void published() {
        ProcessInstance inspection =
                office.hasApproved("Published", OneDay.TODAY.minusDays(9).toString());
        office.publishes(inspection);

        assertThat(card(Groups.POLICY_OFFICERS, office.task(inspection, "send-to-hmicfrs"))
                        .path("day")
                        .asText())
                .isEqualTo("Published on day 10");
    }

    @Test
    @DisplayName("is of no task that the person does not see, and of fifty at most, in the order that was asked for")
    void seenAlone() {
        ProcessInstance drafted =
                office.hasDrafted("Hidden", OneDay.TODAY.minusDays(3).toString());
        Task approval = office.task(drafted, "approve-response");
        Task first = office.task(reportOnDay("First", 3), "record-findings");
        Task second = office.task(reportOnDay("Second", 2), "record-findings");

        assertThat(all(
                        told(
                                Groups.POLICY_OFFICERS,
                                "tasks?ids=" + second.getId() + ",none," + approval.getId() + "," + first.getId() + ","
                                        + second.getId()),
                        "title"))
                .containsExactly("Second", "First");
        assertThat(told(Groups.POLICY_OFFICERS, "tasks?ids=")).isEmpty();
        HttpResponse<String> refused = asks(
                Groups.POLICY_OFFICERS,
                "tasks?ids="
                        + String.join(
                                ",",
                                IntStream.range(0, 51)
                                        .mapToObj("t%d"::formatted)
                                        .toList()));
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body()).contains("50 tasks at most");
        assertThat(asks(Groups.POLICY_OFFICERS, "tasks/" + approval.getId() + "/inspection")
                        .statusCode())
                .isEqualTo(404);
        Visitor stranger = new Visitor(port);
        assertThat(stranger.asks(stranger.request(OFFICE + "tasks?ids=" + first.getId()))
                        .statusCode())
                .isEqualTo(401);
    }

    @Test
    @DisplayName("is no more for whoever has signed in and not opened a screen yet")
    void beforeAnyScreen() {
        ProcessInstance inspection = reportOnDay("Not for all", 3);
        Task findings = office.task(inspection, "record-findings");
        Visitor colleague = new Visitor(port);
        colleague.signsIn(Groups.CHIEF_CONSTABLES_OFFICE, Staff.password(Groups.CHIEF_CONSTABLES_OFFICE));

        for (int time = 1; time <= 2; time++) {
            assertThat(colleague.sees(OFFICE + "begin").body()).contains("\"starts\":[]");
            assertThat(colleague.sees(OFFICE + "tasks?ids=" + findings.getId()).body())
                    .isEqualTo("[]");
            assertThat(colleague
                            .sees(OFFICE + "tasks/" + findings.getId() + "/inspection")
                            .statusCode())
                    .isEqualTo(404);
            assertThat(colleague
                            .sees(OFFICE + "drafts/task/" + findings.getId())
                            .statusCode())
                    .isEqualTo(404);
            assertThat(colleague
                            .sees(OFFICE + "drafts/start/inspection-response")
                            .statusCode())
                    .isEqualTo(404);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "train HANDLER",
                "creche",
                "stores”",
                "Recommendation 2",
                "quörum",
                "explain quorum train",
                "100%_\\"
            })
    @DisplayName("find a task by words of its title, of its name and of its recommendation, in any letters")
    void foundByWords(String typed) {
        ProcessInstance inspection = withTwoRecommendations("Quorum 100%_\\ found", 5);

        JsonNode found = found(Groups.POLICY_OFFICERS, typed);

        assertThat(all(found, "processInstanceId")).contains(inspection.getId());
        assertThat(all(found(Groups.POLICY_OFFICERS, typed + " nowhere"), "id")).isEmpty();
    }

    @Test
    @DisplayName("find a task by the reference of its inspection, and nothing by a sign that would stand for others")
    void foundByReference() {
        ProcessInstance inspection = reportOnDay("Custody", 4);
        String reference = (String) office.valueOf(inspection, "reference");

        assertThat(all(found(Groups.POLICY_OFFICERS, reference), "processInstanceId"))
                .containsExactly(inspection.getId());
        assertThat(all(found(Groups.POLICY_OFFICERS, "%%%"), "id")).isEmpty();
        assertThat(all(found(Groups.CHIEF_CONSTABLES_OFFICE, reference), "id")).isEmpty();
    }

    /** As Tasklist asks for its list. */
    private JsonNode found(String user, String typed) {
        JsonNode patterns = told(user, "search-words?typed=" + URLEncoder.encode(typed, StandardCharsets.UTF_8));
        List<Map<String, String>> criteria = texts(patterns).stream()
                .map(pattern -> Map.of("name", "listedWords", "operator", "like", "value", pattern))
                .toList();
        Visitor visitor = STAFF.at(port, user);
        HttpResponse<String> answer = visitor.asks(visitor.request("/camunda/api/engine/engine/default/task")
                .header("X-XSRF-TOKEN", visitor.cookie("XSRF-TOKEN").getValue())
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(json(Map.of("taskVariables", criteria)))));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        try {
            return JSON.readTree(answer.body());
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }

    private static String json(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    @DisplayName("of an inspection: its open tasks, those for others in words, and the documents and records")
    void ofAnInspection() {
        ProcessInstance inspection =
                office.hasApproved("Whole", OneDay.TODAY.minusDays(9).toString());
        office.publishes(inspection);
        String reference = (String) office.valueOf(inspection, "reference");
        String task = office.task(inspection, "send-to-hmicfrs").getId();

        JsonNode told = told(Groups.POLICY_OFFICERS, "tasks/" + task + "/inspection");

        assertThat(told.path("title").asText()).isEqualTo("Whole");
        assertThat(told.path("reference").asText()).isEqualTo(reference.replace('-', '/'));
        assertThat(all(told.path("tasks"), "name"))
                .containsExactlyInAnyOrder(
                        "Send to the Home Office",
                        "Send to HMICFRS",
                        "Send to the Chief Constable",
                        "Send to the Police and Crime Panel");
        assertThat(all(told.path("pages"), "words"))
                .containsExactlyInAnyOrder(
                        "Approved response",
                        "Record copy, with the page For Office Use Only (PDF)",
                        "Published response, in the register",
                        "Evidence");
        for (String page : all(told.path("pages"), "address")) {
            assertThat(STAFF.at(port, Groups.POLICY_OFFICERS).sees(page).statusCode())
                    .as(page)
                    .isEqualTo(200);
        }
    }

    @Test
    @DisplayName("of an inspection to the Chief Constable's office: of its own task alone, and no document")
    void toTheChiefConstablesOffice() {
        ProcessInstance inspection = reportOnDay("Asked", 4);
        office.recordsNoRecommendations(inspection);
        String task = office.task(inspection, "submit-comments").getId();

        JsonNode told = told(Groups.CHIEF_CONSTABLES_OFFICE, "tasks/" + task + "/inspection");

        assertThat(all(told.path("tasks"), "name")).containsExactly("Submit the Chief Constable's comments");
        assertThat(told.path("others")).isEmpty();
        assertThat(told.path("pages")).isEmpty();
    }

    @Test
    @DisplayName("after a task: what has been done, what comes next and for whom, and which is the person's next")
    void afterATask() {
        ProcessInstance inspection = reportOnDay("Next", 4);
        office.recordsRecommendations(inspection, "1. Train.\n2. Review.");
        Task check = office.task(inspection, "check-recommendations");
        engine.getTaskService().setAssignee(check.getId(), Groups.POLICY_OFFICERS);
        office.completes(Groups.POLICY_OFFICERS, check, Map.of("recommendationsCheck", "right"));

        JsonNode next = told(Groups.POLICY_OFFICERS, "tasks/" + check.getId() + "/next");

        assertThat(next.path("done").asText()).isEqualTo("Done: Check the recommendations");
        assertThat(next.path("title").asText()).isEqualTo("Next");
        assertThat(all(next.path("next"), "name")).containsExactly("Submit the Chief Constable's comments");
        assertThat(next.path("isOver").asBoolean()).isFalse();
        assertThat(asks(Groups.APPROVERS, "tasks/" + check.getId() + "/next").statusCode())
                .isEqualTo(404);

        office.submitsComments(inspection, "Noted.");
        Task first = office.explanationTask(inspection, 1);
        assertThat(told(Groups.POLICY_OFFICERS, "tasks/" + check.getId() + "/next")
                        .path("open")
                        .asText())
                .isIn(first.getId(), office.explanationTask(inspection, 2).getId());
        engine.getTaskService().setAssignee(first.getId(), Groups.POLICY_OFFICERS);
        assertThat(told(Groups.POLICY_OFFICERS, "tasks/" + check.getId() + "/next")
                        .path("open")
                        .asText())
                .isEqualTo(first.getId());
    }

    @Test
    @DisplayName("after a task that somebody goes on with later: that it is open again, and not that it is the next")
    void later() {
        ProcessInstance inspection = reportOnDay("Later", 4);
        office.recordsNoRecommendations(inspection);
        office.submitsComments(inspection, "Noted.");
        Task draft = office.task(inspection, "draft-pcc-response");
        engine.getTaskService().setAssignee(draft.getId(), Groups.POLICY_OFFICERS);
        office.completes(
                Groups.POLICY_OFFICERS,
                draft,
                Map.of("response", TheOffice.json(Map.of("text", "Half of it.")), "draftNext", "later"));

        JsonNode next = told(Groups.POLICY_OFFICERS, "tasks/" + draft.getId() + "/next");

        assertThat(next.path("done").asText()).isEqualTo("Done for now: Draft the PCC's response");
        assertThat(all(next.path("next"), "name")).containsExactly("Draft the PCC's response");
        assertThat(next.path("open").asText())
                .isNotEqualTo(office.task(inspection, "draft-pcc-response").getId());
    }

    @Test
    @DisplayName("after something is started: what was started, as it is called, and the first task")
    void afterAStart() {
        String process = office.newestDiagram();
        engine.getIdentityService().setAuthentication(Groups.POLICY_OFFICERS, List.of(Groups.POLICY_OFFICERS));
        ProcessInstance inspection;
        try {
            inspection = engine.getFormService()
                    .submitStartForm(
                            process,
                            Map.of(
                                    "title",
                                    "Started",
                                    "datePublished",
                                    OneDay.TODAY.toString(),
                                    "inspectionType",
                                    "PEEL Inspection"));
        } finally {
            engine.getIdentityService().clearAuthentication();
        }

        JsonNode next = told(Groups.POLICY_OFFICERS, "inspections/" + inspection.getId() + "/next");

        assertThat(next.path("done").asText()).isEqualTo("Done: Register a report");
        assertThat(next.path("title").asText()).isEqualTo("Started");
        assertThat(next.path("open").asText())
                .isEqualTo(office.task(inspection, "record-findings").getId());
        assertThat(asks(Groups.MANAGERS, "inspections/" + inspection.getId() + "/next")
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    @DisplayName("of an inspection whose response is corrected: the tasks of the correction, too")
    void corrected() {
        ProcessInstance inspection =
                office.hasApproved("Corrected", OneDay.TODAY.minusDays(9).toString());
        office.publishes(inspection);
        String reference = (String) office.valueOf(inspection, "reference");
        office.beginsCorrection(reference, "A figure was wrong.");

        JsonNode told = told(
                Groups.MANAGERS,
                "tasks/" + office.task(inspection, "send-to-hmicfrs").getId() + "/inspection");

        assertThat(all(told.path("tasks"), "name")).contains("Write the correction", "Send to HMICFRS");
    }

    @Test
    @DisplayName("after a correction is asked for: of which report it is")
    void afterACorrectionIsAskedFor() {
        ProcessInstance inspection =
                office.hasApproved("Wrong", OneDay.TODAY.minusDays(9).toString());
        office.publishes(inspection);
        ProcessInstance correction = office.beginsCorrection(
                Groups.MANAGERS, (String) office.valueOf(inspection, "reference"), "A figure was wrong.");

        JsonNode next = told(Groups.MANAGERS, "inspections/" + correction.getId() + "/next");

        assertThat(next.path("done").asText()).isEqualTo("Done: Correct a published response");
        assertThat(next.path("title").asText()).isEqualTo("Wrong");
        assertThat(all(next.path("next"), "name")).containsExactly("Write the correction");
    }

    @Test
    @DisplayName("after the last task of somebody: that the rest is for others, without what is in it")
    void theRestIsForOthers() {
        ProcessInstance inspection = reportOnDay("Others", 4);
        office.recordsNoRecommendations(inspection);
        Task comments = office.task(inspection, "submit-comments");
        engine.getTaskService().setAssignee(comments.getId(), Groups.CHIEF_CONSTABLES_OFFICE);
        office.completes(
                Groups.CHIEF_CONSTABLES_OFFICE,
                comments,
                Map.of("comments", TheOffice.json(Map.of("text", "Noted.")), "commentsNext", "submit"));

        JsonNode next = told(Groups.CHIEF_CONSTABLES_OFFICE, "tasks/" + comments.getId() + "/next");

        assertThat(next.path("next")).isEmpty();
        assertThat(texts(next.path("others"))).containsExactly("Draft the PCC's response, for Policy officers");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "policy-officers | Register a report, Change an inspection, Send a copy again",
                "managers | Correct a published response",
                "approvers | ''",
                "chief-constables-office | ''",
                "communications | ''",
                "process-owners | ''"
            })
    @DisplayName("to whoever has signed in: what they may start, and pages that they can open")
    void whereToBegin(String user, String start) {
        JsonNode begin = told(user, "begin");

        assertThat(String.join(", ", all(begin.path("starts"), "words"))).isEqualTo(start);
        assertThat(all(begin.path("pages"), "words"))
                .contains("Register of published responses", "Emails about your tasks: at once, once a day, or none");
        for (String page : all(begin.path("pages"), "address")) {
            assertThat(STAFF.at(port, user).sees(page).statusCode()).as(page).isEqualTo(200);
        }
        assertThat(all(begin.path("pages"), "address").contains("/audit"))
                .isEqualTo(STAFF.at(port, user).sees("/audit").statusCode() == 200);
    }

    @Test
    @DisplayName("to whoever has signed in: how much they have, and how much of it is overdue")
    void howMuch() {
        JsonNode before = told(Groups.POLICY_OFFICERS, "begin");
        Task own = office.task(reportOnDay("Mine", 2), "record-findings");
        engine.getTaskService().setAssignee(own.getId(), Groups.POLICY_OFFICERS);
        engine.getTaskService()
                .setDueDate(
                        own.getId(),
                        Date.from(
                                StatutoryPeriod.endOf(OneDay.TODAY.minusDays(1)).toInstant()));
        reportOnDay("Of nobody", 2);

        JsonNode after = told(Groups.POLICY_OFFICERS, "begin");

        assertThat(after.path("yours").asInt() - before.path("yours").asInt()).isEqualTo(1);
        assertThat(after.path("ofYourGroups").asInt()
                        - before.path("ofYourGroups").asInt())
                .isEqualTo(1);
        assertThat(after.path("overdue").asInt() - before.path("overdue").asInt())
                .isEqualTo(1);
    }

    @Test
    @DisplayName("of colleagues: those of the task's groups, by name, to whoever sees the task")
    void colleagues() {
        Staff.employ(engine.getIdentityService(), "zoe", Groups.POLICY_OFFICERS);
        Staff.employ(engine.getIdentityService(), "another", Groups.APPROVERS);
        Task task = office.task(reportOnDay("Colleagues", 3), "record-findings");

        JsonNode offered = told(Groups.POLICY_OFFICERS, "tasks/" + task.getId() + "/colleagues");

        assertThat(all(offered, "user")).contains("zoe", Groups.POLICY_OFFICERS).doesNotContain("another");
        assertThat(all(offered, "name")).isSortedAccordingTo(String.CASE_INSENSITIVE_ORDER);
        assertThat(told(Groups.POLICY_OFFICERS, "tasks/" + task.getId() + "/colleagues?group=" + Groups.APPROVERS))
                .isEmpty();
        assertThat(asks(Groups.CHIEF_CONSTABLES_OFFICE, "tasks/" + task.getId() + "/colleagues")
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    @DisplayName("of two colleagues of one name: the user names too")
    void colleaguesOfOneName() {
        for (String user : List.of("jo.one", "jo.two")) {
            Staff.employ(engine.getIdentityService(), user, Groups.POLICY_OFFICERS);
            var jo = engine.getIdentityService().createUserQuery().userId(user).singleResult();
            jo.setFirstName("Jo");
            jo.setLastName("Smith");
            engine.getIdentityService().saveUser(jo);
        }
        Task task = office.task(reportOnDay("Two of one name", 3), "record-findings");

        assertThat(all(told(Groups.POLICY_OFFICERS, "tasks/" + task.getId() + "/colleagues"), "name"))
                .contains("Jo Smith (jo.one)", "Jo Smith (jo.two)");
    }

    @Test
    @DisplayName("of cases: the report and the reference, to whoever may see them, fifty at once")
    void cases() {
        ProcessInstance inspection = reportOnDay("Which case this is", 3);
        String asked = "cases?ids=" + inspection.getId() + ",unknown";

        JsonNode cases = told(Groups.MANAGERS, asked);
        assertThat(all(cases, "words"))
                .containsExactly(
                        "Which case this is, " + inspection.getBusinessKey().replace('-', '/'));
        assertThat(told(Groups.CHIEF_CONSTABLES_OFFICE, asked)).isEmpty();
        assertThat(told(Groups.MANAGERS, "cases")).isEmpty();
        String many = IntStream.range(0, 51).mapToObj(Integer::toString).collect(Collectors.joining(","));
        assertThat(asks(Groups.MANAGERS, "cases?ids=" + many).statusCode()).isEqualTo(400);
    }
}
