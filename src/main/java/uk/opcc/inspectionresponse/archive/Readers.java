package uk.opcc.inspectionresponse.archive;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.variable.VariableMap;
import org.springframework.stereotype.Component;

/**
 * Who may read which document: the engine is asked in the name of the user, so that its authorizations decide. An
 * unapproved draft is read by whoever sees its open task, an approved response by whoever sees the inspection or a task
 * of it.
 */
@Component
class Readers {

    private static final String[] TASKS_WITH_A_DRAFT = {"draft-pcc-response", "approve-response"};

    private final IdentityService identity;
    private final TaskService tasks;
    private final HistoryService history;

    Readers(IdentityService identity, TaskService tasks, HistoryService history) {
        this.identity = identity;
        this.tasks = tasks;
        this.history = history;
    }

    /** The variables of the inspection whose response is being drafted or approved, if the user sees that task. */
    Optional<VariableMap> draft(String user, String reference) {
        return as(
                user,
                () -> tasks
                        .createTaskQuery()
                        .processInstanceBusinessKey(reference)
                        .taskDefinitionKeyIn(TASKS_WITH_A_DRAFT)
                        .list()
                        .stream()
                        .findFirst()
                        .map(task -> tasks.getVariablesTyped(task.getId(), false)));
    }

    /**
     * Whether the user may read the approved response. An inspection that the engine has forgotten has nothing that could
     * be authorized; its response was published, and everybody who can sign in may read it.
     */
    boolean mayReadApproved(String user, String reference) {
        return as(user, () -> seesTask(reference) || isInHistory(reference)) || !isInHistory(reference);
    }

    private boolean seesTask(String reference) {
        return tasks.createTaskQuery().processInstanceBusinessKey(reference).count() > 0;
    }

    private boolean isInHistory(String reference) {
        return history.createHistoricProcessInstanceQuery()
                        .processInstanceBusinessKey(reference)
                        .count()
                > 0;
    }

    private <T> T as(String user, Supplier<T> asked) {
        List<String> groups = identity.createGroupQuery().groupMember(user).list().stream()
                .map(Group::getId)
                .toList();
        identity.setAuthentication(user, groups);
        try {
            return asked.get();
        } finally {
            identity.clearAuthentication();
        }
    }
}
