package uk.opcc.inspectionresponse.casework.preview;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import uk.opcc.inspectionresponse.OfficeServer;
import uk.opcc.inspectionresponse.OneDay;
import uk.opcc.inspectionresponse.SignedInStaff;
import uk.opcc.inspectionresponse.Staff;
import uk.opcc.inspectionresponse.TheOffice;
import uk.opcc.inspectionresponse.Visitor;
import uk.opcc.inspectionresponse.platform.people.Groups;

@OfficeServer
@DisplayName("What is being typed is shown as it will be published:")
class PreviewTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final SignedInStaff STAFF = new SignedInStaff();

    private final ProcessEngine engine;
    private final TheOffice office;
    private final int port;

    @Autowired
    PreviewTest(ProcessEngine engine, @LocalServerPort int port) {
        this.engine = engine;
        this.office = new TheOffice(engine);
        this.port = port;
    }

    @BeforeEach
    void peopleAreThere() {
        Staff.employ(engine.getIdentityService());
    }

    private ProcessInstance report() {
        return office.registers("Custody", OneDay.TODAY.minusDays(3).toString());
    }

    private HttpResponse<String> looks(String user, Task task) {
        return STAFF.at(port, user).sees("/previews/" + task.getId());
    }

    private String seen(String user, Task task) {
        HttpResponse<String> page = looks(user, task);
        assertThat(page.statusCode()).as(page.body()).isEqualTo(200);
        assertThat(page.headers().firstValue("Content-Security-Policy").orElse(""))
                .contains("default-src 'none'")
                .contains("frame-ancestors 'self'");
        return Jsoup.parse(page.body()).body().text();
    }

    private void types(String user, Task task, Map<String, String> fields) throws JsonProcessingException {
        Visitor visitor = STAFF.at(port, user);
        String body =
                JSON.writeValueAsString(Map.of("person", user, "after", 0, "content", JSON.writeValueAsString(fields)));
        HttpResponse<String> saved = visitor.asks(visitor.request("/camunda/api/office/drafts/task/" + task.getId())
                .header("X-XSRF-TOKEN", visitor.cookie("XSRF-TOKEN").getValue())
                .header("Content-Type", "application/json")
                .PUT(HttpRequest.BodyPublishers.ofString(body)));
        assertThat(saved.statusCode()).as(saved.body()).isEqualTo(200);
    }

    @Test
    @DisplayName("the findings of a new report")
    void findings() throws JsonProcessingException {
        Task task = office.task(report(), "record-findings");
        types(Groups.POLICY_OFFICERS, task, Map.of("findings.keyFindings", "Cells are <clean>.\n\n- One is not."));

        assertThat(seen(Groups.POLICY_OFFICERS, task)).contains("Custody", "Cells are <clean>. One is not.");
    }

    @Test
    @DisplayName("the comments, for the Chief Constable's office, which sees nothing of the PCC's draft there")
    void comments() throws JsonProcessingException {
        ProcessInstance inspection = report();
        office.recordsNoRecommendations(inspection);
        office.submitsComments(inspection, "At first.");
        office.drafts(inspection, "The PCC's own words.");
        office.sendsBack(inspection, "chief-constable", "Say more.");
        Task task = office.task(inspection, "submit-comments");

        assertThat(seen(Groups.CHIEF_CONSTABLES_OFFICE, task))
                .contains("At first.")
                .doesNotContain("own words");

        types(Groups.CHIEF_CONSTABLES_OFFICE, task, Map.of("comments.text", "At length."));
        assertThat(seen(Groups.CHIEF_CONSTABLES_OFFICE, task))
                .contains("At length.")
                .doesNotContain("At first.", "own words");
        // What somebody types is theirs until they complete the task.
        assertThat(seen(Groups.POLICY_OFFICERS, task)).contains("At first.");
    }

    @Test
    @DisplayName("the explanation of one recommendation, with why nothing is done")
    void explanation() throws JsonProcessingException {
        ProcessInstance inspection = report();
        office.recordsRecommendations(inspection, "1. Train.\n2. Review.");
        office.checksTheRecommendations(inspection, "right");
        office.submitsComments(inspection, "Noted.");
        Task task = office.explanationTask(inspection, 2);
        types(
                Groups.POLICY_OFFICERS,
                task,
                Map.of("explanation.kind", "no-action", "explanation.text", "It was reviewed in May."));

        assertThat(seen(Groups.POLICY_OFFICERS, task))
                .contains("Review.", "It was reviewed in May.", "Noted.")
                .containsIgnoringCase("no action")
                .doesNotContain("Train.");
    }

    @Test
    @DisplayName("the draft, and what a text was before it was emptied is not in it")
    void draft() throws JsonProcessingException {
        ProcessInstance inspection = report();
        office.recordsNoRecommendations(inspection);
        office.submitsComments(inspection, "Noted.");
        office.drafts(inspection, "First words.");
        office.sendsBack(inspection, "drafter", "Say more.");
        Task task = office.task(inspection, "draft-pcc-response");
        assertThat(seen(Groups.POLICY_OFFICERS, task)).contains("First words.", "Noted.");

        types(Groups.POLICY_OFFICERS, task, Map.of("response.text", " "));
        assertThat(seen(Groups.POLICY_OFFICERS, task)).contains("Noted.").doesNotContain("First words.");
    }

    @Test
    @DisplayName("a correction, explanations included, as long as their lines are whole")
    void correction() throws JsonProcessingException {
        ProcessInstance inspection = report();
        office.recordsRecommendations(inspection, "1. Train.\n2. Review.");
        office.checksTheRecommendations(inspection, "right");
        office.submitsComments(inspection, "Noted.");
        office.explains(inspection, 1, "We trained.");
        office.explains(inspection, 2, "We reviewed.");
        office.drafts(inspection, "I agree.");
        office.approves(inspection);
        office.publishes(inspection);
        Task task = office.task(office.beginsCorrection(inspection.getBusinessKey(), "A slip."), "write-correction");
        types(
                Groups.MANAGERS,
                task,
                Map.of(
                        "title",
                        "Custody, revisited",
                        "correction.explanations",
                        "=== Recommendation 1 ===\nWe trained all.\n\n=== Recommendation 2 ===\nWe reviewed."));

        assertThat(seen(Groups.MANAGERS, task)).contains("Custody, revisited", "We trained all.", "We reviewed.");
    }

    @Test
    @DisplayName("to nobody to whom the task is not open, and no longer than it is open")
    void notOpen() {
        ProcessInstance inspection = report();
        Task task = office.task(inspection, "record-findings");
        assertThat(looks(Groups.CHIEF_CONSTABLES_OFFICE, task).statusCode()).isEqualTo(404);
        assertThat(new Visitor(port).sees("/previews/" + task.getId()).body()).doesNotContain("Custody");

        office.recordsNoRecommendations(inspection);
        assertThat(looks(Groups.POLICY_OFFICERS, task).statusCode()).isEqualTo(404);
    }
}
