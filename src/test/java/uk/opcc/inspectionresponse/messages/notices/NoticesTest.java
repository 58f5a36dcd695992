package uk.opcc.inspectionresponse.messages.notices;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static uk.opcc.inspectionresponse.TheOffice.MANAGER;
import static uk.opcc.inspectionresponse.TheOffice.POLICY_OFFICER;
import static uk.opcc.inspectionresponse.TheOffice.json;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.runtime.Incident;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import uk.opcc.inspectionresponse.OfficeMail;
import uk.opcc.inspectionresponse.ScriptedMailServer;
import uk.opcc.inspectionresponse.ScriptedMailServer.Step;
import uk.opcc.inspectionresponse.TestClock;
import uk.opcc.inspectionresponse.TheOffice;

/** Nora and Omar are policy officers, Mina is a manager; their colleagues have no address. */
@OfficeMail
@DisplayName("People are told of their tasks:")
class NoticesTest {

    private static final int PORT = OfficeMail.Port.NUMBER;
    private static final String PROCESS = "tell-people";
    private static final String NORA = "nora";
    private static final String OMAR = "omar";
    private static final String GRACE = "grace";
    private static final String MINA = "mina";

    private final IdentityService identity;
    private final RepositoryService repository;
    private final RuntimeService runtime;
    private final TaskService tasks;
    private final ManagementService jobs;
    private final TheOffice office;
    private final TestClock clock;
    private final JdbcTemplate database;
    private final Preferences preferences;
    private final Notices notices;

    @Autowired
    NoticesTest(
            ProcessEngine engine, TestClock clock, JdbcTemplate database, Preferences preferences, Notices notices) {
        this.identity = engine.getIdentityService();
        this.repository = engine.getRepositoryService();
        this.runtime = engine.getRuntimeService();
        this.tasks = engine.getTaskService();
        this.jobs = engine.getManagementService();
        this.office = new TheOffice(engine);
        this.clock = clock;
        this.database = database;
        this.preferences = preferences;
        this.notices = notices;
    }

    @BeforeEach
    void threeHaveAnAddress() {
        clock.moveTo(LocalDate.parse("2018-07-20"), LocalTime.of(10, 0));
        employ(NORA, "policy-officers");
        employ(OMAR, "policy-officers");
        employ(MINA, "managers");
    }

    private void employ(String name, String group) {
        User user = identity.newUser(name);
        user.setFirstName(name);
        user.setEmail(name + "@opcc.example");
        identity.saveUser(user);
        identity.createMembership(name, group);
    }

    @AfterEach
    void nothingIsLeft() {
        identity.createUserQuery().list().stream()
                .filter(user -> user.getEmail() != null)
                .forEach(user -> identity.deleteUser(user.getId()));
        // With each goes what it has called.
        runtime.createProcessInstanceQuery()
                .rootProcessInstances()
                .list()
                .forEach(instance -> runtime.deleteProcessInstance(instance.getId(), "the test has ended"));
        database.update("delete from notice");
    }

    @Test
    @DisplayName("each member of the group once when a task comes, with a link, and nothing of what the report says")
    void arrival() {
        ProcessInstance inspection = office.registers("Custody – a review", "2018-07-19");
        Task task = office.task(inspection, "record-findings");

        List<Received> mails = received(this::tell);

        assertThat(mails).extracting(Received::to).containsExactlyInAnyOrder(NORA, OMAR);
        assertThat(mails).allSatisfy(mail -> {
            assertThat(mail.subject()).isEqualTo("To do: Record the findings and recommendations: Custody – a review");
            assertThat(mail.text())
                    .contains("Custody – a review", "Due: Wednesday 25 July 2018")
                    .contains("Reference: " + inspection.getBusinessKey().replace('-', '/'))
                    .contains("publishing the response: Wednesday 12 September 2018")
                    .contains("/notices/tasks/" + task.getId())
                    .contains("/notices");
        });
        assertThat(received(this::tell)).isEmpty();
        assertThat(runtime.createProcessInstanceQuery()
                        .processDefinitionKey(PROCESS)
                        .count())
                .isZero();
    }

    @Test
    @DisplayName("not again where somebody goes on with the task later, gives it to others, or takes it back")
    void notTwice() {
        ProcessInstance inspection = office.registers("Custody", "2018-07-19");
        received(this::tell);

        for (int times = 0; times < 2; times++) {
            office.completes(
                    POLICY_OFFICER,
                    inspection,
                    "record-findings",
                    Map.of("findings", json(Map.of("keyFindings", "Secret.")), "findingsNext", "later"));
            String task = office.task(inspection, "record-findings").getId();
            for (String person : List.of(NORA, OMAR, NORA)) {
                tasks.setAssignee(task, person);
            }
            tasks.setAssignee(task, null);
        }

        assertThat(received(this::tell)).isEmpty();
    }

