package uk.opcc.inspectionresponse.platform.people;

import java.util.List;
import java.util.Optional;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.Task;
import org.springframework.stereotype.Component;
import uk.opcc.inspectionresponse.process.AsApplication;

/** The tasks that are to be done, whoever asks: whether the person may see them is not decided here. */
@Component
public class WhoseTasks {

    private final TaskService tasks;
    private final AsApplication application;

    WhoseTasks(TaskService tasks, AsApplication application) {
        this.tasks = tasks;
        this.application = application;
    }

    /** Whether there is such a task, and nobody has completed it. */
    public boolean has(String task) {
        return application.ask(() -> tasks.createTaskQuery().taskId(task).count() == 1);
    }

    /** Who has claimed a task; nobody if there is no such task. */
    public Optional<String> assigneeOf(String task) {
        return application.ask(
                () -> Optional.ofNullable(tasks.createTaskQuery().taskId(task).singleResult())
                        .map(Task::getAssignee));
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
