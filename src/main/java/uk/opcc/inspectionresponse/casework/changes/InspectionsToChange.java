package uk.opcc.inspectionresponse.casework.changes;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.camunda.bpm.engine.history.HistoricVariableInstance;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.Variables;
import org.springframework.stereotype.Component;
import uk.opcc.inspectionresponse.process.AsApplication;
import uk.opcc.inspectionresponse.process.DiagramIds;
import uk.opcc.inspectionresponse.process.ProcessVariables;
import uk.opcc.inspectionresponse.process.Recipient;
import uk.opcc.inspectionresponse.publishing.register.Entry;
import uk.opcc.inspectionresponse.publishing.register.Register;

/** The inspections of which something can be changed, whoever asks. */
@Component
class InspectionsToChange {

    private final RuntimeService runtime;
    private final HistoryService history;
    private final TaskService tasks;
    private final Register register;
    private final AsApplication application;

    InspectionsToChange(
            RuntimeService runtime,
            HistoryService history,
            TaskService tasks,
            Register register,
            AsApplication application) {
        this.runtime = runtime;
        this.history = history;
        this.tasks = tasks;
        this.register = register;
        this.application = application;
    }

    /** The inspection with this reference, running, ended or published; nothing where there is none. */
    Optional<ChangedInspection> find(String reference) {
        return application.ask(() -> {
            Optional<HistoricProcessInstance> kept = history
                    .createHistoricProcessInstanceQuery()
                    .processDefinitionKey(DiagramIds.INSPECTION_RESPONSE)
                    .processInstanceBusinessKey(reference)
                    .list()
                    .stream()
                    .max(Comparator.comparing(HistoricProcessInstance::getStartTime));
            Optional<ProcessInstance> running = kept.filter(one -> one.getEndTime() == null)
                    .map(one -> runtime.createProcessInstanceQuery()
                            .processInstanceId(one.getId())
                            .singleResult());
            Optional<Entry> entry = register.find(reference);
            return kept.isEmpty() && entry.isEmpty()
                    ? Optional.empty()
                    : Optional.of(new ChangedInspection(
                            reference,
                            running,
                            kept.map(one -> variables(one, running)).orElseGet(Variables::createVariables),
                            entry));
        });
    }

    private VariableMap variables(HistoricProcessInstance kept, Optional<ProcessInstance> running) {
        if (running.isPresent()) {
            return runtime.getVariablesTyped(kept.getId(), false);
        }
        VariableMap variables = Variables.createVariables();
        for (HistoricVariableInstance variable : history.createHistoricVariableInstanceQuery()
                .processInstanceId(kept.getId())
                .executionIdIn(kept.getId())
                .disableCustomObjectDeserialization()
                .list()) {
            variables.putValueTyped(variable.getName(), variable.getTypedValue());
        }
        return variables;
    }

    /** Whether a message would reach the inspection: one on a diagram of an earlier release does not wait for it. */
    boolean awaits(ProcessInstance inspection, String message) {
        return application.ask(() -> runtime.createEventSubscriptionQuery()
                        .processInstanceId(inspection.getId())
                        .eventType("message")
                        .eventName(message)
                        .count()
                > 0);
    }

    /** Whether it is of a report that is announced, and not published yet. */
    boolean isAnnounced(ProcessInstance inspection) {
        return application.ask(() -> tasks.createTaskQuery()
                        .processInstanceId(inspection.getId())
                        .taskDefinitionKey(DiagramIds.AWAIT_THE_PUBLICATION)
                        .count()
                > 0);
    }

    /** The names of its open tasks, each once and in an order that stays. */
    List<String> openTasks(ProcessInstance inspection) {
        return application.ask(() -> tasks.createTaskQuery().processInstanceId(inspection.getId()).list().stream()
                .map(task -> task.getName())
                .distinct()
                .sorted()
                .toList());
    }

    /** Whether a copy of the response is on its way at this moment, also one that is sent again. */
    boolean isBeingSent(ChangedInspection inspection) {
        return application.ask(() -> Stream.concat(
                        inspection.running().stream(),
                        runtime
                                .createProcessInstanceQuery()
                                .processDefinitionKey(DiagramIds.SEND_COPY_AGAIN)
                                .variableValueEquals(ProcessVariables.REFERENCE.name(), inspection.reference())
                                .list()
                                .stream())
                .anyMatch(sending -> runtime.createProcessInstanceQuery()
                                .processDefinitionKey(DiagramIds.DELIVER_COPY)
                                .superProcessInstanceId(sending.getId())
                                .count()
                        > 0));
    }

    /** Whether a step of it is reached, and waits. */
    boolean isAt(ProcessInstance inspection, String step) {
        return application.ask(() -> runtime.createExecutionQuery()
                        .processInstanceId(inspection.getId())
                        .activityId(step)
                        .count()
                > 0);
    }

    /** Whether the distribution of the response has begun: somebody has sent a copy, or decided to. */
    boolean isSent(ProcessInstance inspection) {
        return application.ask(() -> history.createHistoricTaskInstanceQuery()
                        .processInstanceId(inspection.getId())
                        .taskDefinitionKeyIn(Arrays.stream(Recipient.values())
                                .map(Recipient::task)
                                .toArray(String[]::new))
                        .taskDeleteReason("completed")
                        .count()
                > 0);
    }

    /** Whether its published response is being corrected. */
    boolean isBeingCorrected(String reference) {
        return isRunning(DiagramIds.CORRECT_RESPONSE, reference, null);
    }

    /**
     * Whether another change of it is asked for, and not decided.
     *
     * @param change the id of the process of the one that is looked at
     */
    boolean isBeingChanged(String reference, String change) {
        return isRunning(DiagramIds.CHANGE_INSPECTION, reference, change);
    }

    private boolean isRunning(String process, String reference, String other) {
        return application.ask(() -> runtime
                .createProcessInstanceQuery()
                .processDefinitionKey(process)
                .variableValueEquals(ProcessVariables.REFERENCE.name(), reference)
                .list()
                .stream()
                .anyMatch(found -> !found.getId().equals(other)));
    }
}
