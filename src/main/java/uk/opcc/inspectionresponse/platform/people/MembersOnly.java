package uk.opcc.inspectionresponse.platform.people;

import java.util.List;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import uk.opcc.inspectionresponse.platform.refusal.InputRefused;
import uk.opcc.inspectionresponse.platform.refusal.Shortened;

/**
 * Lets no task be given to, or done by, and no process be started by, somebody who is not in a group for which the
 * diagram has it: nobody hands an approval to a person who may not approve, not even an administrator.
 */
@Component
class MembersOnly {

    private final People people;

    MembersOnly(People people) {
        this.people = people;
    }

    /**
     * A diagram may give a new task to whoever had one before, or was chosen for it: where that person has left since,
     * it is the group's.
     */
    @Order(Ordered.HIGHEST_PRECEDENCE)
    @EventListener(condition = "#task.eventName == '" + TaskListener.EVENTNAME_CREATE + "'")
    void taskComes(DelegateTask task) {
        String assignee = task.getAssignee();
        if (assignee != null && !mayDo(task, assignee)) {
            task.setAssignee(null);
        }
    }

    @EventListener(condition = "#task.eventName == '" + TaskListener.EVENTNAME_ASSIGNMENT + "'")
    void taskIsAssigned(DelegateTask task) {
        String assignee = task.getAssignee();
        if (assignee == null) {
            return;
        }
        if (!people.exists(assignee)) {
            throw new InputRefused(
                    "assignee",
                    "There is no user '" + Shortened.to(64, assignee) + "': choose a colleague from the list.");
        }
        refuseOthers(task, assignee);
    }

    @EventListener(condition = "#task.eventName == '" + TaskListener.EVENTNAME_COMPLETE + "'")
    void taskIsCompleted(DelegateTask task) {
        people.signedIn().ifPresent(user -> {
            refuseOthers(task, user);
            String assignee = task.getAssignee();
            if (assignee != null && !assignee.equals(user)) {
                throw new InputRefused("assignee", people.claimedBy(assignee));
            }
        });
    }

    @EventListener(condition = "#execution.eventName == '" + ExecutionListener.EVENTNAME_START + "'")
    void processIsStarted(DelegateExecution execution) {
        // The engine tells of the start of a process as one of its start event.
        if (execution.getBpmnModelElementInstance() instanceof StartEvent start
                && start.getParentElement() instanceof Process process) {
            List<String> groups = process.getCamundaCandidateStarterGroupsList();
            people.signedIn()
                    .filter(user -> !groups.isEmpty())
                    .filter(user -> groups.stream().noneMatch(group -> people.isInGroup(user, group)))
                    .ifPresent(user -> {
                        throw new InputRefused(
                                "starter",
                                "Only members of " + named(groups) + " can start this, and " + people.nameOf(user)
                                        + " is not one.");
                    });
        }
    }

    private void refuseOthers(DelegateTask task, String user) {
        if (!mayDo(task, user)) {
            throw new InputRefused(
                    "assignee",
                    "This task is for members of " + named(CandidateGroups.of(task)) + ", and " + people.nameOf(user)
                            + " is not one.");
        }
    }

    private boolean mayDo(DelegateTask task, String user) {
        List<String> groups = CandidateGroups.of(task);
        return groups.isEmpty()
                ? people.exists(user)
                : groups.stream().anyMatch(group -> people.isInGroup(user, group));
    }

    private String named(List<String> groups) {
        return groups.stream().map(people::nameOfGroup).collect(Collectors.joining(" or "));
    }
}
