package uk.opcc.inspectionresponse.oversight.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import uk.opcc.inspectionresponse.OfficeServer;
import uk.opcc.inspectionresponse.Staff;
import uk.opcc.inspectionresponse.TheOffice;
import uk.opcc.inspectionresponse.Visitor;

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
                .contains("<td>managers</td>", "assigned", "assignee: none → policy-officer")
                .contains("policy-officer", "completed", "findings next: none")
                .contains("staff-officer", "comments next: submit", "Submit the Chief Constable");
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
        assertThat(csv.body().lines()).first().isEqualTo("\"when\",\"user\",\"name\",\"action\",\"on\",\"detail\"");
        assertThat(csv.body()).contains("\"staff-officer\"", "\"completed\"");
        assertThat(AuditCsv.cell("=1+1")).isEqualTo("\"'=1+1\"");
        assertThat(AuditCsv.cell("@a \"b\"")).isEqualTo("\"'@a \"\"b\"\"\"");
        assertThat(AuditCsv.cell("plain")).isEqualTo("\"plain\"");
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
