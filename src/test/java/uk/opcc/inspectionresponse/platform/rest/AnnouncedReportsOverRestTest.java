package uk.opcc.inspectionresponse.platform.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.runtime.Job;
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
@DisplayName("A report that is announced")
class AnnouncedReportsOverRestTest {

    private static final String TITLE = "Kept under embargo: the use of facial recognition";
    private static final LocalDate NEXT_WEEK = OneDay.TODAY.plusDays(8);

    private final ProcessEngine engine;
    private final int port;
    private Doors doors;
    private FormsClient client;

    @Autowired
    AnnouncedReportsOverRestTest(ProcessEngine engine, @LocalServerPort int port) {
        this.engine = engine;
        this.port = port;
    }

    @BeforeEach
    void connect() {
        Staff.employ(engine.getIdentityService());
        doors = Doors.rest("http://localhost:" + port);
        client = new FormsClient(doors);
    }

    @Test
    @DisplayName("is seen by policy officers and managers, and by nobody who must not know of it yet")
    void embargo() {
        String inspection = client.starts(announced(NEXT_WEEK, Map.of()));
        String reference = client.recorded(inspection, "reference").asText();

        assertThat(client.tasks(inspection, "await-the-publication")).hasSize(1);
        assertThat(signedIn(Groups.POLICY_OFFICERS)
                        .sees("/camunda/api/office/tasks?ids=" + client.awaitTask(inspection, "await-the-publication"))
                        .body())
                .contains(TITLE, "Not published yet");
        assertThat(text(signedIn(Groups.MANAGERS).sees("/evidence/" + reference).body()))
                .contains(TITLE, "The report is announced for " + WrittenDate.of(NEXT_WEEK))
                .doesNotContain("day 1", "Last day for publishing", "56 days");
        assertThat(text(signedIn(Groups.MANAGERS).sees("/audit").body()))
                .contains("Announced for " + WrittenDate.of(NEXT_WEEK));
        for (String group : List.of(Groups.CHIEF_CONSTABLES_OFFICE, Groups.APPROVERS, Groups.COMMUNICATIONS)) {
            Door other = doors.of(group);
            for (String path : List.of(
                    "/task?processInstanceId=" + inspection,
                    "/process-instance?processInstanceIds=" + inspection,
                    "/history/process-instance?processInstanceId=" + inspection,
                    "/history/task?processInstanceId=" + inspection,
                    "/history/variable-instance?processInstanceId=" + inspection,
                    "/variable-instance?processInstanceIdIn=" + inspection)) {
                Answer answer = other.get(path);
                assertThat(answer.body()).as(group + path).doesNotContain(TITLE, inspection, reference);
            }
            Visitor visitor = signedIn(group);
            for (String page : List.of(
                    "/evidence/" + reference,
                    "/audit/" + reference,
                    "/responses/" + reference,
                    "/responses/" + reference + "/response.json",
                    "/responses/responses.csv",
                    "/responses?q=embargo",
                    "/documents/" + reference + "/response.pdf",
                    "/camunda/api/office/tasks?ids=" + client.awaitTask(inspection, "await-the-publication"),
                    "/camunda/api/office/cases?ids=" + inspection,
                    "/camunda/api/office/inspections/published",
                    "/camunda/api/office/inspections/sent")) {
                assertThat(visitor.sees(page).body()).as(group + page).doesNotContain("Kept under embargo");
            }
        }
    }

    @Test
    @DisplayName("waits for its day, also where an administrator lets the timer fire before")
    void waits() {
        String inspection = client.starts(announced(NEXT_WEEK, Map.of()));
        Job morning = timer(inspection);
        assertThat(morning.getDuedate().toInstant())
                .isEqualTo(StatutoryPeriod.beginOf(NEXT_WEEK).toInstant());

        engine.getManagementService().executeJob(morning.getId());

        assertThat(client.tasks(inspection, "await-the-publication")).hasSize(1);
        assertThat(client.tasks(inspection, "record-findings")).isEmpty();
        assertThat(timer(inspection).getDuedate()).isEqualTo(morning.getDuedate());
    }

    private Job timer(String inspection) {
        return engine.getManagementService()
                .createJobQuery()
                .processInstanceId(inspection)
                .timers()
                .singleResult();
    }

    @Test
    @DisplayName("that was a super-complaint and is another report after all has the days of that")
    void anotherType() {
        Map<String, String> complaint = announced(NEXT_WEEK, Map.of());
        complaint.put("inspectionType", "Super-complaint");
        Answer refused = client.start(complaint);
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.json().path("message").asText()).contains("The report asks for a response by");
        complaint.put("responseBy", NEXT_WEEK.plusDays(99).toString());
        String inspection = client.starts(complaint);

