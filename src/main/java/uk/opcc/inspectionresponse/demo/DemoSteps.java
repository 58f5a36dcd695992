package uk.opcc.inspectionresponse.demo;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.variable.value.TypedValue;
import org.camunda.spin.plugin.variable.SpinValues;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import uk.opcc.inspectionresponse.platform.people.People;
import uk.opcc.inspectionresponse.process.DiagramIds;
import uk.opcc.inspectionresponse.process.JsonTree;
import uk.opcc.inspectionresponse.process.ProcessVariables;
import uk.opcc.inspectionresponse.statutory.StatutoryPeriod;

/** Does in the engine what a person does in Tasklist. */
@Component
@Profile("demo")
class DemoSteps {

    private static final Duration PAUSE = Duration.ofMillis(20);

    /** Ten seconds: by then a job has run, or has failed and waits for long. */
    private static final int PATIENCE = 500;

    private static final int MOST_PAUSES = 3000;

    private final RepositoryService repository;
    private final FormService forms;
    private final TaskService tasks;
    private final RuntimeService runtime;
    private final ManagementService management;
    private final IdentityService identity;
    private final People people;
    private final ObjectMapper json;
    private final Clock clock;

    DemoSteps(
            RepositoryService repository,
            FormService forms,
            TaskService tasks,
            RuntimeService runtime,
            ManagementService management,
            IdentityService identity,
            People people,
            ObjectMapper json,
            Clock clock) {
        this.repository = repository;
        this.forms = forms;
        this.tasks = tasks;
        this.runtime = runtime;
        this.management = management;
        this.identity = identity;
        this.people = people;
        this.json = json;
        this.clock = clock;
    }

    void register(DemoInspection inspection) {
        Map<String, Object> typed = new HashMap<>(inspection.form());
        typed.putAll(dates(inspection));
        String process = repository
                .createProcessDefinitionQuery()
                .processDefinitionKey(DiagramIds.INSPECTION_RESPONSE)
                .latestVersion()
                .singleResult()
                .getId();
        as(inspection.registeredBy(), () -> forms.submitStartForm(process, inspection.reference(), typed));
    }

    private Map<String, Object> dates(DemoInspection inspection) {
        LocalDate today = StatutoryPeriod.today(clock);
        if (inspection.comesOutInDays() != null) {
            return Map.of(
                    ProcessVariables.DATE_PUBLISHED.name(),
                    new StatutoryPeriod(today)
                            .within(inspection.comesOutInDays(), ChronoUnit.DAYS)
                            .toString());
        }
        StatutoryPeriod period = StatutoryPeriod.whereDay(inspection.day(), today);
        Map<String, Object> dates = new HashMap<>();
        dates.put(ProcessVariables.DATE_PUBLISHED.name(), period.published().toString());
        dates.put(
                ProcessVariables.COMMENTS_INVITED_BY.name(),
                period.day(inspection.commentsInvitedByDay()).toString());
        if (inspection.responseByDay() != null) {
            dates.put(
                    ProcessVariables.RESPONSE_BY.name(),
                    period.day(inspection.responseByDay()).toString());
        }
        return dates;
    }

    /** Waits for the task of a step, which may come only when the engine has executed a job. */
    String awaitTask(DemoInspection inspection, DemoInspection.Step step, BooleanSupplier isToStop) {
        for (int pauses = 0; pauses < MOST_PAUSES && !isToStop.getAsBoolean(); pauses++) {
            Optional<Task> task = tasks
                    .createTaskQuery()
                    .processInstanceBusinessKey(inspection.reference())
                    .taskDefinitionKey(step.task())
                    .list()
                    .stream()
                    .filter(found -> isMeant(found, step))
                    .findFirst();
            if (task.isPresent()) {
                return task.get().getId();
            }
            if (pauses > 0 && pauses % PATIENCE == 0) {
                executeWhatWasLeft(inspection);
            }
            pause();
        }
        throw new IllegalStateException("the task " + step.task() + " did not come");
    }

    private void executeWhatWasLeft(DemoInspection inspection) {
        ProcessInstance left = runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(inspection.reference())
                .singleResult();
        if (left == null) {
            return;
        }
        for (Job job : management
                .createJobQuery()
                .processInstanceId(left.getId())
                .executable()
                .list()) {
            try {
                management.executeJob(job.getId());
            } catch (RuntimeException e) {
                // It is being executed after all, and only one of the two counts; a job that fails is logged as ever.
            }
        }
    }

    void take(DemoInspection.Step step, String task) {
        as(step.by(), () -> {
            tasks.claim(task, step.by());
            if (step.form() != null) {
                forms.submitTaskForm(task, asSent(task, step.form()));
            }
        });
    }

    private boolean isMeant(Task task, DemoInspection.Step step) {
        return step.recommendation() == null
                || JsonTree.of(tasks.getVariableTyped(task.getId(), ProcessVariables.RECOMMENDATION.name(), false))
                                .path("number")
                                .asInt()
                        == step.recommendation();
    }

    /**
     * As Camunda Forms send it: what belongs to a key with a dot as a Json variable, in which stays what the form
     * proposes and the person does not change.
     */
    private Map<String, Object> asSent(String task, Map<String, Object> typed) {
        Map<String, Object> variables = new HashMap<>();
        typed.forEach((name, value) -> variables.put(
                name,
                value instanceof Map<?, ?> fields
                        ? changed(tasks.getVariableTyped(task, name, false), fields)
                        : value));
        return variables;
    }

    private Object changed(TypedValue proposed, Map<?, ?> fields) {
        ObjectNode all = json.createObjectNode();
        if (proposed != null && JsonTree.of(proposed) instanceof ObjectNode before) {
            all.setAll(before);
        }
        all.setAll(json.<ObjectNode>valueToTree(fields));
        return SpinValues.jsonValue(all.toString()).create();
    }

    private void as(String user, Runnable step) {
        identity.setAuthentication(user, people.groupsOf(user));
        try {
            step.run();
        } finally {
            identity.clearAuthentication();
        }
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}
