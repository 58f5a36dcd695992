package uk.opcc.inspectionresponse.casework.approval;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import uk.opcc.inspectionresponse.OfficeServer;
import uk.opcc.inspectionresponse.Staff;
import uk.opcc.inspectionresponse.TheOffice;
import uk.opcc.inspectionresponse.platform.office.Signatories;
import uk.opcc.inspectionresponse.process.ProcessVariables;
import uk.opcc.inspectionresponse.process.ProcessVariables.Signatory;

@OfficeServer
@DisplayName("Who signs a response")
class SignatoriesOfApprovalsTest {

    private final ProcessEngine engine;
    private final TheOffice office;
    private final Signatories configured;

    @Autowired
    SignatoriesOfApprovalsTest(ProcessEngine engine, Signatories configured) {
        this.engine = engine;
        this.office = new TheOffice(engine);
        this.configured = configured;
    }

    @BeforeEach
    void everybodyIsThere() {
        Staff.employ(engine.getIdentityService());
    }

    @Test
    @DisplayName("is chosen among those whom the office has configured since the task came, after the next start")
    void configuredSince() {
        ProcessInstance inspection = office.hasDrafted("Acting", "2018-07-19");
        assertThat(offered(inspection)).isEqualTo(configured.all().get(0).label());

        start(
                new Signatories.One("Ada Quill", "Acting Commissioner"),
                configured.all().get(0));
        assertThat(names(inspection))
                .containsExactly(
                        "Ada Quill, Acting Commissioner",
                        configured.all().get(0).label());
        // The one who was proposed can still sign.
        assertThat(offered(inspection)).isEqualTo(configured.all().get(0).label());

        start(new Signatories.One("Ada Quill", "Acting Commissioner"));
        assertThat(offered(inspection)).isEqualTo("Ada Quill, Acting Commissioner");

        office.approves(inspection);
        assertThat(office.jsonOf(inspection, "signature"))
                .containsEntry("name", "Ada Quill")
                .containsEntry("title", "Acting Commissioner");
    }

    @Test
    @DisplayName("is asked of nobody where the office has configured none, or the task came with an earlier release")
    void nobody() {
        ProcessInstance inspection = office.hasDrafted("Nobody", "2018-07-19");
        start();
        assertThat(offered(inspection)).isNull();
        office.approves(inspection);
        assertThat(office.jsonOf(inspection, "signature"))
                .doesNotContainKeys("name", "title")
                .containsKey("on");

        ProcessInstance earlier = office.hasDrafted("Earlier", "2018-07-19");
        engine.getRuntimeService().removeVariable(earlier.getId(), "signatories");
        start(new Signatories.One("Ada Quill", "Acting Commissioner"));
        assertThat(engine.getRuntimeService().getVariable(earlier.getId(), "signatories"))
                .isNull();
        office.approves(earlier);
        assertThat(engine.getRuntimeService().getVariable(earlier.getId(), "signature"))
                .isNull();
    }

    /** What happens when the application starts with other settings. */
    private void start(Signatories.One... now) {
        new TellOfSignatories(
                        engine.getTaskService(),
                        engine.getRuntimeService(),
                        new OfferSignatories(new Signatories(List.of(now))))
                .tell();
    }

    private String offered(ProcessInstance inspection) {
        return (String) engine.getRuntimeService().getVariable(inspection.getId(), "signatory");
    }

    private List<String> names(ProcessInstance inspection) {
        return ProcessVariables.SIGNATORIES
                .get(engine.getRuntimeService().getVariablesTyped(inspection.getId(), List.of("signatories"), false))
                .stream()
                .map(Signatory::label)
                .toList();
    }
}