    @Test
    @DisplayName("again where a response is sent back: that is new work")
    void sentBack() {
        preferences.choose(OMAR, Preference.NONE);
        ProcessInstance inspection = office.hasDrafted("Custody", "2018-07-19");
        received(this::tell);

        office.sendsBack(inspection, "drafter", "Secret reasons.");

        assertThat(received(this::tell)).singleElement().satisfies(mail -> {
            assertThat(mail.to()).isEqualTo(NORA);
            assertThat(mail.subject()).startsWith("To do: Draft");
            assertThat(mail.text()).doesNotContain("Secret", "I welcome", "We welcome", "What was found");
        });
    }

    @Test
    @DisplayName("the assignee alone where somebody is given the task, once")
    void assigned() {
        ProcessInstance inspection = office.registers("Custody", "2018-07-19");
        received(this::tell);
        employ("zoe", "policy-officers");
        String task = office.task(inspection, "record-findings").getId();

        tasks.setAssignee(task, "zoe");
        tasks.setAssignee(task, NORA);
        tasks.setAssignee(task, "zoe");

        assertThat(received(this::tell)).extracting(Received::to).containsExactly("zoe");
    }

    @Test
    @DisplayName("the others of the group, each time that somebody leaves who had claimed the task")
    void claimedBySomebodyWhoLeaves() {
        ProcessInstance inspection = office.registers("Custody", "2018-07-19");
        String task = office.task(inspection, "record-findings").getId();
        received(this::tell);

        for (String leaver : List.of("zoe", "ziad")) {
            employ(leaver, "policy-officers");
            tasks.claim(task, leaver);
            List<Received> mails = received(() -> {
                identity.deleteUser(leaver);
                tell();
            });
            assertThat(office.task(inspection, "record-findings").getAssignee()).isNull();
            assertThat(mails).extracting(Received::to).containsExactlyInAnyOrder(NORA, OMAR);
            assertThat(mails).allSatisfy(mail -> {
                assertThat(mail.subject())
                        .isEqualTo("No longer claimed: Record the findings and recommendations: Custody");
                assertThat(mail.text())
                        .contains("The person who had claimed this task can no longer do it", "/notices/tasks/" + task);
            });
        }
    }

    @Test
    @DisplayName("in one mail of what comes together")
    void together() {
        preferences.choose(OMAR, Preference.NONE);
        ProcessInstance inspection = office.hasDrafted("Custody", "2018-07-19");
        received(this::tell);

        office.approves(inspection);

        assertThat(received(this::tell)).singleElement().satisfies(mail -> {
            assertThat(mail.to()).isEqualTo(NORA);
            assertThat(mail.subject()).isEqualTo("5 tasks for you");
            for (Task task : office.tasks(inspection)) {
                assertThat(mail.text()).contains("/notices/tasks/" + task.getId());
            }
        });
    }

    @Test
    @DisplayName("not of a task that was completed before the mail could be sent")
    void overtaken() {
        ProcessInstance inspection = office.registers("Custody", "2018-07-19");
        office.recordsNoRecommendations(inspection);

        assertThat(received(this::tell))
                .hasSize(2)
                .extracting(Received::subject)
                .allMatch(subject -> subject.startsWith("To do: Submit the Chief Constable's comments"));
    }

    @Test
    @DisplayName("a reminder three days before a task is due, not a day sooner, once, and not when it is done")
    void reminder() {
        office.registers("Open", "2018-07-19");
        ProcessInstance done = office.registers("Done", "2018-07-19");
        received(this::tell);

        clock.moveTo(LocalDate.parse("2018-07-21"), LocalTime.of(8, 0));
        assertThat(received(this::morning)).isEmpty();
        preferences.choose(NORA, Preference.NONE);
        preferences.choose(OMAR, Preference.NONE);
        office.recordsNoRecommendations(done);
        preferences.choose(NORA, Preference.AT_ONCE);
        preferences.choose(OMAR, Preference.AT_ONCE);

        clock.moveTo(LocalDate.parse("2018-07-22"), LocalTime.of(8, 0));
        assertThat(received(this::morning)).hasSize(2).allSatisfy(mail -> {
            assertThat(mail.subject()).isEqualTo("Due soon: Record the findings and recommendations: Open");
            assertThat(mail.text()).contains("Due: Wednesday 25 July 2018").doesNotContain("Done");
        });
        assertThat(received(this::morning)).isEmpty();
        clock.moveTo(LocalDate.parse("2018-07-23"), LocalTime.of(8, 0));
        assertThat(received(this::morning)).isEmpty();
    }

