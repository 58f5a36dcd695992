package uk.opcc.inspectionresponse.casework.escalation;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.IdentityLinkType;
import org.camunda.bpm.engine.task.Task;
import org.springframework.stereotype.Component;
import uk.opcc.inspectionresponse.platform.people.People;
import uk.opcc.inspectionresponse.process.DiagramIds;
import uk.opcc.inspectionresponse.process.ProcessVariables;
import uk.opcc.inspectionresponse.process.ProcessVariables.Escalation;
import uk.opcc.inspectionresponse.process.ProcessVariables.Outstanding;
import uk.opcc.inspectionresponse.statutory.StatutoryPeriod;

/**
 * Raises the priority of all open work of one inspection and lists for the managers what it is and with whom. Where
 * nothing is outstanding it escalates nothing.
 */
@Component("escalateOutstandingWork")
class EscalateOutstandingWork implements JavaDelegate {

    private static final int ESCALATED_PRIORITY = 100;

    private final TaskService tasks;
    private final People people;
    private final FailingWork failing;
    private final Clock clock;

    EscalateOutstandingWork(TaskService tasks, People people, FailingWork failing, Clock clock) {
        this.failing = failing;
        this.tasks = tasks;
        this.people = people;
        this.clock = clock;
    }

    @Override
    public void execute(DelegateExecution execution) {
        List<Task> open = tasks
                .createTaskQuery()
                .processInstanceId(execution.getProcessInstanceId())
                .orderByTaskCreateTime()
                .asc()
                .list()
                .stream()
                .filter(task -> !isDutyAhead(task))
                .toList();
        List<Outstanding> outstanding = Stream.concat(
                        open.stream().map(this::outstanding), failing.in(execution).stream())
                .toList();
        boolean isEscalated = ProcessVariables.ESCALATED.find(execution).orElse(false);
        if (outstanding.isEmpty() && !isEscalated) {
            return;
        }
        open.forEach(task -> tasks.setPriority(task.getId(), ESCALATED_PRIORITY));
        ProcessVariables.TASK_PRIORITY.set(execution, ESCALATED_PRIORITY);
        ProcessVariables.ESCALATED.set(execution, true);

        String now = StatutoryPeriod.timestamp(clock);
        String since = ProcessVariables.ESCALATION
                .find(execution)
                .map(Escalation::escalatedAt)
                .orElse(now);
        ProcessVariables.ESCALATION.set(execution, new Escalation(since, now, outstanding));
    }

    /** What is owed beside the response has a day of its own, and is no reason to escalate before that has come. */
    private boolean isDutyAhead(Task task) {
        return task.getTaskDefinitionKey().equals(DiagramIds.DO_WHAT_ELSE_IS_OWED)
                && task.getDueDate() != null
                && task.getDueDate().toInstant().isAfter(clock.instant());
    }

    private Outstanding outstanding(Task task) {
        return new Outstanding(
                Optional.ofNullable(tasks.getVariableLocal(task.getId(), ProcessVariables.LISTED_DUTY.name()))
                        .map(Object::toString)
                        .orElse(task.getName()),
                withWhom(task),
                task.getDueDate() == null
                        ? null
                        : LocalDate.ofInstant(task.getDueDate().toInstant(), StatutoryPeriod.ZONE));
    }

    private String withWhom(Task task) {
        String groups = tasks.getIdentityLinksForTask(task.getId()).stream()
                .filter(link -> link.getType().equals(IdentityLinkType.CANDIDATE) && link.getGroupId() != null)
                .map(IdentityLink::getGroupId)
                .map(people::nameOfGroup)
                .collect(Collectors.joining(", "));
        return task.getAssignee() == null
                ? groups + " (nobody has claimed it)"
                : people.nameOf(task.getAssignee()) + (groups.isEmpty() ? "" : " (" + groups + ")");
    }
}
