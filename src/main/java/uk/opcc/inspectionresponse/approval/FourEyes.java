package uk.opcc.inspectionresponse.approval;

import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.EntityTypes;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.history.HistoricTaskInstance;
import org.camunda.bpm.engine.history.UserOperationLogEntry;
import org.springframework.stereotype.Component;
import uk.opcc.inspectionresponse.people.KnownAs;
import uk.opcc.inspectionresponse.refusal.InputRefused;

/**
 * Lets nobody decide on a response that holds words of their own: who has drafted it, explained a recommendation or written
 * the correction, in any round, does not approve it; nor do they under another name of theirs, which an account of a
 * directory had before it was joined to this user.
 *
 * <p>Who that was is read from the engine's log of what users did, and from no variable, as a variable could be changed.
 */
@Component
class FourEyes {

    private static final String[] WRITING = {"draft-pcc-response", "explain-recommendation", "write-correction"};

    private final HistoryService history;
    private final KnownAs names;

    FourEyes(HistoryService history, KnownAs names) {
        this.history = history;
        this.names = names;
    }

    /**
     * Looks at whoever decides.
     *
     * @param field of the form in which the decision is sent
     * @throws InputRefused if they have written a part of the response
     */
    void check(DelegateTask approval, String field, String user) {
        if (!Collections.disjoint(writers(approval.getProcessInstanceId()), names.namesOf(user))) {
            throw new InputRefused(
                    field,
                    "Decision (" + field + "): '" + user
                            + "' has drafted, explained or corrected a part of this response, so that somebody else must"
                            + " decide.");
        }
    }

    private Set<String> writers(String inspection) {
        Set<String> written = history
                .createHistoricTaskInstanceQuery()
                .processInstanceId(inspection)
                .taskDefinitionKeyIn(WRITING)
                .finished()
                .list()
                .stream()
                .map(HistoricTaskInstance::getId)
                .collect(Collectors.toSet());
        List<UserOperationLogEntry> completions = history.createUserOperationLogQuery()
                .processInstanceId(inspection)
                .entityType(EntityTypes.TASK)
                .operationType(UserOperationLogEntry.OPERATION_TYPE_COMPLETE)
                .list();
        return completions.stream()
                .filter(completion -> written.contains(completion.getTaskId()))
                .map(UserOperationLogEntry::getUserId)
                .collect(Collectors.toSet());
    }
}