    @Test
    @DisplayName("the Chief Constable's office of another invited date, each time, and in time before that one")
    void moved() {
        employ(GRACE, "chief-constables-office");
        ProcessInstance inspection = office.registers("Custody", "2018-07-19");
        office.recordsNoRecommendations(inspection);
        received(this::tell);
        clock.moveTo(LocalDate.parse("2018-08-05"), LocalTime.of(8, 0));
        assertThat(ofGrace(this::morning)).extracting(Received::subject).containsExactly(dueSoon());

        for (int day : List.of(20, 29)) {
            moves(inspection, "2018-08-" + day);
            assertThat(ofGrace(this::tell)).singleElement().satisfies(mail -> {
                assertThat(mail.subject())
                        .isEqualTo("Due on another day: Submit the Chief Constable's comments: Custody");
                assertThat(mail.text()).contains("This task is now due on another day:", day + " August 2018");
            });
        }
        clock.moveTo(LocalDate.parse("2018-08-25"), LocalTime.of(8, 0));
        assertThat(ofGrace(this::morning)).isEmpty();
        clock.moveTo(LocalDate.parse("2018-08-26"), LocalTime.of(8, 0));
        assertThat(ofGrace(this::morning)).extracting(Received::subject).containsExactly(dueSoon());
        assertThat(ofGrace(this::morning)).isEmpty();
    }

    private List<Received> ofGrace(Runnable work) {
        return received(work).stream().filter(mail -> mail.to().equals(GRACE)).toList();
    }

    private static String dueSoon() {
        return "Due soon: Submit the Chief Constable's comments: Custody";
    }

    private void moves(ProcessInstance inspection, String day) {
        office.completes(
                TheOffice.POLICY_OFFICER,
                inspection,
                "submit-comments",
                Map.of("commentsNext", "move", "commentsInvitedBy", day));
    }

    @Test
    @DisplayName("no reminder of a task that came with less time than that, or is late already")
    void noReminder() {
        clock.moveTo(LocalDate.parse("2018-07-22"), LocalTime.of(10, 0));
        office.registers("Short", "2018-07-19");
        office.registers("Late", "2018-05-01");
        received(this::tell);

        clock.moveTo(LocalDate.parse("2018-07-23"), LocalTime.of(8, 0));
        assertThat(received(this::morning)).isEmpty();
    }

    @Test
    @DisplayName("the managers of the escalation on day 50, once")
    void escalation() {
        ProcessInstance inspection = office.registers("Custody", "2018-07-19");
        received(this::tell);
        clock.moveTo(LocalDate.parse("2018-09-06"), LocalTime.of(8, 59));
        assertThat(office.timerFiresNow(inspection)).isFalse();
        clock.moveTo(LocalDate.parse("2018-09-06"), LocalTime.of(9, 0));
        office.timerFiresNow(inspection);

        assertThat(received(this::tell)).singleElement().satisfies(mail -> {
            assertThat(mail.to()).isEqualTo(MINA);
            assertThat(mail.subject()).isEqualTo("Escalated, not published yet: Custody");
            assertThat(mail.text())
                    .contains("Today is day 50 of 56")
                    .contains("/notices/tasks/"
                            + office.task(inspection, "chase-outstanding-work").getId());
        });

        office.completes(MANAGER, inspection, "chase-outstanding-work", Map.of("escalationNext", "watch"));
        assertThat(received(this::tell)).isEmpty();
    }

    @Test
    @DisplayName("in one mail in the morning who prefers that, of what is still open, and not when there is nothing")
    void digest() {
        preferences.choose(NORA, Preference.DAILY);
        preferences.choose(OMAR, Preference.NONE);
        office.registers("Custody", "2018-07-19");
        office.registers("Stalking", "2018-07-19");
        office.recordsNoRecommendations(office.registers("Vetting", "2018-07-19"));
        assertThat(received(this::tell)).isEmpty();

        clock.moveTo(LocalDate.parse("2018-07-21"), LocalTime.of(8, 0));
        assertThat(received(this::morning)).singleElement().satisfies(mail -> {
            assertThat(mail.to()).isEqualTo(NORA);
            assertThat(mail.subject()).isEqualTo("3 tasks for you");
            assertThat(mail.text())
                    .contains("3 new tasks:", "Custody", "Stalking", "Vetting", "Submit the Chief Constable")
                    .containsOnlyOnce("Vetting");
        });
        assertThat(received(this::morning)).isEmpty();
    }

