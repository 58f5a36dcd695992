package uk.opcc.inspectionresponse.platform.people;

import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateTask;

/** The groups for which the diagram has a task, whatever somebody added to the task since. */
public final class CandidateGroups {

    private CandidateGroups() {}

    /** The ids of the groups; none where the diagram names none. */
    public static List<String> of(DelegateTask task) {
        return task.getBpmnModelElementInstance().getCamundaCandidateGroupsList();
    }
}