        client.submit(
                        client.awaitTask(inspection, "await-the-publication"),
                        Map.of(
                                "announcementNext", "change",
                                "title", "Facial recognition",
                                "datePublished", OneDay.TODAY.toString(),
                                "inspectionType", "Thematic Inspection",
                                "reportLink", "https://inspectorate.example/faces"))
                .good();

        assertThat(client.recorded(inspection, "lastLawfulDay").asText())
                .isEqualTo(new StatutoryPeriod(OneDay.TODAY).lastLawfulDay().toString());
        assertThat(client.recorded(inspection, "reportLink").asText()).isEqualTo("https://inspectorate.example/faces");
    }

    @Test
    @DisplayName("moves with its day, its title and its type, and says by when a super-complaint is answered")
    void moves() {
        String inspection = client.starts(announced(NEXT_WEEK, Map.of()));
        String task = client.awaitTask(inspection, "await-the-publication");
        LocalDate later = NEXT_WEEK.plusDays(7);
        Map<String, Object> change = new HashMap<>(Map.of(
                "announcementNext", "change",
                "title", "Facial recognition",
                "datePublished", later.toString(),
                "inspectionType", "Super-complaint",
                "responseBy", later.minusDays(1).toString()));

        assertThat(client.form(task).path("components").findValues("values").toString())
                .contains("Super-complaint", "Spotlight Inspection");
        change.put("inspectionType", "Peer Review");
        assertThat(client.submit(task, change).json().path("message").asText())
                .contains("must be one of PEEL Inspection");
        change.put("inspectionType", "Super-complaint");
        Answer refused = client.submit(task, change);
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.json().path("message").asText()).contains("The report asks for a response by");
        change.put("responseBy", later.plusDays(99).toString());
        client.submit(task, change).good();

        assertThat(timer(inspection).getDuedate().toInstant())
                .isEqualTo(StatutoryPeriod.beginOf(later).toInstant());
        change.put("datePublished", OneDay.TODAY.toString());
        client.submit(client.awaitTask(inspection, "await-the-publication"), change)
                .good();
        assertThat(client.tasks(inspection, "record-findings")).hasSize(1);
        assertThat(client.recorded(inspection, "title").asText()).isEqualTo("Facial recognition");
        assertThat(client.recorded(inspection, "lastLawfulDay").asText())
                .isEqualTo(later.plusDays(99).toString());
    }

    @Test
    @DisplayName(
            "that will not be published ends its inspection with the reason, which the evidence and the audit tell")
    void withdrawn() {
        String inspection = client.starts(announced(NEXT_WEEK, Map.of()));
        String reference = client.recorded(inspection, "reference").asText();
        String task = client.awaitTask(inspection, "await-the-publication");
        Answer refused = client.submit(task, Map.of("announcementNext", "withdraw"));
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.json().path("message").asText()).contains("Why it will not be published");

        client.submit(
                        task,
                        Map.of(
                                "announcementNext",
                                "withdraw",
                                "announcementReason",
                                "It became a part of the PEEL report."))
                .good();

        client.awaitEnd(inspection);
        Awaitility.await()
                .untilAsserted(() -> assertThat(text(signedIn(Groups.MANAGERS)
                                .sees("/evidence/" + reference)
                                .body()))
                        .contains(
                                "The report was not published: no response is owed.",
                                "It became a part of the PEEL report."));
        assertThat(text(signedIn(Groups.MANAGERS).sees("/audit").body()))
                .contains("Ended: the report was not published");
        assertThat(engine.getManagementService()
                        .createJobQuery()
                        .processInstanceId(inspection)
                        .count())
                .isZero();
    }

    @ParameterizedTest
    @CsvSource({"published, 1", "announced, 0", "announced, -3", "announced, 400", ", 5"})
    @DisplayName("has a day that is still to come, within a year; a report that is published has none")
    void wrongDays(String reportIs, int inDays) {
        Map<String, String> report = announced(OneDay.TODAY.plusDays(inDays), Map.of());
        report.remove("reportIs");
        if (reportIs != null) {
            report.put("reportIs", reportIs);
        }

        Answer refused = client.start(report);

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.json().path("message").asText()).contains("Date published");
    }

    @Test
    @DisplayName("is not asked for what nobody can know before it is published")
    void notAsked() {
        Answer refused = client.start(announced(
                NEXT_WEEK, Map.of("commentsInvitedBy", NEXT_WEEK.plusDays(20).toString())));

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.json().path("message").asText()).contains("commentsInvitedBy");
    }

    private static Map<String, String> announced(LocalDate day, Map<String, String> more) {
        Map<String, String> report = new HashMap<>(more);
        report.put("title", TITLE);
        report.put("reportIs", "announced");
        report.put("datePublished", day.toString());
        report.put("inspectionType", "Thematic Inspection");
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
