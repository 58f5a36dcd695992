package uk.opcc.inspectionresponse.casework.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import uk.opcc.inspectionresponse.OfficeServer;
import uk.opcc.inspectionresponse.Staff;
import uk.opcc.inspectionresponse.TheOffice;
import uk.opcc.inspectionresponse.Visitor;
import uk.opcc.inspectionresponse.platform.people.Groups;

@OfficeServer
@DisplayName("The list of inspections of which a copy was sent")
class SentToChooseTest {

    private final ProcessEngine engine;
    private final TheOffice office;
    private final int port;

    @Autowired
    SentToChooseTest(ProcessEngine engine, @LocalServerPort int port) {
        this.engine = engine;
        this.office = new TheOffice(engine);
        this.port = port;
    }

    @BeforeEach
    void oneWasSent() {
        Staff.employ(engine.getIdentityService());
        ProcessInstance sent = office.hasApproved("Sent to the Home Office", "2018-07-19");
        office.distributes(sent, "send-to-home-office");
        office.hasApproved("Sent to nobody", "2018-07-19");
    }

    @Test
    @DisplayName("offers a policy officer those of which one was sent, and no others")
    void policyOfficer() {
        assertThat(seenBy(Groups.POLICY_OFFICERS))
                .contains("Sent to the Home Office")
                .doesNotContain("Sent to nobody");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {Groups.CHIEF_CONSTABLES_OFFICE, Groups.COMMUNICATIONS, Groups.PROCESS_OWNERS, Groups.MANAGERS})
    @DisplayName("is empty for whoever may not send one again")
    void nobodyElse(String role) {
        assertThat(seenBy(role)).isEqualTo("[]");
    }

    private String seenBy(String role) {
        Visitor visitor = new Visitor(port);
        visitor.signsIn(role, Staff.password(role));
        return visitor.sees("/camunda/api/office/inspections/sent").body();
    }
}