    @Test
    @DisplayName("nobody without an address, and then nothing is set going")
    void noAddress() {
        for (String person : List.of(NORA, OMAR, MINA)) {
            User user = identity.createUserQuery().userId(person).singleResult();
            user.setEmail(person.equals(NORA) ? "not an address" : null);
            identity.saveUser(user);
        }
        office.registers("Custody", "2018-07-19");
        assertThat(runtime.createProcessInstanceQuery()
                        .processDefinitionKey(PROCESS)
                        .count())
                .isZero();
        assertThat(database.queryForList("select * from notice")).isEmpty();
        identity.deleteUser(NORA);
        identity.deleteUser(OMAR);
        identity.deleteUser(MINA);
    }

    @Test
    @DisplayName("nobody while the process is suspended, and everybody's work goes on")
    void suspended() {
        repository.suspendProcessDefinitionByKey(PROCESS);
        try {
            assertThatCode(() -> office.registers("Custody", "2018-07-19")).doesNotThrowAnyException();
            assertThat(database.queryForList("select * from notice")).isEmpty();
        } finally {
            repository.activateProcessDefinitionByKey(PROCESS);
        }
    }

    @Test
    @DisplayName("once where the mail server was down: tried again with growing pauses, and nobody's task waits")
    void down() {
        ProcessInstance inspection = office.registers("Custody", "2018-07-19");
        assertThat(office.waitsAt(inspection)).containsExactly("record-findings");
        List<Duration> pauses = new ArrayList<>();
        for (int tries = 0; tries < 4; tries++) {
            assertThatThrownBy(() -> jobs.executeJob(job().getId()))
                    .isInstanceOf(NoticesNotSent.class)
                    .hasMessageContaining("no connection to the mail server");
            Instant next = job().getDuedate().toInstant();
            pauses.add(Duration.between(clock.instant(), next));
            clock.moveTo(next);
        }
        assertThat(pauses).isSorted().doesNotHaveDuplicates();

        assertThat(received(this::tell)).extracting(Received::to).containsExactlyInAnyOrder(NORA, OMAR);
        assertThat(received(this::tell)).isEmpty();
    }

    @Test
    @DisplayName("not, and there is an incident that says what to do, where the mail server does not come back")
    void incident() {
        office.registers("Custody", "2018-07-19");
        while (job().getRetries() > 0) {
            assertThatThrownBy(() -> jobs.executeJob(job().getId())).isInstanceOf(NoticesNotSent.class);
        }
        Incident incident = runtime.createIncidentQuery()
                .processInstanceId(job().getProcessInstanceId())
                .singleResult();
        assertThat(incident.getIncidentMessage()).contains("MAIL_HOST", "Tasklist in any case");
    }

    @Test
    @DisplayName(
            "later, all of them, where there is no connection: it is not tried for each, and others' jobs come first")
    void noConnection() {
        office.registers("Custody", "2018-07-19");
        AtomicInteger tries = new AtomicInteger();
        try (ScriptedMailServer server = ScriptedMailServer.at(PORT)) {
            server.answering((step, line) -> {
                tries.incrementAndGet();
                return ScriptedMailServer.DROPS;
            });
            assertThatThrownBy(() -> jobs.executeJob(job().getId())).isInstanceOf(NoticesNotSent.class);
            assertThat(tries).hasValue(1);
            server.answering((step, line) -> null);
            jobs.executeJob(job().getId());
            assertThat(server.received()).hasSize(2);
        }
    }

    @Test
    @DisplayName("the others, where the server wants one of them later")
    void oneLater() {
        office.registers("Custody", "2018-07-19");
        try (ScriptedMailServer server = ScriptedMailServer.at(PORT)) {
            server.answering(
                    (step, line) -> step == Step.RECIPIENT && line.contains(NORA) ? "451 4.7.1 come back later" : null);
            assertThatThrownBy(() -> jobs.executeJob(job().getId())).isInstanceOf(NoticesNotSent.class);
            assertThat(server.received()).hasSize(1);
            server.answering((step, line) -> null);
            jobs.executeJob(job().getId());
            assertThat(server.received()).hasSize(2);
        }
        assertThat(states()).containsExactly("accepted", "accepted");
    }

