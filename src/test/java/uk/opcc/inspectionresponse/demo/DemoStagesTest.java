package uk.opcc.inspectionresponse.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ActiveProfiles;
import uk.opcc.inspectionresponse.casework.distribution.ResponseMail;
import uk.opcc.inspectionresponse.casework.distribution.ResponseMails;

@SpringBootTest(properties = "spring.datasource.url=jdbc:h2:mem:demo")
@ActiveProfiles("demo")
@Import(WholeDemo.class)
@DisplayName("The demo")
class DemoStagesTest {

    private final TaskService tasks;
    private final RuntimeService runtime;
    private final HistoryService history;
    private final IdentityService identity;
    private final DemoData demo;
    private final ResponseMails mails;

    @Autowired
    DemoStagesTest(
            TaskService tasks,
            RuntimeService runtime,
            HistoryService history,
            IdentityService identity,
            DemoData demo,
            ResponseMails mails) {
        this.mails = mails;
        this.tasks = tasks;
        this.runtime = runtime;
        this.history = history;
        this.identity = identity;
        this.demo = demo;
    }

    @Test
    @DisplayName(
            "has an open task at every user task of the diagram, an escalated inspection, one in time and one late")
    void everyStage() {
        Set<String> drawn = Bpmn.readModelFromFile(
                        Path.of("processes/inspection-response.bpmn").toFile())
                .getModelElementsByType(UserTask.class)
                .stream()
                .map(UserTask::getId)
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(open()).isEqualTo(drawn);
        assertThat(runtime.createProcessInstanceQuery()
                        .variableValueEquals("escalated", true)
                        .count())
                .isPositive();
        for (boolean inTime : new boolean[] {true, false}) {
            // The last mails are jobs of their own.
            await().untilAsserted(() -> assertThat(history.createHistoricProcessInstanceQuery()
                            .completed()
                            .variableValueEquals("inTime", inTime)
                            .count())
                    .as("finished, in time: %s", inTime)
                    .isPositive());
        }
    }

    @Test
    @DisplayName("has mails that became files, as no mail server is configured, each one that every mail program opens")
    void mails() throws IOException {
        List<ResponseMail> sent = mails.of("demo-distribution");
        assertThat(sent).hasSize(1);
        for (ResponseMail mail : sent) {
            await().untilAsserted(() -> assertThat(mails.of("demo-distribution"))
                    .extracting(ResponseMail::reply)
                    .allMatch(reply -> reply != null && reply.startsWith("written to ")));
            try (Stream<Path> files = Files.list(Path.of("target/mail"))) {
                assertThat(files.filter(file -> file.toString()
                                        .contains(mail.messageId().substring(1, 30)))
                                .toList())
                        .hasSize(1)
                        .allSatisfy(file -> assertThat(Files.readString(file, StandardCharsets.US_ASCII))
                                .contains("Message-ID: " + mail.messageId(), "-response.pdf", "From: OPCC Norfolk"));
            }
        }
    }

    @Test
    @DisplayName("has somebody for every open task, so that no role's list is empty")
    void everybodyHasWork() {
        for (DemoUser user : DemoUser.ALL) {
            List<String> groups = identity.createGroupQuery().groupMember(user.name()).list().stream()
                    .map(group -> group.getId())
                    .toList();
            if (!groups.contains("process-owners")) {
                assertThat(tasks.createTaskQuery()
                                .taskCandidateGroupIn(groups)
                                .includeAssignedTasks()
                                .count())
                        .as(user.name())
                        .isPositive();
            }
        }
    }

    @Test
    @DisplayName("does nothing when it is brought in a second time")
    void notTwice() {
        long inspections = history.createHistoricProcessInstanceQuery().count();
        long steps = history.createHistoricTaskInstanceQuery().count();

        demo.makeAll();

        assertThat(history.createHistoricProcessInstanceQuery().count()).isEqualTo(inspections);
        assertThat(history.createHistoricTaskInstanceQuery().count()).isEqualTo(steps);
    }

    private Set<String> open() {
        return tasks.createTaskQuery().list().stream()
                .map(Task::getTaskDefinitionKey)
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
