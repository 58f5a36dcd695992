package uk.opcc.inspectionresponse.casework.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import uk.opcc.inspectionresponse.OfficeServer;
import uk.opcc.inspectionresponse.TheOffice;
import uk.opcc.inspectionresponse.casework.distribution.ResponseMail.EventType;
import uk.opcc.inspectionresponse.casework.distribution.ResponseMail.State;
import uk.opcc.inspectionresponse.publishing.archive.ApprovedResponses;

@OfficeServer
@DisplayName("Without a mail server a copy")
class WithoutMailServerTest {

    private static final String HOME_OFFICE = "send-to-home-office";

    private final ProcessEngine engine;
    private final TheOffice office;
    private final ResponseMails mails;
    private final ApprovedResponses approved;
    private final TellOfMailServer tell;

    @Autowired
    WithoutMailServerTest(
            ProcessEngine engine, ResponseMails mails, ApprovedResponses approved, TellOfMailServer tell) {
        this.engine = engine;
        this.office = new TheOffice(engine);
        this.mails = mails;
        this.approved = approved;
        this.tell = tell;
    }

    @Test
    @DisplayName("becomes a file, and its box stays empty until a person says that the file was sent")
    void file() {
        ProcessInstance inspection = office.hasApproved("Filed", "2018-07-19");
        String reference = inspection.getBusinessKey();
        assertThat(mailServer(inspection)).isEqualTo(false);

        office.mails(inspection, HOME_OFFICE);
        assertThat(approved.ticks(reference, 1)).isEmpty();
        assertThat(mails.last(reference, HOME_OFFICE).orElseThrow().state()).isEqualTo(State.WRITTEN);
        assertThat(office.waitsAt(inspection)).contains(HOME_OFFICE);
        // A choice that stood there would make another file, by a click too many.
        assertThat(office.letter(inspection, HOME_OFFICE, Map.of())).doesNotContainKey("way");

        office.distributes(inspection, HOME_OFFICE);
        assertThat(approved.ticks(reference, 1)).containsOnlyKeys(HOME_OFFICE);
        assertThat(office.waitsAt(inspection)).doesNotContain(HOME_OFFICE);
        assertThat(mails.events(reference))
                .extracting(ResponseMail.Event::type)
                .containsExactly(EventType.QUEUED, EventType.SENDING, EventType.WRITTEN, EventType.ANOTHER);
    }

    @Test
    @DisplayName("that a person sent from the file, and that came back, says so, and becomes another file")
    void cameBack() {
        ProcessInstance inspection = office.hasApproved("Bounced", "2018-07-19");
        String reference = inspection.getBusinessKey();
        office.mails(inspection, HOME_OFFICE);
        office.distributes(inspection, HOME_OFFICE);

        ProcessInstance again = office.recordsThatItCameBack(reference, "home-office", "Mailbox full");
        assertThat(mails.last(reference, HOME_OFFICE).orElseThrow().state()).isEqualTo(State.CAME_BACK);
        assertThat(office.problem(again, "send-the-copy-again"))
                .containsEntry("kind", "came-back")
                .containsEntry("what", "Mailbox full");
        office.mails(again, "send-the-copy-again");
        assertThat(office.problem(again, "send-the-copy-again")).containsEntry("kind", "written");
        office.distributes(again, "send-the-copy-again");
        assertThat(approved.ticks(reference, 1)).containsOnlyKeys(HOME_OFFICE);
    }

    @Test
    @DisplayName("says so in the form, also where there was one when the task came")
    void taskOfBefore() {
        ProcessInstance inspection = office.hasApproved("Before", "2018-07-19");
        String task = office.task(inspection, HOME_OFFICE).getId();
        engine.getTaskService().setVariable(task, "mailServer", true);

        tell.tell();

        assertThat(mailServer(inspection)).isEqualTo(false);
    }

    private Object mailServer(ProcessInstance inspection) {
        return engine.getTaskService()
                .getVariable(office.task(inspection, HOME_OFFICE).getId(), "mailServer");
    }
}
