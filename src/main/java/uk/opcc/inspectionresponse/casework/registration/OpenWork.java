package uk.opcc.inspectionresponse.casework.registration;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.model.bpmn.instance.CatchEvent;
import org.camunda.bpm.model.bpmn.instance.TimerEventDefinition;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import uk.opcc.inspectionresponse.platform.tasks.TaskIsDueOnAnotherDay;
import uk.opcc.inspectionresponse.process.ProcessVariables;

/** The open tasks of an inspection and the timer of its escalation, which follow where its dates have moved. */
@Component
class OpenWork {

    /** As the diagram has the due date of a task: the variable that holds it. */
    private static final Pattern VARIABLE = Pattern.compile("\\$\\{\\s*(\\w+)\\s*}");

    private final RepositoryService repository;
    private final RuntimeService runtime;
    private final TaskService tasks;
    private final ManagementService jobs;
    private final ApplicationEventPublisher events;

    OpenWork(
            RepositoryService repository,
            RuntimeService runtime,
            TaskService tasks,
            ManagementService jobs,
            ApplicationEventPublisher events) {
        this.repository = repository;
        this.runtime = runtime;
        this.tasks = tasks;
        this.jobs = jobs;
        this.events = events;
    }

    /**
     * Gives the open tasks and the timer the dates that the variables of the inspection have now.
     *
     * @param lastLawfulDay as it is now
     * @param isEscalationTakenBack whether the tasks are ordinary ones again
     * @return which tasks were due on which day before, and on which they are now
     */
    Map<Map.Entry<String, LocalDate>, LocalDate> follow(
            String inspection, LocalDate lastLawfulDay, boolean isEscalationTakenBack) {
        Map<Map.Entry<String, LocalDate>, LocalDate> moved = new HashMap<>();
        for (Task task : tasks.createTaskQuery().processInstanceId(inspection).list()) {
            drawn(task).ifPresent(drawn -> moveDueDate(task, drawn, moved));
            if (tasks.getVariableLocal(task.getId(), ProcessVariables.LISTED_LAST_DAY.name()) != null) {
                tasks.setVariableLocal(
                        task.getId(),
                        ProcessVariables.LISTED_LAST_DAY.name(),
                        ProcessVariables.LISTED_LAST_DAY.engineValue(lastLawfulDay));
            }
            if (isEscalationTakenBack) {
                tasks.setPriority(task.getId(), WorkOutTheDates.ORDINARY_PRIORITY);
            }
        }
        if (runtime.getVariable(inspection, ProcessVariables.ESCALATION_AT.name()) instanceof Date escalation) {
            escalations(inspection).forEach(timer -> jobs.setJobDuedate(timer.getId(), escalation));
        }
        return moved;
    }

    /** The timers by which the inspection is still to be escalated: one, or none where it has been. */
    List<Job> escalations(String inspection) {
        return jobs.createJobQuery().processInstanceId(inspection).timers().list().stream()
                .filter(this::isOfEscalation)
                .toList();
    }

    private void moveDueDate(Task task, UserTask drawn, Map<Map.Entry<String, LocalDate>, LocalDate> moved) {
        Optional.ofNullable(drawn.getCamundaDueDate())
                .map(VARIABLE::matcher)
                .filter(Matcher::matches)
                .map(due -> tasks.getVariable(task.getId(), due.group(1)))
                .filter(Date.class::isInstance)
                .map(Date.class::cast)
                .filter(due -> task.getDueDate() == null
                        || due.getTime() != task.getDueDate().getTime())
                .ifPresent(due -> {
                    if (task.getDueDate() != null) {
                        moved.put(Map.entry(named(task), DueDates.dayOf(task.getDueDate())), DueDates.dayOf(due));
                    }
                    tasks.setDueDate(task.getId(), due);
                    events.publishEvent(new TaskIsDueOnAnotherDay(
                            task.getId(), task.getAssignee(), drawn.getCamundaCandidateGroupsList()));
                });
    }

    /** As the managers read it of outstanding work. */
    private String named(Task task) {
        return Optional.ofNullable(tasks.getVariableLocal(task.getId(), ProcessVariables.LISTED_DUTY.name()))
                .map(Object::toString)
                .orElse(task.getName());
    }

    private Optional<UserTask> drawn(Task task) {
        return drawn(task.getProcessDefinitionId(), task.getTaskDefinitionKey())
                .filter(UserTask.class::isInstance)
                .map(UserTask.class::cast);
    }

    private boolean isOfEscalation(Job timer) {
        String activity = jobs.createJobDefinitionQuery()
                .jobDefinitionId(timer.getJobDefinitionId())
                .singleResult()
                .getActivityId();
        return drawn(timer.getProcessDefinitionId(), activity)
                .filter(CatchEvent.class::isInstance)
                .map(drawn -> ((CatchEvent) drawn).getEventDefinitions())
                .stream()
                .flatMap(Collection::stream)
                .anyMatch(definition -> definition instanceof TimerEventDefinition waits
                        && waits.getTimeDate() != null
                        && VARIABLE.matcher(waits.getTimeDate().getTextContent().strip())
                                .replaceFirst("$1")
                                .equals(ProcessVariables.ESCALATION_AT.name()));
    }

    private Optional<ModelElementInstance> drawn(String definition, String element) {
        return Optional.ofNullable(repository.getBpmnModelInstance(definition).getModelElementById(element));
    }
}
