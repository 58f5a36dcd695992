package uk.opcc.inspectionresponse.casework.distribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import uk.opcc.inspectionresponse.OfficeMail;
import uk.opcc.inspectionresponse.ScriptedMailServer;
import uk.opcc.inspectionresponse.ScriptedMailServer.Step;
import uk.opcc.inspectionresponse.TheOffice;
import uk.opcc.inspectionresponse.casework.distribution.ResponseMail.State;
import uk.opcc.inspectionresponse.platform.refusal.InputRefused;
import uk.opcc.inspectionresponse.publishing.archive.ApprovedResponses;

@OfficeMail
@DisplayName("A copy that came back")
class SendCopyAgainTest {

    private static final String HOME_OFFICE = "send-to-home-office";

    private final TheOffice office;
    private final ResponseMails mails;
    private final ApprovedResponses approved;

    @Autowired
    SendCopyAgainTest(ProcessEngine engine, ResponseMails mails, ApprovedResponses approved) {
        this.office = new TheOffice(engine);
        this.mails = mails;
        this.approved = approved;
    }

    @Test
    @DisplayName("is recorded and sent again to another address after the end, and its box is empty meanwhile")
    void afterTheEnd() throws Exception {
        ProcessInstance inspection = office.hasApproved("Custody", "2026-10-10");
        String reference = inspection.getBusinessKey();
        try (ScriptedMailServer server = ScriptedMailServer.at(OfficeMail.Port.NUMBER)) {
            office.mails(inspection, HOME_OFFICE);
            List.of(
                            "send-to-hmicfrs",
                            "publish-on-website",
                            "send-to-chief-constable",
                            "send-to-police-and-crime-panel")
                    .forEach(task -> office.distributes(inspection, task));
            assertThat(office.valueOf(inspection, "inTime")).isNotNull();
            assertThat(office.tasks(inspection)).isEmpty();
            assertThat(approved.ticks(reference, 1)).containsKey(HOME_OFFICE);

            ProcessInstance again = cameBack(reference, "home-office", "550 5.1.1 no such mailbox");
            assertThat(approved.ticks(reference, 1))
                    .doesNotContainKey(HOME_OFFICE)
                    .hasSize(4);
            assertThat(mails.last(reference, HOME_OFFICE).orElseThrow().state()).isEqualTo(State.CAME_BACK);
            assertThat(office.waitsAt(again)).containsExactly("send-the-copy-again");
            assertThat(office.valueOf(again, "publishedOn"))
                    .as("no day to publish by, as it is published")
                    .isEqualTo(office.valueOf(inspection, "publishedOn"));
            assertThat(office.problem(again, "send-the-copy-again"))
                    .containsEntry("kind", "came-back")
                    .containsEntry("what", "550 5.1.1 no such mailbox")
                    .containsEntry("doubtful", false);

            office.orders(again, "send-the-copy-again", Map.of("address", "right@homeoffice.example"));
            office.jobsRun(again);
            assertThat(office.tasks(again)).isEmpty();
            assertThat(server.received()).hasSize(2);
            assertThat(approved.ticks(reference, 1)).containsKey(HOME_OFFICE);
            assertThat(mails.last(reference, HOME_OFFICE).orElseThrow())
                    .satisfies(mail -> assertThat(mail.state()).isEqualTo(State.ACCEPTED))
                    .satisfies(mail -> assertThat(mail.recipients()).isEqualTo("right@homeoffice.example"))
                    .satisfies(mail -> assertThat(mail.number()).isEqualTo(2));
        }
    }

    @Test
    @DisplayName("is sent again while the others are still to be sent, also by hand, and may come back again")
    void meanwhile() {
        ProcessInstance inspection = office.hasApproved("Custody", "2026-10-10");
        String reference = inspection.getBusinessKey();
        office.distributes(inspection, HOME_OFFICE);
        for (String what : List.of("The post returned it.", "They say it did not arrive.")) {
            ProcessInstance again = cameBack(reference, "home-office", what);
            assertThat(approved.ticks(reference, 1)).isEmpty();
            assertThat(office.valueOf(again, "lastLawfulDay")).isEqualTo("2026-12-04");
            assertThatThrownBy(() -> cameBack(reference, "home-office", "Again."))
                    .isInstanceOf(InputRefused.class)
                    .hasMessageContaining("Whose copy: this copy is not recorded as sent");
            office.completes(
                    TheOffice.POLICY_OFFICER,
                    again,
                    "send-the-copy-again",
                    Map.of("distribution", TheOffice.json(Map.of("way", "another", "note", "By hand."))));
            assertThat(office.tasks(again)).isEmpty();
            assertThat(approved.ticks(reference, 1)).containsOnlyKeys(HOME_OFFICE);
        }
        assertThat(office.waitsAt(inspection)).hasSize(4).doesNotContain(HOME_OFFICE);
    }

