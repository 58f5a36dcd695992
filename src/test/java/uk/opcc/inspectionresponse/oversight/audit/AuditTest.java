package uk.opcc.inspectionresponse.oversight.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import uk.opcc.inspectionresponse.OfficeServer;
import uk.opcc.inspectionresponse.OneDay;
import uk.opcc.inspectionresponse.Staff;
import uk.opcc.inspectionresponse.TheOffice;
import uk.opcc.inspectionresponse.Visitor;
import uk.opcc.inspectionresponse.platform.files.SpreadsheetFile;
import uk.opcc.inspectionresponse.process.DiagramIds;
import uk.opcc.inspectionresponse.statutory.WrittenDate;

@OfficeServer
@DisplayName("The audit of an inspection")
class AuditTest {

    private final ProcessEngine engine;
    private final TheOffice office;
    private final Visitor visitor;

    @Autowired
    AuditTest(ProcessEngine engine, @LocalServerPort int port) {
        this.engine = engine;
        this.office = new TheOffice(engine);
        this.visitor = new Visitor(port);
    }

    @BeforeEach
    void everybodyIsThere() {
        Staff.employ(engine.getIdentityService());
    }

    private ProcessInstance reassignedAndDrafted() {
        ProcessInstance inspection = office.registers("Custody", "2018-07-19");
        String task = office.task(inspection, "record-findings").getId();
        HttpResponse<String> given = visitor.asks(
                "managers",
                Staff.password("managers"),
                "POST",
                "/engine-rest/task/" + task + "/assignee",
                "{\"userId\": \"policy-officer\"}");
        assertThat(given.statusCode()).isEqualTo(204);
        office.recordsNoRecommendations(inspection);
        office.submitsComments(inspection, "=HYPERLINK(\"https://bad.example\")");
        return inspection;
    }

    @Test
    @DisplayName("shows a manager who did what and when, reassignments included")
    void page() {
        ProcessInstance inspection = reassignedAndDrafted();
        visitor.signsIn("managers", Staff.password("managers"));
        assertThat(visitor.sees("/audit").body()).contains(reference(inspection));
        assertThat(visitor.sees("/audit/" + reference(inspection)).body())
                .contains("<td>managers</td>", "assigned", "assignee: policy-officer")
                .contains(
                        "policy-officer",
                        "completed",
                        "What next: The report has none of these: continue to the Chief Constable")
                .contains("staff-officer", "What next: Submit these comments", "Submit the Chief Constable");
    }

    private String reference(ProcessInstance inspection) {
        return engine.getHistoryService()
                .createHistoricProcessInstanceQuery()
                .processInstanceId(inspection.getId())
                .singleResult()
                .getBusinessKey();
    }

    @Test
    @DisplayName("is exported as CSV in which no cell is a formula")
    void csv() {
        ProcessInstance inspection = reassignedAndDrafted();
        visitor.signsIn("managers", Staff.password("managers"));
        HttpResponse<String> csv = visitor.sees("/audit/" + reference(inspection) + ".csv");
        assertThat(csv.headers().firstValue("Content-Disposition"))
                .hasValueSatisfying(value -> assertThat(value).startsWith("attachment"));
        assertThat(csv.body())
                .startsWith("\uFEFF\"When\",\"Clock\",\"User name\",\"Name\",\"Action\",\"On\",\"Detail\"")
                .doesNotContain("→");
        assertThat(csv.body().lines().skip(1))
                .isNotEmpty()
                .allSatisfy(line ->
                        assertThat(line).matches("\"\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d\",\"(GMT|BST)\",.*"));
        assertThat(csv.body()).contains("\"staff-officer\"", "\"completed\"");
        for (String sign : List.of("=", "+", "-", "@", "\t", "\r")) {
            assertThat(SpreadsheetFile.cell(sign + "1+1")).isEqualTo("\"'" + sign + "1+1\"");
        }
        assertThat(SpreadsheetFile.cell("@a \"b\"")).isEqualTo("\"'@a \"\"b\"\"\"");
        assertThat(SpreadsheetFile.cell("plain")).isEqualTo("\"plain\"");
    }

