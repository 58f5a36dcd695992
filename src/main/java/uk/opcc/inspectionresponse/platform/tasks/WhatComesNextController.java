package uk.opcc.inspectionresponse.platform.tasks;

import jakarta.servlet.http.HttpServletResponse;
import java.security.Principal;
import java.util.List;
import java.util.Optional;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.camunda.bpm.engine.history.HistoricTaskInstance;
import org.camunda.bpm.engine.history.HistoricVariableInstance;
import org.camunda.bpm.engine.task.Task;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import uk.opcc.inspectionresponse.platform.refusal.Problem;
import uk.opcc.inspectionresponse.platform.refusal.RequestRefused;
import uk.opcc.inspectionresponse.process.AsApplication;
import uk.opcc.inspectionresponse.process.ProcessVariables;

/** Tells whoever has completed a task, or started a process, what has been done and what comes next. */
@RestController
@RequestMapping("${camunda.bpm.webapp.application-path:/camunda}/api/office")
class WhatComesNextController {

    /** The property of a user task that somebody sees again with what they have changed, and goes on with at once. */
    private static final String OPENED_AGAIN = "openedAgain";

    private final HistoryService history;
    private final DrawnProperties drawn;
    private final RuntimeService runtime;
    private final ManagementService management;
    private final StartsInWords starts;
    private final Cards cards;
    private final WorkOfInspection work;
    private final AsApplication application;

    WhatComesNextController(
            DrawnProperties drawn,
            HistoryService history,
            RuntimeService runtime,
            ManagementService management,
            StartsInWords starts,
            Cards cards,
            WorkOfInspection work,
            AsApplication application) {
        this.drawn = drawn;
        this.history = history;
        this.runtime = runtime;
        this.management = management;
        this.starts = starts;
        this.cards = cards;
        this.work = work;
        this.application = application;
    }

    /**
     * What comes next.
     *
     * @param done what has been done
     * @param title of the inspection report; empty where there is none
     * @param next the tasks that are open now, and that the person may see
     * @param others that are open now, each in words
     * @param isOver whether nothing is left to do
     * @param isSettled whether this will stay so until somebody does something
     * @param open the id of the task that the person should do next; null if there is none
     */
    record Next(
            String done,
            String title,
            List<Card> next,
            List<String> others,
            boolean isOver,
            boolean isSettled,
            String open) {}

    @GetMapping("/tasks/{task}/next")
    Next afterTask(@PathVariable String task, Principal person) {
        HistoricTaskInstance completed = application.ask(() -> history.createHistoricTaskInstanceQuery()
                .taskId(task)
                .taskAssignee(person.getName())
                .finished()
                .singleResult());
        if (completed == null) {
            throw refused("You have not completed this task.");
        }
        boolean isSettled = isSettled(completed.getProcessInstanceId());
        Object item = application.ask(() -> Optional.ofNullable(history.createHistoricVariableInstanceQuery()
                        .taskIdIn(task)
                        .variableNameIn(
                                ProcessVariables.LISTED_RECOMMENDATION.name(), ProcessVariables.LISTED_DUTY.name())
                        .singleResult())
                .map(HistoricVariableInstance::getValue)
                .orElse(null));
        List<Task> again = work.openAgain(completed.getProcessInstanceId(), completed.getTaskDefinitionKey(), item);
        boolean isOpenedAgain = application.ask(
                () -> drawn.of(completed.getProcessDefinitionId(), completed.getTaskDefinitionKey(), OPENED_AGAIN)
                        .isPresent());
        return next(
                (again.isEmpty() || isOpenedAgain ? "Done: " : "Done for now: ") + completed.getName(),
                completed.getProcessInstanceId(),
                person.getName(),
                isSettled,
                isOpenedAgain ? List.of() : again);
    }

    @GetMapping("/inspections/{processInstance}/next")
    Next afterStart(@PathVariable String processInstance, Principal person) {
        HistoricProcessInstance started = application.ask(() -> history.createHistoricProcessInstanceQuery()
                .processInstanceId(processInstance)
                .startedBy(person.getName())
                .singleResult());
        if (started == null) {
            throw refused("You have not started this.");
        }
        boolean isSettled = isSettled(processInstance);
        return next(
                "Done: "
                        + starts.of(
                                started.getProcessDefinitionId(),
                                started.getProcessDefinitionKey(),
                                started.getProcessDefinitionName()),
                processInstance,
                person.getName(),
                isSettled,
                List.of());
    }

    private Next next(String done, String processInstance, String person, boolean isSettled, List<Task> again) {
        boolean isOver = application.ask(() -> runtime.createProcessInstanceQuery()
                        .processInstanceId(processInstance)
                        .count()
                == 0);
        List<Task> seen = work.seenIn(processInstance);
        return new Next(
                done,
                title(processInstance),
                cards.of(seen, person),
                work.others(processInstance, seen),
                isOver,
                isOver || isSettled,
                work.nextOf(person, seen, again).map(Task::getId).orElse(null));
    }

    /**
     * Whether the application itself has nothing to do, after which there may be other tasks. It is to be asked before
     * the tasks are: what it does between the two comes to be seen by neither.
     */
    private boolean isSettled(String processInstance) {
        return application.ask(() -> management
                        .createJobQuery()
                        .processInstanceId(processInstance)
                        .executable()
                        .count()
                == 0);
    }

    private String title(String processInstance) {
        return application.ask(() -> history
                .createHistoricVariableInstanceQuery()
                .processInstanceId(processInstance)
                .variableName(ProcessVariables.TITLE.name())
                .list()
                .stream()
                .map(HistoricVariableInstance::getValue)
                .map(Object::toString)
                .findFirst()
                .orElse(""));
    }

    private static RequestRefused refused(String words) {
        return new RequestRefused(Problem.ofInput(HttpServletResponse.SC_NOT_FOUND, words, null));
    }
}