    @Test
    @DisplayName("never a second time where the server had all of the mail and did not answer")
    void doubtful() {
        preferences.choose(OMAR, Preference.NONE);
        office.registers("Custody", "2018-07-19");
        try (ScriptedMailServer server = ScriptedMailServer.at(PORT)
                .answering((step, line) -> step == Step.MAIL ? ScriptedMailServer.DROPS : null)) {
            tell();
            assertThat(server.received()).hasSize(1);
            assertThat(states()).containsExactly("doubtful");
            server.answering((step, line) -> null);
            clock.moveTo(LocalDate.parse("2018-07-21"), LocalTime.of(8, 0));
            morning();
            assertThat(server.received()).hasSize(1);
        }
    }

    @Test
    @DisplayName("the others, where the server refuses the address of one")
    void refused() {
        office.registers("Custody", "2018-07-19");
        try (ScriptedMailServer server = ScriptedMailServer.at(PORT)
                .answering((step, line) ->
                        step == Step.RECIPIENT && line.contains(NORA) ? "550 5.1.1 no such mailbox" : null)) {
            tell();
            assertThat(server.received())
                    .singleElement()
                    .satisfies(mail -> assertThat(mail.text()).contains("To: " + OMAR));
        }
        assertThat(states()).containsExactlyInAnyOrder("accepted", "refused");
    }

    @Test
    @DisplayName("once where a second node is given the job while the first is still at it")
    void twoNodes() {
        preferences.choose(OMAR, Preference.NONE);
        office.registers("Custody", "2018-07-19");
        String job = job().getId();
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
            assertThatThrownBy(() -> jobs.executeJob(job)).isInstanceOf(ProcessEngineException.class);
            assertThat(second).hasNullValue();
            assertThat(server.received()).hasSize(1);
        }
        assertThat(states()).containsExactly("accepted");
    }

    @Test
    @DisplayName("once where two nodes have read the same mail and both begin")
    void race() {
        preferences.choose(OMAR, Preference.NONE);
        office.registers("Custody", "2018-07-19");
        String job = job().getId();
        try (ScriptedMailServer server = ScriptedMailServer.at(PORT)) {
            server.answering((step, line) -> {
                if (step == Step.GREETED) {
                    // The other node is faster, between this one's reading and its claim.
                    server.answering((again, same) -> null);
                    jobs.executeJob(job);
                }
                return null;
            });
            assertThatThrownBy(() -> jobs.executeJob(job)).isInstanceOf(ProcessEngineException.class);
            assertThat(server.received()).hasSize(1);
        }
        assertThat(states()).containsExactly("accepted");
    }

    @Test
    @DisplayName("not again after the application was killed while the mail was on its way")
    void killed() {
        preferences.choose(OMAR, Preference.NONE);
        office.registers("Custody", "2018-07-19");
        String mail = notices.mailsOf(job().getProcessInstanceId()).get(0);
        assertThat(notices.begins(mail, 1)).isTrue();

        assertThat(received(this::tell)).isEmpty();

        assertThat(states()).containsExactly("doubtful");
    }

    /** Lets the jobs run that send. */
    private void tell() {
        for (Job job : jobs.createJobQuery()
                .processDefinitionKey(PROCESS)
                .messages()
                .executable()
                .list()) {
            jobs.executeJob(job.getId());
        }
    }

    /** What comes every morning. */
    private void morning() {
        jobs.executeJob(jobs.createJobQuery()
                .processDefinitionKey(PROCESS)
                .timers()
                .singleResult()
                .getId());
        tell();
        tell();
    }

    private Job job() {
        return jobs.createJobQuery().processDefinitionKey(PROCESS).messages().singleResult();
    }

    private List<String> states() {
        return database.queryForList("select state from notice", String.class);
    }

    private record Received(String to, String subject, String text) {}

    private List<Received> received(Runnable work) {
        GreenMail server = new GreenMail(new ServerSetup(PORT, "localhost", ServerSetup.PROTOCOL_SMTP));
        server.start();
        try {
            work.run();
            return Arrays.stream(server.getReceivedMessages())
                    .map(NoticesTest::read)
                    .toList();
        } finally {
            server.stop();
        }
    }

    private static Received read(MimeMessage message) {
        try {
            return new Received(
                    message.getAllRecipients()[0].toString().replace("@opcc.example", ""),
                    message.getSubject(),
                    ((MimeMultipart) message.getContent())
                            .getBodyPart(0)
                            .getContent()
                            .toString());
        } catch (IOException | MessagingException e) {
            throw new AssertionError(e);
        }
    }
}