    @Test
    @DisplayName(
            "says which recommendation, that the response was published and when, and that an inspection was stopped")
    void whatBecameOfIt() {
        ProcessInstance inspection = office.registers("Two", "2018-07-19");
        office.recordsRecommendations(inspection, "1. Train.\n2. Report.");
        office.checksTheRecommendations(inspection, "right");
        office.submitsComments(inspection, "Noted.");
        office.explains(inspection, 2, "Done.");
        visitor.signsIn("managers", Staff.password("managers"));
        String page = Jsoup.parse(
                        visitor.sees("/audit/" + reference(inspection)).body())
                .text();
        assertThat(page)
                .contains("registered the inspection", "Title of the inspection report: Two")
                .doesNotContain(", timetable")
                .contains("Explain the action on one recommendation (Recommendation 1)")
                .contains("completed Explain the action on one recommendation (Recommendation 2)")
                .contains("What next: The explanation is finished");

        HttpResponse<String> stopped = visitor.asks(
                "camunda-admin",
                Staff.password("camunda-admin"),
                "DELETE",
                "/engine-rest/process-instance/" + inspection.getId(),
                null);
        assertThat(stopped.statusCode()).isEqualTo(204);
        assertThat(Jsoup.parse(visitor.sees("/audit/" + reference(inspection)).body())
                        .text())
                .contains("camunda-admin stopped the inspection");

        ProcessInstance published = office.hasApproved("Out", "2018-07-19");
        office.publishes(published);
        assertThat(Jsoup.parse(visitor.sees("/audit/" + reference(published)).body())
                        .text())
                .containsPattern("published the response on \\d+ \\w+ \\d{4}, day [\\d,]+ of 56, late");
    }

    @Test
    @DisplayName("says of a response that was published in time that it was, and on which day")
    void publishedInTime() {
        ProcessInstance inspection =
                office.hasApproved("In time", OneDay.TODAY.minusDays(10).toString());
        office.publishes(inspection);
        visitor.signsIn("managers", Staff.password("managers"));
        assertThat(audit(inspection))
                .contains("published the response on " + WrittenDate.of(OneDay.TODAY) + ", day 11 of 56, in time");
    }

    @Test
    @DisplayName("counts no days of an inspection that was stopped")
    void stopped() {
        ProcessInstance inspection =
                office.registers("Stopped giraffes", OneDay.TODAY.minusDays(2).toString());
        visitor.signsIn("managers", Staff.password("managers"));
        assertThat(listed("giraffes")).contains("Day 3 of 56");

        engine.getRuntimeService().deleteProcessInstance(inspection.getId(), "registered twice");

        assertThat(listed("giraffes")).contains("Stopped before its end").doesNotContain("Day 3", "of 56");
    }

    private String listed(String words) {
        return Jsoup.parse(visitor.sees("/audit?q=" + words).body())
                .select("main table tbody tr")
                .text();
    }

    @Test
    @DisplayName("of a correction says who began it, of which response, and that it was published")
    void correction() {
        ProcessInstance inspection = office.hasApproved("Corrected", "2018-07-19");
        office.publishes(inspection);
        ProcessInstance correction = office.beginsCorrection(reference(inspection), "A sum was wrong.");
        office.writesCorrection(correction, "I welcome it more.", "finished");
        office.approvesCorrection(correction);
        visitor.signsIn("managers", Staff.password("managers"));

        assertThat(audit(correction))
                .contains("manager began the correction Published response: " + shown(inspection))
                .contains("Reason for the correction")
                .contains("the application published the correction on " + WrittenDate.of(OneDay.TODAY)
                        + ", as version 2 in the public register")
                .doesNotContain("registered", "the inspection", reference(inspection));
    }

