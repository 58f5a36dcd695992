package uk.opcc.inspectionresponse.casework.changes;

import java.util.Collections;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.camunda.bpm.engine.history.HistoricTaskInstance;
import org.camunda.bpm.engine.history.UserOperationLogEntry;
import org.camunda.bpm.engine.task.Task;
import org.springframework.stereotype.Component;
import uk.opcc.inspectionresponse.platform.people.KnownAs;
import uk.opcc.inspectionresponse.platform.people.People;
import uk.opcc.inspectionresponse.platform.refusal.InputRefused;
import uk.opcc.inspectionresponse.platform.tasks.KeptFromTasks;
import uk.opcc.inspectionresponse.process.AsApplication;
import uk.opcc.inspectionresponse.process.DiagramIds;
import uk.opcc.inspectionresponse.process.ProcessVariables;

/**
 * Lets nobody decide on a change for which they have asked themselves, in whatever round. Who that was is read from the
 * engine's log of what users did.
 */
@Component
class OthersDecide implements KeptFromTasks {

    private final HistoryService history;
    private final AsApplication application;
    private final KnownAs names;
    private final People people;

    OthersDecide(HistoryService history, AsApplication application, KnownAs names, People people) {
        this.history = history;
        this.application = application;
        this.names = names;
        this.people = people;
    }

    /**
     * Looks at whoever decides.
     *
     * @throws InputRefused if they have asked for the change
     */
    void check(DelegateTask decision, String user) {
        if (hasAsked(user, decision.getProcessInstanceId())) {
            throw new InputRefused(
                    ProcessVariables.CHANGE_DECISION.name(),
                    "Decision: " + people.nameOf(user) + " has asked for this change, so somebody else must decide.");
        }
    }

    @Override
    public Optional<String> why(Task task, String person) {
        return task.getTaskDefinitionKey().equals(DiagramIds.DECIDE_CHANGE)
                        && hasAsked(person, task.getProcessInstanceId())
                ? Optional.of("You have asked for this change: somebody else must decide")
                : Optional.empty();
    }

    private boolean hasAsked(String user, String change) {
        return application.ask(() -> {
            Set<String> asked = new HashSet<>();
            Optional.ofNullable(history.createHistoricProcessInstanceQuery()
                            .processInstanceId(change)
                            .singleResult())
                    .map(HistoricProcessInstance::getStartUserId)
                    .ifPresent(asked::add);
            for (HistoricTaskInstance revised : history.createHistoricTaskInstanceQuery()
                    .processInstanceId(change)
                    .taskDefinitionKey(DiagramIds.REVISE_CHANGE)
                    .finished()
                    .list()) {
                history
                        .createUserOperationLogQuery()
                        .taskId(revised.getId())
                        .operationType(UserOperationLogEntry.OPERATION_TYPE_COMPLETE)
                        .list()
                        .stream()
                        .map(UserOperationLogEntry::getUserId)
                        .forEach(asked::add);
            }
            return !Collections.disjoint(asked, names.namesOf(user));
        });
    }
}
