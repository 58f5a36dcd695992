package uk.opcc.inspectionresponse.people;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import uk.opcc.inspectionresponse.refusal.InputRefused;

/** Lets no task be given to somebody who does not exist: nobody would see it again. */
@Component
class KnownAssignee {

    private final People people;

    KnownAssignee(People people) {
        this.people = people;
    }

    @EventListener(condition = "#task.eventName == '" + TaskListener.EVENTNAME_ASSIGNMENT + "'")
    void taskIsAssigned(DelegateTask task) {
        String assignee = task.getAssignee();
        if (assignee != null && !people.exists(assignee)) {
            throw new InputRefused(
                    "assignee",
                    "Assignee (userId): there is no user '"
                            + (assignee.length() <= 64 ? assignee : assignee.substring(0, 64) + "…")
                            + "': please give the user name of a colleague.");
        }
    }
}
