package uk.opcc.inspectionresponse.casework.changes;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;
import uk.opcc.inspectionresponse.platform.people.People;
import uk.opcc.inspectionresponse.platform.refusal.InputRefused;
import uk.opcc.inspectionresponse.process.ProcessVariables;

/** Takes a request that a manager has sent back, and that is made again in another way. */
@Component("reviseChange")
class ReviseChange implements TaskListener {

    private static final String AGAIN = "again";

    private final CheckChange check;
    private final People people;

    ReviseChange(CheckChange check, People people) {
        this.check = check;
        this.people = people;
    }

    @Override
    public void notify(DelegateTask task) {
        if (ProcessVariables.CHANGE_NEXT.get(task).equals(AGAIN)) {
            check(task);
            ProcessVariables.CHANGE_REQUESTED_BY.set(task, people.actingOn(task));
            ProcessVariables.SENT_BACK.set(task, null);
        }
    }

    private void check(DelegateTask task) {
        try {
            check.of(task.getVariablesTyped(false));
        } catch (InputRefused refused) {
            // The form does not ask for the inspection again.
            throw refused.field().equals(ProcessVariables.REFERENCE.name())
                    ? refused.at(ProcessVariables.CHANGE_NEXT.name(), "What next: ")
                    : refused;
        }
    }
}