    @Test
    @DisplayName("lists of what was sent what was filled in, and nothing that was left empty")
    void filledIn() {
        ProcessInstance empty = office.hasApproved("Nothing but here", "2018-07-19");
        publishes(empty, Map.of("address", "", "doneOn", "", "note", " \n"));
        ProcessInstance noted = office.hasApproved("With a note", "2018-07-19");
        publishes(noted, Map.of("address", "", "note", "By telephone."));
        visitor.signsIn("managers", Staff.password("managers"));

        assertThat(audit(empty))
                .contains("completed Publish on the OPCC's website Where it is published: Here: publish it now")
                .doesNotContain("Link to the published response", "Published on", "Note");
        assertThat(audit(noted)).contains("Note").doesNotContain("Link to the published response");
    }

    private void publishes(ProcessInstance inspection, Map<String, String> fields) {
        office.completes(
                TheOffice.COMMUNICATIONS_OFFICER,
                inspection,
                "publish-on-website",
                Map.of("publishedWhere", "here", "distribution", TheOffice.json(fields)));
    }

    @Test
    @DisplayName("of a copy that is sent again has the emails of that copy, from when it came back")
    void copySentAgain() {
        ProcessInstance inspection = office.hasApproved("Came back", "2018-07-19");
        office.distributes(inspection, "send-to-home-office");
        office.orders(inspection, "send-to-hmicfrs", Map.of("address", "first@hmicfrs.example"));
        ProcessInstance again =
                office.recordsThatItCameBack(reference(inspection), "home-office", "The post returned it.");
        office.orders(again, "send-the-copy-again", Map.of("address", "right@homeoffice.example"));
        visitor.signsIn("managers", Staff.password("managers"));

        assertThat(audit(again))
                .contains("began sending a copy again", "email: asked for the email Send the copy again")
                .contains("to right@homeoffice.example")
                .doesNotContain("first@hmicfrs.example");
        assertThat(audit(inspection)).contains("right@homeoffice.example", "first@hmicfrs.example");
    }

    private String audit(ProcessInstance process) {
        return Jsoup.parse(visitor.sees("/audit/" + reference(process)).body()).text();
    }

    private String shown(ProcessInstance inspection) {
        return reference(inspection).replaceAll("(\\d{4})-", "$1/").replaceFirst("-", "/");
    }

    @Test
    @DisplayName(
            "is found by title and reference, with the day and the stage, in pages of 25, each leading to the rest")
    void list() {
        for (int number = 1; number <= 26; number++) {
            office.registers(
                    "Zebras and anti\u2011social behaviour no. " + number,
                    OneDay.TODAY.minusDays(2).toString());
        }
        ProcessInstance approved = office.hasApproved("A past one", "2018-07-19");
        visitor.signsIn("managers", Staff.password("managers"));

        Document found = Jsoup.parse(visitor.sees("/audit?q=antisocial+ZEBRAS").body());
        assertThat(found.select(".found").text()).startsWith("26 inspections for");
        assertThat(found.select("main table tbody tr")).hasSize(25);
        assertThat(found.select("main table tbody tr").first().text())
                .containsPattern(
                        "OPCCN/\\d{4}/\\d+ Zebras and anti.social behaviour no. 26 Day \\d+ of 56 Record the findings");
        Document second = Jsoup.parse(
                visitor.sees(found.select("a[rel=next]").attr("href")).body());
        assertThat(second.select("main table tbody tr")).hasSize(1);
        everyOneIsOnOnePage();

        String shown = shown(approved);
        assertThat(Jsoup.parse(visitor.sees("/audit?q=" + shown).body())
                        .select("main table tbody tr")
                        .text())
                .contains(shown, "A past one", "late since day 57", "Send to the Home Office");

        Document audit =
                Jsoup.parse(visitor.sees("/audit/" + reference(approved)).body());
        Document evidence =
                Jsoup.parse(visitor.sees("/evidence/" + reference(approved)).body());
        for (Document one : List.of(audit, evidence)) {
            assertThat(one.select("nav.inspection a").eachAttr("href"))
                    .contains(
                            "/audit/" + reference(approved),
                            "/evidence/" + reference(approved),
                            "/documents/" + reference(approved) + "/response.html")
                    .anyMatch(link -> link.startsWith("/camunda/app/tasklist/default/#/?task="));
        }
    }

