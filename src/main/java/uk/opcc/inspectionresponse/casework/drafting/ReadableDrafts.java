package uk.opcc.inspectionresponse.casework.drafting;

import java.util.Optional;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.variable.VariableMap;
import org.springframework.stereotype.Component;
import uk.opcc.inspectionresponse.process.DiagramIds;

/**
 * Who may read an unapproved draft: whoever sees its open task. The engine, which knows for the time of the request who
 * is signed in, is asked, so that its authorizations decide. An approved response is for everybody to whom the
 * documents are open at all.
 */
@Component
class ReadableDrafts {

    private static final String[] TASKS_WITH_A_DRAFT = {
        DiagramIds.DRAFT_PCC_RESPONSE,
        DiagramIds.APPROVE_RESPONSE,
        DiagramIds.WRITE_CORRECTION,
        DiagramIds.APPROVE_CORRECTION
    };

    private final TaskService tasks;

    ReadableDrafts(TaskService tasks) {
        this.tasks = tasks;
    }

    /**
     * The variables of the inspection whose response is being drafted or approved, if who is signed in sees that task.
     */
    Optional<VariableMap> draft(String reference) {
        return tasks
                .createTaskQuery()
                .processInstanceBusinessKey(reference)
                .taskDefinitionKeyIn(TASKS_WITH_A_DRAFT)
                .list()
                .stream()
                .findFirst()
                .map(task -> tasks.getVariablesTyped(task.getId(), false));
    }
}
