package uk.opcc.inspectionresponse.casework.approval;

import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.EntityTypes;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.camunda.bpm.engine.history.HistoricProcessInstanceQuery;
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
 * Lets nobody decide on a response that holds words of their own: who has drafted it, explained a recommendation, asked
 * for a correction or written one, in any round, does not approve it; nor do they under another name of theirs, which
 * an account of a directory had before it was joined to this user. A response is one, from its first draft to its last
 * correction, however many processes that takes.
 *
 * <p>Who that was is read from the engine's log of what users did, and from no variable, as a variable could be
 * changed.
 */
@Component
class FourEyes implements KeptFromTasks {

    private static final String[] WRITING = {
        DiagramIds.DRAFT_PCC_RESPONSE,
        DiagramIds.EXPLAIN_RECOMMENDATION,
        DiagramIds.ANSWER_RECOMMENDATIONS,
        DiagramIds.WRITE_CORRECTION
    };

    private static final Set<String> DECIDING = Set.of(DiagramIds.APPROVE_RESPONSE, DiagramIds.APPROVE_CORRECTION);

    private final HistoryService history;
    private final TaskService tasks;
    private final AsApplication application;
    private final KnownAs names;
    private final People people;

    FourEyes(HistoryService history, TaskService tasks, AsApplication application, KnownAs names, People people) {
        this.history = history;
        this.tasks = tasks;
        this.application = application;
        this.names = names;
        this.people = people;
    }

    /**
     * Looks at whoever decides.
     *
     * @param field of the form in which the decision is sent
     * @throws InputRefused if they have written a part of the response
     */
    void check(DelegateTask approval, String field, String user) {
        if (hasWritten(user, approval.getProcessInstanceId(), ProcessVariables.REFERENCE.find(approval))) {
            throw new InputRefused(
                    field,
                    "Decision: " + people.nameOf(user)
                            + " has drafted, explained or corrected a part of this response, so somebody else must"
                            + " decide.");
        }
    }

    /** Nobody is offered a decision that would be refused. */
    @Override
    public Optional<String> why(Task task, String person) {
        if (!DECIDING.contains(task.getTaskDefinitionKey())) {
            return Optional.empty();
        }
        return application.ask(() -> hasWritten(
                        person,
                        task.getProcessInstanceId(),
                        ProcessVariables.REFERENCE.find(tasks.getVariablesTyped(
                                task.getId(), List.of(ProcessVariables.REFERENCE.name()), false)))
                ? Optional.of("You have written a part of this response: somebody else must decide")
                : Optional.empty());
    }

    private boolean hasWritten(String user, String process, Optional<String> reference) {
        return !Collections.disjoint(writers(process, reference), names.namesOf(user));
    }

    private Set<String> writers(String decided, Optional<String> reference) {
        Set<String> writers = new HashSet<>();
        for (HistoricProcessInstance process : ofTheSameResponse(decided, reference)) {
            writers.addAll(writers(process.getId()));
            if (process.getProcessDefinitionKey().equals(DiagramIds.CORRECT_RESPONSE)
                    && process.getStartUserId() != null) {
                // Who asks for a correction gives its reason, which is published.
                writers.add(process.getStartUserId());
            }
        }
        return writers;
    }

    /** The inspection, and its corrections, ended or not. */
    private Collection<HistoricProcessInstance> ofTheSameResponse(String decided, Optional<String> ofReference) {
        Map<String, HistoricProcessInstance> found = new HashMap<>();
        application.ask(() -> {
            add(found, history.createHistoricProcessInstanceQuery().processInstanceId(decided));
            ofReference.ifPresent(reference -> {
                add(found, history.createHistoricProcessInstanceQuery().processInstanceBusinessKey(reference));
                add(
                        found,
                        history.createHistoricProcessInstanceQuery()
                                .processDefinitionKey(DiagramIds.CORRECT_RESPONSE)
                                .variableValueEquals(ProcessVariables.REFERENCE.name(), reference));
            });
            return null;
        });
        return found.values();
    }

    private static void add(Map<String, HistoricProcessInstance> found, HistoricProcessInstanceQuery query) {
        query.list().forEach(process -> found.put(process.getId(), process));
    }

    private Set<String> writers(String process) {
        Set<String> written = history
                .createHistoricTaskInstanceQuery()
                .processInstanceId(process)
                .taskDefinitionKeyIn(WRITING)
                .finished()
                .list()
                .stream()
                .map(HistoricTaskInstance::getId)
                .collect(Collectors.toSet());
        List<UserOperationLogEntry> completions = history.createUserOperationLogQuery()
                .processInstanceId(process)
                .entityType(EntityTypes.TASK)
                .operationType(UserOperationLogEntry.OPERATION_TYPE_COMPLETE)
                .list();
        return completions.stream()
                .filter(completion -> written.contains(completion.getTaskId()))
                .map(UserOperationLogEntry::getUserId)
                .collect(Collectors.toSet());
    }
}
