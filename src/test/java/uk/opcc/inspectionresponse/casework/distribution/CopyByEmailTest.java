package uk.opcc.inspectionresponse.casework.distribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static uk.opcc.inspectionresponse.TheOffice.POLICY_OFFICER;
import static uk.opcc.inspectionresponse.TheOffice.json;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.BodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.runtime.Incident;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import uk.opcc.inspectionresponse.OfficeMail;
import uk.opcc.inspectionresponse.ScriptedMailServer;
import uk.opcc.inspectionresponse.ScriptedMailServer.Step;
import uk.opcc.inspectionresponse.TestClock;
import uk.opcc.inspectionresponse.TheOffice;
import uk.opcc.inspectionresponse.casework.distribution.ResponseMail.State;
import uk.opcc.inspectionresponse.platform.refusal.InputRefused;

/**
 * Nobody gets a mail twice unasked, and no box is ticked for nothing. Whatever else a mail server may do is tried where
 * mails are delivered.
 */
@OfficeMail
@DisplayName("A copy of the response by email")
class CopyByEmailTest {

    private static final int PORT = OfficeMail.Port.NUMBER;
    private static final String HOME_OFFICE = "send-to-home-office";
    private static final Map<String, String> USUAL = Map.of(
            HOME_OFFICE,
            "HMICFRS-responses@homeoffice.example",
            "send-to-hmicfrs",
            "pcc-responses@hmicfrs.example",
            "send-to-chief-constable",
            "chief.constable@norfolk.example",
            "send-to-police-and-crime-panel",
            "police-and-crime-panel@norfolk.example");

    private final ProcessEngine engine;
    private final ManagementService jobs;
    private final TheOffice office;
    private final TestClock clock;
    private final JdbcTemplate database;
    private final ResponseMails mails;

    @Autowired
    CopyByEmailTest(ProcessEngine engine, TestClock clock, JdbcTemplate database, ResponseMails mails) {
        this.engine = engine;
        this.jobs = engine.getManagementService();
        this.office = new TheOffice(engine);
        this.clock = clock;
        this.database = database;
        this.mails = mails;
    }

    @BeforeEach
    void itIsTheDayAfterPublication() {
        clock.moveTo(LocalDate.parse("2018-07-20"), LocalTime.of(10, 0));
    }

    @Test
    @DisplayName("arrives, all four of the 2018 inspection, with the stored bytes, and ticks each box on that day")
    void allFourArrive() throws Exception {
        ProcessInstance inspection = the2018Inspection();
        GreenMail server = new GreenMail(new ServerSetup(PORT, "localhost", ServerSetup.PROTOCOL_SMTP));
        server.start();
        try {
            for (String task : USUAL.keySet()) {
                office.orders(inspection, task, Map.of());
            }
            assertThat(ticks(inspection)).isEmpty();
            clock.moveTo(LocalDate.parse("2018-08-30"), LocalTime.of(23, 30));
            for (Job job : waitingJobs(inspection)) {
                jobs.executeJob(job.getId());
            }

            assertThat(server.getReceivedMessages()).hasSize(4);
            for (MimeMessage message : server.getReceivedMessages()) {
                hasTheStoredBytes(message, inspection);
            }
            assertThat(Arrays.stream(server.getReceivedMessages()).map(CopyByEmailTest::recipient))
                    .containsExactlyInAnyOrderElementsOf(USUAL.values());
        } finally {
            server.stop();
        }
        assertThat(ticks(inspection)).containsOnlyKeys(USUAL.keySet()).containsValue("2018-08-30");
        assertThat(office.waitsAt(inspection)).containsExactly("publish-on-website");
    }

    /** As long and of the same parts as the real one. */
    private ProcessInstance the2018Inspection() {
        ProcessInstance inspection = office.registers(Map.of(
                "title", "Understanding the Difference – the initial police response to hate crime",
                "datePublished", "2018-07-19",
                "inspectionType", "Thematic Inspection"));
        office.recordsRecommendations(
                inspection, "1. Review it within three months.\n\n2. Train people by March 2019.");
        office.checksTheRecommendations(inspection, "right");
        office.submitsComments(inspection, "I welcome it – and accept it.");
        office.explains(inspection, 1, "The review ends in May.");
        office.explains(inspection, 2, "Training has begun.");
        office.drafts(inspection, "“I welcome” the report.");
        office.approves(inspection);
        return inspection;
    }

