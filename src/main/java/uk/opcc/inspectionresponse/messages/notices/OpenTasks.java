package uk.opcc.inspectionresponse.messages.notices;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.springframework.stereotype.Component;
import uk.opcc.inspectionresponse.platform.office.References;
import uk.opcc.inspectionresponse.platform.people.People;
import uk.opcc.inspectionresponse.process.ProcessVariable;
import uk.opcc.inspectionresponse.process.ProcessVariables;
import uk.opcc.inspectionresponse.statutory.StatutoryPeriod;

/** The open tasks, as far as a mail may tell of them: nothing of what is in a report or a response. */
@Component
class OpenTasks {

    private final TaskService tasks;
    private final RuntimeService runtime;
    private final RepositoryService repository;
    private final People people;
    private final References references;

    OpenTasks(
            TaskService tasks,
            RuntimeService runtime,
            RepositoryService repository,
            People people,
            References references) {
        this.references = references;
        this.tasks = tasks;
        this.runtime = runtime;
        this.repository = repository;
        this.people = people;
    }

    /** The task, if it is open and still for that person. */
    Optional<OpenTask> find(String id, String person) {
        return Optional.ofNullable(tasks.createTaskQuery().taskId(id).singleResult())
                .filter(task -> isFor(task, person))
                .map(task -> openTask(task, person));
    }

    /** The groups for which the diagram has the task. */
    Collection<String> candidateGroups(Task task) {
        UserTask drawn = repository
                .getBpmnModelInstance(task.getProcessDefinitionId())
                .getModelElementById(task.getTaskDefinitionKey());
        return drawn.getCamundaCandidateGroupsList();
    }

    private boolean isFor(Task task, String person) {
        return person.equals(task.getAssignee())
                || candidateGroups(task).stream().anyMatch(group -> people.isInGroup(person, group));
    }

    private OpenTask openTask(Task task, String person) {
        ProcessInstance inspection = runtime.createProcessInstanceQuery()
                .processInstanceId(task.getProcessInstanceId())
                .singleResult();
        return new OpenTask(
                task.getName(),
                listed(task, ProcessVariables.LISTED_TITLE).orElse(""),
                listed(task, ProcessVariables.LISTED_ITEM)
                        .or(() -> listed(task, ProcessVariables.LISTED_RECOMMENDATION)
                                .map("Recommendation %d"::formatted))
                        .or(() -> listed(task, ProcessVariables.LISTED_DUTY))
                        .orElse(null),
                Optional.ofNullable(inspection.getBusinessKey())
                        .map(references::shown)
                        .orElse(""),
                task.getDueDate() == null
                        ? null
                        : LocalDate.ofInstant(task.getDueDate().toInstant(), StatutoryPeriod.ZONE),
                listed(task, ProcessVariables.LISTED_LAST_DAY)
                        .flatMap(last -> period(inspection, last))
                        .orElse(null),
                task.getAssignee() == null || task.getAssignee().equals(person)
                        ? ""
                        : people.nameOf(task.getAssignee()));
    }

    /** Nothing where the response is published already. */
    private Optional<StatutoryPeriod> period(ProcessInstance inspection, LocalDate last) {
        VariableMap known = runtime.getVariablesTyped(
                inspection.getId(),
                List.of(ProcessVariables.DATE_PUBLISHED.name(), ProcessVariables.PUBLISHED_ON.name()),
                false);
        return ProcessVariables.PUBLISHED_ON.find(known).isPresent()
                ? Optional.empty()
                : Optional.of(StatutoryPeriod.between(
                        ProcessVariables.DATE_PUBLISHED.find(known).orElse(null), last));
    }

    private <T> Optional<T> listed(Task task, ProcessVariable<T> variable) {
        return Optional.ofNullable(tasks.getVariablesLocalTyped(task.getId(), false))
                .flatMap(variable::find);
    }

    /**
     * An open task.
     *
     * @param name as the diagram has it
     * @param title of the inspection report; empty where it has none
     * @param item what the report calls the item that the task is about; null where it is about all of them
     * @param reference of the inspection
     * @param due null where it has no due date
     * @param period in which the response is to be published; null where it is published already
     * @param with the name of the colleague who has claimed it; empty if it is nobody else
     */
    record OpenTask(
            String name,
            String title,
            String item,
            String reference,
            LocalDate due,
            StatutoryPeriod period,
            String with) {}
}