    @ParameterizedTest(name = "says what came back, and not what was before, where the email {0}")
    @CsvSource({
        "was refused and the copy posted, 550 5.1.1 no such mailbox, another, By post.",
        "may have arrived and the copy was sent in a portal, drops the connection, another, Portal."
    })
    void notTheEarlierStory(String how, String answer, String way, String note) {
        ProcessInstance inspection = office.hasApproved("Custody", "2026-10-10");
        String reference = inspection.getBusinessKey();
        boolean doubtful = answer.equals(ScriptedMailServer.DROPS);
        try (ScriptedMailServer server = ScriptedMailServer.at(OfficeMail.Port.NUMBER)
                .answering((step, line) -> step == (doubtful ? Step.MAIL : Step.RECIPIENT) ? answer : null)) {
            office.mails(inspection, HOME_OFFICE);
            office.completes(
                    TheOffice.POLICY_OFFICER,
                    inspection,
                    HOME_OFFICE,
                    Map.of("distribution", TheOffice.json(Map.of(doubtful ? "found" : "way", way, "note", note))));
            ProcessInstance again = cameBack(reference, "home-office", "Royal Mail: gone away");
            assertThat(office.problem(again, "send-the-copy-again"))
                    .containsEntry("kind", "came-back")
                    .containsEntry("what", "Royal Mail: gone away")
                    .containsEntry("doubtful", false);
            assertThat(office.letter(again, "send-the-copy-again", Map.of())).containsEntry("way", "e-mail");

            office.mails(again, "send-the-copy-again");
            assertThat(office.problem(again, "send-the-copy-again"))
                    .as("of the email that was sent since")
                    .containsEntry("kind", doubtful ? "doubtful" : "refused");

            server.answering((step, line) -> null);
            office.orders(again, "send-the-copy-again", doubtful ? Map.of("found", "again") : Map.of());
            office.jobsRun(again);
            assertThat(office.tasks(again)).isEmpty();
            assertThat(approved.ticks(reference, 1)).containsOnlyKeys(HOME_OFFICE);
        }
    }

    @Test
    @DisplayName("of which a person had found out that it had arrived is no longer said to have arrived")
    void afterAll() {
        ProcessInstance inspection = office.hasApproved("Custody", "2026-10-10");
        String reference = inspection.getBusinessKey();
        try (ScriptedMailServer server = ScriptedMailServer.at(OfficeMail.Port.NUMBER)
                .answering((step, line) -> step == Step.MAIL ? ScriptedMailServer.DROPS : null)) {
            office.mails(inspection, HOME_OFFICE);
            assertThat(server.received()).hasSize(1);
        }
        office.completes(
                TheOffice.POLICY_OFFICER,
                inspection,
                HOME_OFFICE,
                Map.of("distribution", TheOffice.json(Map.of("found", "arrived", "note", "Ms Hall rang."))));
        assertThat(mails.last(reference, HOME_OFFICE).orElseThrow().state()).isEqualTo(State.ARRIVED);

        cameBack(reference, "home-office", "It was another email.");
        assertThat(mails.last(reference, HOME_OFFICE).orElseThrow().state()).isEqualTo(State.CAME_BACK);
    }

    @Test
    @DisplayName("says the same where it was never emailed, and what came back of each")
    void byPost() {
        ProcessInstance inspection = office.hasApproved("Custody", "2026-10-10");
        office.distributes(inspection, HOME_OFFICE);
        for (String what : List.of("Gone away.", "Not called for.")) {
            ProcessInstance again = cameBack(inspection.getBusinessKey(), "home-office", what);
            assertThat(office.problem(again, "send-the-copy-again"))
                    .containsEntry("kind", "came-back")
                    .containsEntry("what", what);
            office.distributes(again, "send-the-copy-again");
        }
    }

    @Test
    @DisplayName("is recorded once, where two officers record it at the same moment")
    void atOneMoment() throws Exception {
        ProcessInstance inspection = office.hasApproved("Custody", "2026-10-10");
        String reference = inspection.getBusinessKey();
        office.distributes(inspection, HOME_OFFICE);
        ExecutorService officers = Executors.newFixedThreadPool(4);
        try {
            List<Future<ProcessInstance>> all =
                    officers.invokeAll(Collections.nCopies(4, () -> cameBack(reference, "home-office", "Gone away.")));
            int recorded = 0;
            for (Future<ProcessInstance> one : all) {
                try {
                    one.get();
                    recorded++;
                } catch (ExecutionException e) {
                    assertThat(e).rootCause().hasMessageContaining("this copy is not recorded as sent");
                }
            }
            assertThat(recorded).isOne();
        } finally {
            officers.shutdownNow();
        }
    }

    @Test
    @DisplayName("is refused in words for an inspection that there is not, and for a copy that was not sent")
    void refused() {
        ProcessInstance inspection = office.hasApproved("Custody", "2026-10-10");
        assertThatThrownBy(() -> cameBack("2026-10-10-nothing", "hmicfrs", "Gone."))
                .isInstanceOf(InputRefused.class)
                .hasMessageContaining("Inspection: there is none with this reference");
        assertThatThrownBy(() -> cameBack(inspection.getBusinessKey(), "hmicfrs", "Gone."))
                .isInstanceOf(InputRefused.class)
                .hasMessageContaining("this copy is not recorded as sent");
    }

    private ProcessInstance cameBack(String reference, String copy, String what) {
        return office.recordsThatItCameBack(reference, copy, what);
    }
}