    private void hasTheStoredBytes(MimeMessage message, ProcessInstance inspection) throws Exception {
        ResponseMail sent = mails.of(inspection.getBusinessKey()).stream()
                .filter(mail -> mail.recipients().equals(recipient(message)))
                .findFirst()
                .orElseThrow();
        assertThat(message.getMessageID()).isEqualTo(sent.messageId()).endsWith("@opcc-norfolk.example>");
        assertThat(message.getFrom()[0]).hasToString("OPCC Norfolk <responses@opcc-norfolk.example>");
        assertThat(message.getSubject()).isEqualTo(sent.subject()).contains("Understanding the Difference – the");
        assertThat(sent.state()).isEqualTo(State.ACCEPTED);
        assertThat(sent.reply()).startsWith("250");

        MimeMultipart parts = (MimeMultipart) message.getContent();
        assertThat(parts.getBodyPart(0).getContent().toString().replace("\r\n", "\n"))
                .isEqualTo(sent.text());
        assertThat(parts.getCount() - 1).isEqualTo(sent.attachments().size());
        for (int part = 1; part < parts.getCount(); part++) {
            BodyPart file = parts.getBodyPart(part);
            ResponseMail.Attachment recorded = sent.attachments().get(part - 1);
            byte[] stored = database.queryForObject(
                    "select content from approved_response where reference = ? and format = ? and sha256 = ?",
                    byte[].class,
                    inspection.getBusinessKey(),
                    recorded.format().extension(),
                    recorded.sha256());
            assertThat(file.getFileName())
                    .isEqualTo(recorded.fileName())
                    .endsWith("-response." + recorded.format().extension());
            assertThat(file.getContentType()).startsWith(recorded.format().contentType());
            assertThat(file.getInputStream().readAllBytes()).isEqualTo(stored);
        }
    }

    private static String recipient(MimeMessage message) {
        return GreenMailUtil.getAddressList(getRecipients(message));
    }

