package uk.opcc.inspectionresponse.platform.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import uk.opcc.inspectionresponse.OfficeServer;
import uk.opcc.inspectionresponse.Staff;
import uk.opcc.inspectionresponse.TheOffice;
import uk.opcc.inspectionresponse.Visitor;

@OfficeServer
@DisplayName("A task that a colleague has claimed")
class ClaimedTaskTest {

    private static final String FINDINGS = """
            {"variables": {
                "findings": {"type": "Json", "value": "{\\"keyFindings\\": \\"Mine.\\"}"},
                "findingsNext": {"value": "none"}}}""";

    private final ProcessEngine engine;
    private final TheOffice office;
    private final int port;

    @Autowired
    ClaimedTaskTest(ProcessEngine engine, @LocalServerPort int port) {
        this.engine = engine;
        this.office = new TheOffice(engine);
        this.port = port;
    }

    @BeforeEach
    void everybodyIsEmployed() {
        Staff.employ(engine.getIdentityService());
    }

    @ParameterizedTest(name = "is not completed by {1}, over {0}")
    @CsvSource({
        "complete, policy-officers",
        "submit-form, policy-officers",
        "complete, camunda-admin",
        "submit-form, managers",
        "resolve, policy-officers"
    })
    void byNobodyElse(String how, String user) {
        ProcessInstance inspection = office.registers("Custody", "2026-10-10");
        String task = office.task(inspection, "record-findings").getId();
        engine.getTaskService().claim(task, TheOffice.SECOND_POLICY_OFFICER);

        HttpResponse<String> answer = new Visitor(port)
                .asks(user, Staff.password(user), "POST", "/engine-rest/task/" + task + "/" + how, FINDINGS);

        assertThat(answer.statusCode()).as(answer.body()).isBetween(400, 409);
        if (List.of("policy-officers").contains(user) && !how.equals("resolve")) {
            assertThat(answer.body()).contains("This task has been claimed by second-policy-officer");
        }
        assertThat(office.task(inspection, "record-findings").getAssignee()).isEqualTo(TheOffice.SECOND_POLICY_OFFICER);
        assertThat(engine.getTaskService().getVariable(task, "findings")).isNull();
    }
}
