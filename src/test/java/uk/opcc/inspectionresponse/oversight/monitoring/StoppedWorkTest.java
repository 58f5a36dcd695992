package uk.opcc.inspectionresponse.oversight.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import uk.opcc.inspectionresponse.OfficeServer;
import uk.opcc.inspectionresponse.Staff;
import uk.opcc.inspectionresponse.TheOffice;
import uk.opcc.inspectionresponse.Visitor;
import uk.opcc.inspectionresponse.platform.office.References;

@OfficeServer
@ExtendWith(OutputCaptureExtension.class)
@DisplayName("An escalation that will never come")
class StoppedWorkTest {

    private final ManagementService jobs;
    private final LogStoppedWork log;
    private final TheOffice office;
    private final ProcessEngine engine;
    private final References references;
    private final int port;
    private ProcessInstance inspection;
    private Job escalation;

    @Autowired
    StoppedWorkTest(ProcessEngine engine, LogStoppedWork log, References references, @LocalServerPort int port) {
        this.references = references;
        this.engine = engine;
        this.jobs = engine.getManagementService();
        this.log = log;
        this.office = new TheOffice(engine);
        this.port = port;
    }

    @BeforeEach
    void itHasNoRetriesLeft() {
        Staff.employ(engine.getIdentityService());
        inspection = office.registers("Custody", "2018-07-19");
        escalation = office.timer(inspection);
        jobs.setJobRetries(escalation.getId(), 0);
    }

    @AfterEach
    void itIsStartedAgain() {
        if (office.timer(inspection) != null) {
            jobs.setJobRetries(escalation.getId(), 1);
        }
        assertThat(health().body()).isEqualTo("{\"status\":\"UP\"}");
    }

    private HttpResponse<String> health() {
        Visitor monitoring = new Visitor(port);
        return monitoring.asks(monitoring.request("/actuator/health"));
    }

    @Test
    @DisplayName("is told by the health, which no balancer takes for an outage")
    void health200() {
        assertThat(health().statusCode()).isEqualTo(200);
        assertThat(health().body()).isEqualTo("{\"status\":\"ATTENTION\"}");
    }

    @Test
    @DisplayName("stands in the log, once")
    void log(CapturedOutput output) {
        log.look();
        log.look();
        assertThat(output.getOut().split("Work has stopped and is not tried again", -1))
                .hasSize(2);
        assertThat(output.getOut())
                .contains("09:00 on the day of escalation of " + inspection.getBusinessKey())
                .contains(escalation.getId());
    }

    @Test
    @DisplayName("is shown to managers beside the inspections")
    void page() {
        Visitor manager = new Visitor(port);
        manager.signsIn("managers", Staff.password("managers"));
        assertThat(manager.sees("/audit").body())
                .contains("Work that has stopped", "09:00 on the day of escalation")
                .contains("<th scope=\"row\">" + references.shown(inspection.getBusinessKey()) + "</th>");
    }

    @Test
    @DisplayName("does not stop a colleague who is refused from trying: the job keeps its retries")
    void refused() {
        jobs.setJobRetries(escalation.getId(), 3);
        Visitor colleague = new Visitor(port);
        for (String role : Staff.ROLES.keySet()) {
            if (!role.equals("camunda-admin")) {
                assertThat(colleague
                                .asks(
                                        role,
                                        Staff.password(role),
                                        "POST",
                                        "/engine-rest/job/" + escalation.getId() + "/execute",
                                        null)
                                .statusCode())
                        .isEqualTo(403);
            }
        }
        assertThat(office.timer(inspection).getRetries()).isEqualTo(3);
        assertThat(office.timerFiresNow(inspection)).isTrue();
    }
}