    private static jakarta.mail.Address[] getRecipients(MimeMessage message) {
        try {
            return message.getAllRecipients();
        } catch (jakarta.mail.MessagingException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    @DisplayName("waits while the mail server is down for an hour, and is sent once it is there, once")
    void downForAnHour() {
        ProcessInstance inspection = office.hasApproved("Down", "2018-07-19");
        office.orders(inspection, HOME_OFFICE, Map.of());
        String messageId = last(inspection).messageId();
        Instant up = clock.instant().plus(Duration.ofHours(1));
        int tries = 0;
        while (clock.instant().isBefore(up)) {
            assertThatThrownBy(() -> executes(inspection))
                    .hasMessageContaining("no connection to the mail server")
                    .hasMessageContaining("nobody has received it");
            tries++;
            assertThat(ticks(inspection)).isEmpty();
            assertThat(last(inspection).state()).isEqualTo(State.QUEUED);
            clock.moveTo(job(inspection).getDuedate().toInstant());
        }
        assertThat(tries).isGreaterThan(3);

        try (ScriptedMailServer server = ScriptedMailServer.at(PORT)) {
            executes(inspection);
            assertThat(server.received())
                    .extracting(ScriptedMailServer.Received::messageId)
                    .containsExactly(messageId);
        }
        assertThat(last(inspection).state()).isEqualTo(State.ACCEPTED);
        assertThat(ticks(inspection)).containsOnlyKeys(HOME_OFFICE);
        assertThat(office.waitsAt(inspection)).doesNotContain(HOME_OFFICE);
        assertThat(what(inspection)).startsWith("queued", "not-sent").endsWith("sending", "accepted");
    }

    @Test
    @DisplayName("is outstanding with the application, for the managers, while it waits for the mail server on day 50")
    void escalated() {
        ProcessInstance inspection = office.hasApproved("Escalated", "2018-07-19");
        office.orders(inspection, HOME_OFFICE, Map.of());
        assertThatThrownBy(() -> executes(inspection)).isInstanceOf(MailNotSent.class);
        clock.moveTo(LocalDate.parse("2018-09-06"), LocalTime.of(9, 0));

        office.timerFiresNow(inspection);

        assertThat(office.jsonOf(inspection, "escalation").get("outstanding").toString())
                .contains("task=Deliver the copy to the Home Office, with=the application, which will try again")
                .contains("due=2018-09-12", "Publish on the OPCC's website");
    }

    @Test
    @DisplayName("is an incident that says what to do where the server does not come back for a day")
    void incident() {
        ProcessInstance inspection = office.hasApproved("Incident", "2018-07-19");
        office.orders(inspection, HOME_OFFICE, Map.of());
        while (job(inspection).getRetries() > 0) {
            assertThatThrownBy(() -> executes(inspection)).isInstanceOf(MailNotSent.class);
            Job job = job(inspection);
            clock.moveTo(
                    job.getDuedate() == null
                            ? clock.instant()
                            : job.getDuedate().toInstant());
        }
        Incident incident = engine.getRuntimeService()
                .createIncidentQuery()
                .processInstanceId(inspection.getId())
                .singleResult();
        assertThat(incident.getActivityId()).isEqualTo("deliver-to-home-office");
        Incident cause = engine.getRuntimeService()
                .createIncidentQuery()
                .incidentId(incident.getRootCauseIncidentId())
                .singleResult();
        assertThat(cause.getIncidentMessage()).contains("MAIL_HOST", "increment the number of retries", "nobody");

        try (ScriptedMailServer server = ScriptedMailServer.at(PORT)) {
            jobs.setJobRetries(job(inspection).getId(), 1);
            executes(inspection);
            assertThat(server.received()).hasSize(1);
        }
    }

    @Test
    @DisplayName("goes to nobody where one recipient is refused, and back to a person, who puts it right")
    void oneIsRefused() {
        ProcessInstance inspection = office.hasApproved("Refused", "2018-07-19");
        office.orders(inspection, HOME_OFFICE, Map.of("address", "right@office.example; wrong@office.example"));
        try (ScriptedMailServer server = ScriptedMailServer.at(PORT)
                .answering((step, line) ->
                        step == Step.RECIPIENT && line.contains("wrong@") ? "550 5.1.1 no such mailbox" : null)) {
            executes(inspection);
            assertThat(server.received()).isEmpty();
            assertThat(ticks(inspection)).isEmpty();
            assertThat(last(inspection).state()).isEqualTo(State.REFUSED);
            assertThat(problem(inspection)).contains("\"doubtful\":false", "no such mailbox", "right@office.example");

            office.orders(inspection, HOME_OFFICE, Map.of("address", "right@office.example"));
            executes(inspection);
            assertThat(server.received()).hasSize(1);
        }
        assertThat(ticks(inspection)).containsOnlyKeys(HOME_OFFICE);
    }

    @Test
    @DisplayName("is tried again where the server wants it later, and its box is ticked when the server has it")
    void triedAgain() {
        ProcessInstance inspection = office.hasApproved("Tried again", "2018-07-19");
        office.orders(inspection, HOME_OFFICE, Map.of());
        try (ScriptedMailServer server = ScriptedMailServer.at(PORT)
                .answering((step, line) -> step == Step.MAIL ? "451 4.3.0 come back later" : null)) {
            assertThatThrownBy(() -> executes(inspection)).isInstanceOf(MailNotSent.class);
            assertThat(server.received()).isEmpty();
            assertThat(last(inspection).state()).isEqualTo(State.QUEUED);
            assertThat(ticks(inspection)).isEmpty();

            server.answering((step, line) -> null);
            executes(inspection);
            assertThat(server.received()).hasSize(1);
        }
        assertThat(ticks(inspection)).containsOnlyKeys(HOME_OFFICE);
    }

    @Test
    @DisplayName("goes back to a person where the server refuses the mail itself")
    void mailIsRefused() {
        ProcessInstance inspection = office.hasApproved("Too large", "2018-07-19");
        office.orders(inspection, HOME_OFFICE, Map.of());
        try (ScriptedMailServer server = ScriptedMailServer.at(PORT)
                .answering((step, line) -> step == Step.MAIL ? "552 5.3.4 too large" : null)) {
            executes(inspection);
            assertThat(server.received()).isEmpty();
        }
        assertThat(problem(inspection)).contains("\"doubtful\":false", "too large");
        assertThat(ticks(inspection)).isEmpty();
    }

    @Test
    @DisplayName("is never sent again by itself where the server had all of it and did not answer: a person finds out")
    void doubtful() {
        ProcessInstance arrived = office.hasApproved("It arrived", "2018-07-19");
        ProcessInstance again = office.hasApproved("Again", "2018-07-19");
        ProcessInstance another = office.hasApproved("Another way", "2018-07-19");
        List<ProcessInstance> all = List.of(arrived, again, another);
        all.forEach(inspection -> office.orders(inspection, HOME_OFFICE, Map.of()));
        try (ScriptedMailServer server = ScriptedMailServer.at(PORT)
                .answering((step, line) -> step == Step.MAIL ? ScriptedMailServer.DROPS : null)) {
            for (ProcessInstance inspection : all) {
                executes(inspection);
                assertThat(last(inspection).state()).isEqualTo(State.DOUBTFUL);
                assertThat(problem(inspection))
                        .contains("\"doubtful\":true", last(inspection).messageId());
                assertThat(ticks(inspection)).isEmpty();
                assertThat(waitingJobs(inspection)).isEmpty();
            }
            assertThat(server.received()).hasSize(3);

            server.answering((step, line) -> null);
            clock.moveTo(LocalDate.parse("2018-07-22"), LocalTime.of(9, 0));
            assertThatThrownBy(() -> office.completes(POLICY_OFFICER, arrived, HOME_OFFICE, found("arrived", "")))
                    .rootCause()
                    .hasMessageContaining("Note: fill this in.");
            office.completes(POLICY_OFFICER, arrived, HOME_OFFICE, found("arrived", "Ms Hall rang: it is there."));
            office.completes(POLICY_OFFICER, another, HOME_OFFICE, found("another", "By courier."));
            office.orders(again, HOME_OFFICE, Map.of("found", "again"));
            String second = last(again).messageId();
            executes(again);

            assertThat(server.received())
                    .hasSize(4)
                    .last()
                    .extracting(ScriptedMailServer.Received::messageId)
                    .isEqualTo(second);
        }
        assertThat(ticks(arrived)).containsEntry(HOME_OFFICE, "2018-07-20");
        assertThat(ticks(again)).containsEntry(HOME_OFFICE, "2018-07-22");
        assertThat(ticks(another)).containsEntry(HOME_OFFICE, "2018-07-22");
        assertThat(what(arrived)).containsExactly("queued", "sending", "doubtful", "arrived");
        assertThat(what(again))
                .containsExactlyInAnyOrder("queued", "sending", "doubtful", "again", "queued", "sending", "accepted");
    }

    private static Map<String, Object> found(String what, String note) {
        return Map.of("distribution", json(Map.of("found", what, "note", note)));
    }

    @Test
    @DisplayName("is not sent by a second node that is given the job while the first is still at it")
    void twoNodes() {
        ProcessInstance inspection = office.hasApproved("Two nodes", "2018-07-19");
        office.orders(inspection, HOME_OFFICE, Map.of());
        String job = job(inspection).getId();
        AtomicReference<Throwable> second = new AtomicReference<>();
        try (ScriptedMailServer server = ScriptedMailServer.at(PORT).answering((step, line) -> {
            if (step == Step.MAIL) {
                try {
                    jobs.executeJob(job);
                } catch (RuntimeException e) {
                    second.set(e);
                }
            }
            return null;
        })) {
            assertThatThrownBy(() -> jobs.executeJob(job)).isInstanceOf(OptimisticLockingException.class);
            assertThat(second).hasNullValue();
            assertThat(server.received()).hasSize(1);
        }

        assertThat(what(inspection)).containsExactly("queued", "sending", "doubtful", "accepted");
        assertThat(ticks(inspection)).isEmpty();
        assertThatThrownBy(() -> office.orders(inspection, HOME_OFFICE, Map.of("found", "again")))
                .rootCause()
                .hasMessageContaining("it has accepted the email");
        office.completes(POLICY_OFFICER, inspection, HOME_OFFICE, found("arrived", "The mail server says so."));
        assertThat(ticks(inspection)).containsOnlyKeys(HOME_OFFICE);
    }

    @Test
    @DisplayName("is not sent a second time where it was accepted and the job was rolled back after that")
    void rolledBack() {
        ProcessInstance inspection = office.hasApproved("Rolled back", "2018-07-19");
        office.orders(inspection, HOME_OFFICE, Map.of());
        mails.begins(last(inspection).messageId());
        mails.accepted(last(inspection).messageId(), "250 taken over");
        clock.moveTo(LocalDate.parse("2018-07-21"), LocalTime.of(0, 10));

        executes(inspection);

        assertThat(ticks(inspection)).containsEntry(HOME_OFFICE, "2018-07-20");
    }

    /** What somebody may send who does not use the form. */
    enum Bad {
        NO_ADDRESS("distribution.address", Map.of("address", "")),
        A_NAME("distribution.address", Map.of("address", "Home Office")),
        A_NAME_AND_AN_ADDRESS("distribution.address", Map.of("address", "Home Office, a@b.example")),
        A_LINE_END_IN_AN_ADDRESS("distribution.address", Map.of("address", "a@b.example\nBcc: c@d.example")),
        TWENTY_ONE_ADDRESSES("distribution.address", Map.of("address", many())),
        NO_SUBJECT("distribution.subject", Map.of("subject", " ")),
        A_HEADER_IN_THE_SUBJECT("distribution.subject", Map.of("subject", "Hello\r\nBcc: c@d.example")),
        A_LINE_END_IN_THE_SUBJECT("distribution.subject", Map.of("subject", "Hello\nthere")),
        A_LONG_SUBJECT("distribution.subject", Map.of("subject", "x".repeat(251))),
        NO_TEXT("distribution.text", Map.of("text", "")),
        ANOTHER_ATTACHMENT("distribution.attachments", Map.of("attachments", "html")),
        NO_ATTACHMENT("distribution.attachments", Map.of("attachments", "")),
        ANOTHER_WAY("distribution.way", Map.of("way", "pigeon")),
        NOTHING_TO_FIND_OUT("distribution.way", Map.of("way", "", "found", "arrived")),
        ARRIVED_UNSENT("distribution.way", Map.of("way", "arrived")),
        NO_NOTE("distribution.note", Map.of("way", "another", "note", " ")),
        SENT_TOMORROW("distribution.doneOn", Map.of("way", "another", "note", "Post.", "doneOn", "2018-07-21"));

        private final String field;
        private final Map<String, String> fields;

        Bad(String field, Map<String, String> fields) {
            this.field = field;
            this.fields = fields;
        }

        private static String many() {
            StringBuilder addresses = new StringBuilder();
            for (int number = 0; number < 21; number++) {
                addresses.append(number).append("@office.example,");
            }
            return addresses.toString();
        }
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("is refused, and nothing is queued, with")
    void refused(Bad bad) {
        if (approved == null) {
            approved = office.hasApproved("Bad input", "2018-07-19");
        }
        assertThatThrownBy(() -> office.orders(approved, HOME_OFFICE, bad.fields))
                .rootCause()
                .isInstanceOf(InputRefused.class)
                .extracting("field")
                .isEqualTo(bad.field);
        assertThat(mails.of(approved.getBusinessKey())).isEmpty();
    }

    private static ProcessInstance approved;

    private void executes(ProcessInstance inspection) {
        jobs.executeJob(job(inspection).getId());
    }

    /** The job that sends; others, such as that of the join, run on the way. */
    private Job job(ProcessInstance inspection) {
        return waitingJobs(inspection).stream()
                .max(Comparator.comparing(Job::getCreateTime))
                .orElseThrow();
    }

    private List<Job> waitingJobs(ProcessInstance inspection) {
        return office.sendingJobs(inspection);
    }

    private ResponseMail last(ProcessInstance inspection) {
        return mails.last(inspection.getBusinessKey(), HOME_OFFICE).orElseThrow();
    }

    private String problem(ProcessInstance inspection) {
        return engine.getTaskService()
                .getVariable(office.task(inspection, HOME_OFFICE).getId(), "sendingProblem")
                .toString();
    }

    private List<String> what(ProcessInstance inspection) {
        return mails.events(inspection.getBusinessKey()).stream()
                .map(event -> event.type().word())
                .toList();
    }

    private Map<String, String> ticks(ProcessInstance inspection) {
        return database
                .query(
                        "select box, done_on from office_use where reference = ?",
                        (row, number) -> Map.entry(row.getString(1), row.getString(2)),
                        inspection.getBusinessKey())
                .stream()
                .collect(java.util.stream.Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