    /** Newest first, over all pages, with those that nobody has looked for. */
    private void everyOneIsOnOnePage() {
        List<String> shown = new ArrayList<>();
        Document page = Jsoup.parse(visitor.sees("/audit").body());
        String all = page.select(".found").text().replaceAll("\\D", "");
        while (true) {
            shown.addAll(page.select("main table tbody th a").eachAttr("href"));
            if (page.select("a[rel=next]").isEmpty()) {
                break;
            }
            page = Jsoup.parse(
                    visitor.sees(page.select("a[rel=next]").attr("href")).body());
        }
        List<String> known = engine.getHistoryService().createHistoricProcessInstanceQuery().list().stream()
                .filter(process -> !List.of(DiagramIds.TELL_PEOPLE, DiagramIds.DELIVER_COPY)
                        .contains(process.getProcessDefinitionKey()))
                .sorted(Comparator.comparing(HistoricProcessInstance::getStartTime)
                        .thenComparing(HistoricProcessInstance::getId)
                        .reversed())
                .map(process -> "/audit/" + AuditedInspections.address(process))
                .toList();
        assertThat(shown).hasSize(Integer.parseInt(all)).containsExactlyElementsOf(known);
    }

    @ParameterizedTest
    @CsvSource({
        "PUT, /history/user-operation/{operation}/set-annotation, '{\"annotation\": \"nothing to see\"}'",
        "PUT, /history/user-operation/{operation}/clear-annotation, ",
        "DELETE, /history/process-instance/{inspection}, ",
        "POST, /history/process-instance/delete, '{\"historicProcessInstanceIds\": [\"{inspection}\"]}'",
        "POST, /history/process-instance/set-removal-time, '{\"absoluteRemovalTime\": \"2019-01-01T00:00:00.000+0000\", \"historicProcessInstanceIds\": [\"{inspection}\"]}'",
        "DELETE, /history/process-instance/{inspection}/variable-instances, ",
        "DELETE, /history/variable-instance/{variable}, ",
        "POST, /history/cleanup?immediatelyDue=true, ",
        "DELETE, /deployment/{deployment}?cascade=true, ",
        "DELETE, /process-definition/key/inspection-response?cascade=true, ",
        "PUT, /process-definition/key/inspection-response/history-time-to-live, '{\"historyTimeToLive\": 0}'"
    })
    @DisplayName("can't be changed, not even by an administrator")
    void unchangeable(String method, String path, String json) {
        ProcessInstance inspection = reassignedAndDrafted();
        var operation = engine.getHistoryService()
                .createUserOperationLogQuery()
                .processInstanceId(inspection.getId())
                .list()
                .get(0);
        var variable = engine.getHistoryService()
                .createHistoricVariableInstanceQuery()
                .processInstanceId(inspection.getId())
                .list()
                .get(0);
        String deployment = engine.getRepositoryService()
                .createDeploymentQuery()
                .deploymentName("inspection-response")
                .list()
                .get(0)
                .getId();
        java.util.function.UnaryOperator<String> fill = text -> text == null
                ? null
                : text.replace("{operation}", operation.getOperationId())
                        .replace("{inspection}", inspection.getId())
                        .replace("{variable}", variable.getId())
                        .replace("{deployment}", deployment);
        for (String address : new String[] {"/engine-rest", "/engine-rest/engine/default"}) {
            assertThat(visitor.asks(
                                    "camunda-admin",
                                    Staff.password("camunda-admin"),
                                    method,
                                    address + fill.apply(path),
                                    fill.apply(json))
                            .statusCode())
                    .isEqualTo(403);
        }
    }
}
