package uk.opcc.inspectionresponse.platform.people;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.history.HistoricTaskInstance;
import org.camunda.bpm.engine.history.UserOperationLogEntry;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.springframework.stereotype.Component;
import uk.opcc.inspectionresponse.platform.refusal.InputRefused;
import uk.opcc.inspectionresponse.platform.refusal.Problem;
import uk.opcc.inspectionresponse.platform.refusal.RequestRefused;
import uk.opcc.inspectionresponse.process.AsApplication;
import uk.opcc.inspectionresponse.statutory.WrittenMoment;

/** The tasks that are to be done, whoever asks: whether the person may see them is not decided here. */
@Component
public class WhoseTasks {

    /** As the engine has it of a task that somebody completed. */
    private static final String COMPLETED = "completed";

    private final TaskService tasks;
    private final HistoryService history;
    private final RepositoryService repository;
    private final People people;
    private final DecidedInTask decided;
    private final Clock clock;
    private final AsApplication application;

    WhoseTasks(
            TaskService tasks,
            HistoryService history,
            RepositoryService repository,
            People people,
            DecidedInTask decided,
            Clock clock,
            AsApplication application) {
        this.tasks = tasks;
        this.history = history;
        this.repository = repository;
        this.people = people;
        this.decided = decided;
        this.clock = clock;
        this.application = application;
    }

    /** Whether there is such a task, and nobody has completed it. */
    public boolean has(String task) {
        return application.ask(() -> tasks.createTaskQuery().taskId(task).count() == 1);
    }

    /**
     * What is answered to somebody who asks for a task that is not open to them; who has completed it is said to those
     * for whom it was.
     */
    public RequestRefused notOpen(String task, String asker) {
        return new RequestRefused(Problem.ofInput(
                HttpServletResponse.SC_NOT_FOUND,
                application
                        .ask(() -> Optional.ofNullable(history.createHistoricTaskInstanceQuery()
                                .taskId(task)
                                .finished()
                                .singleResult()))
                        .filter(ended -> wasFor(ended, asker))
                        .map(this::whatBecameOf)
                        .orElse("This task is not open to you: somebody may have completed it already."),
                "task"));
    }

    private String whatBecameOf(HistoricTaskInstance ended) {
        String when = WrittenMoment.asOf(ended.getEndTime().toInstant(), clock.instant());
        return COMPLETED.equals(ended.getDeleteReason())
                ? "This task is done: "
                        + whoCompleted(ended)
                                .map(person -> people.nameOf(person) + " completed it")
                                .orElse("it was completed")
                        + " (" + when + ")."
                        + decided.of(ended)
                                .map(words -> " The decision was: " + words + ".")
                                .orElse("")
                : "This task is no longer needed (since " + when + ").";
    }

    /** Who may not have claimed it before. */
    private Optional<String> whoCompleted(HistoricTaskInstance ended) {
        return application
                .ask(() -> history
                        .createUserOperationLogQuery()
                        .taskId(ended.getId())
                        .operationType(UserOperationLogEntry.OPERATION_TYPE_COMPLETE)
                        .list()
                        .stream())
                .map(UserOperationLogEntry::getUserId)
                .filter(Objects::nonNull)
                .findFirst()
                .or(() -> Optional.ofNullable(ended.getAssignee()));
    }

    private boolean wasFor(HistoricTaskInstance ended, String asker) {
        return asker != null
                && (people.seesAll(asker)
                        || groupsOf(ended).stream().anyMatch(group -> people.isInGroup(asker, group)));
    }

    /** As the diagram has them: nothing else is kept of a task that has ended. */
    private List<String> groupsOf(HistoricTaskInstance ended) {
        ModelElementInstance drawn = application.ask(() -> repository
                .getBpmnModelInstance(ended.getProcessDefinitionId())
                .getModelElementById(ended.getTaskDefinitionKey()));
        return drawn instanceof UserTask task ? task.getCamundaCandidateGroupsList() : List.of();
    }

    /** Who has claimed a task; nobody if there is no such task. */
    public Optional<String> assigneeOf(String task) {
        return application.ask(
                () -> Optional.ofNullable(tasks.createTaskQuery().taskId(task).singleResult())
                        .map(Task::getAssignee));
    }

    /** What is answered to somebody who claims a task that a colleague has claimed; nothing where none has. */
    public Optional<Problem> claimedByAnother(String task, String asker) {
        return assigneeOf(task)
                .filter(assignee -> !assignee.equals(asker))
                .map(assignee -> new InputRefused("assignee", people.claimedBy(assignee)).problem());
    }

    /** The groups that are to do a task; none if there is no such task. */
    public List<String> candidateGroupsOf(String task) {
        return application.ask(() -> tasks.createTaskQuery().taskId(task).count() == 0
                ? List.of()
                : tasks.getIdentityLinksForTask(task).stream()
                        .map(IdentityLink::getGroupId)
                        .filter(group -> group != null)
                        .toList());
    }
}
