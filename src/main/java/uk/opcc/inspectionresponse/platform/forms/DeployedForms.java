package uk.opcc.inspectionresponse.platform.forms;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.Task;
import org.springframework.stereotype.Component;
import uk.opcc.inspectionresponse.process.AsApplication;

/** The form of a task or a start, whoever asks: whether the person may see the task is not decided here. */
@Component
class DeployedForms {

    private final FormService forms;
    private final TaskService tasks;
    private final RepositoryService repository;
    private final AsApplication application;
    private final ObjectMapper json;

    DeployedForms(
            FormService forms,
            TaskService tasks,
            RepositoryService repository,
            AsApplication application,
            ObjectMapper json) {
        this.forms = forms;
        this.tasks = tasks;
        this.repository = repository;
        this.application = application;
        this.json = json;
    }

    boolean isTask(String task) {
        return application.ask(() -> tasks.createTaskQuery().taskId(task).count() == 1);
    }

    Optional<String> assigneeOf(String task) {
        return application.ask(
                () -> Optional.ofNullable(tasks.createTaskQuery().taskId(task).singleResult())
                        .map(Task::getAssignee));
    }

    /** The groups that are to do a task; none if there is no such task. */
    List<String> candidateGroupsOf(String task) {
        return application.ask(() -> tasks.createTaskQuery().taskId(task).count() == 0
                ? List.of()
                : tasks.getIdentityLinksForTask(task).stream()
                        .map(IdentityLink::getGroupId)
                        .filter(group -> group != null)
                        .toList());
    }

    /** The form of a task; none if there is no such task, or it has no form. */
    Optional<FormSchema> ofTask(String task) {
        return form(() -> FormSchema.read(json, forms.getDeployedTaskForm(task)));
    }

    /** The start form of a process, by its key or else by the id of one version; none if there is none. */
    Optional<FormSchema> ofStart(String key, String id) {
        return form(() -> {
            ProcessDefinition process = key == null
                    ? repository
                            .createProcessDefinitionQuery()
                            .processDefinitionId(id)
                            .singleResult()
                    : repository
                            .createProcessDefinitionQuery()
                            .processDefinitionKey(key)
                            .latestVersion()
                            .singleResult();
            return process == null ? null : FormSchema.read(json, forms.getDeployedStartForm(process.getId()));
        });
    }

    /**
     * Nothing where there is no such thing; the engine has no exception of its own for that, and a null pointer for a task
     * that somebody completes at this moment.
     */
    private Optional<FormSchema> form(Supplier<FormSchema> question) {
        try {
            return Optional.ofNullable(application.ask(question));
        } catch (ProcessEngineException | NullPointerException e) {
            return Optional.empty();
        }
    }
}
