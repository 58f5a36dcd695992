package uk.opcc.inspectionresponse.messages.notices;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import uk.opcc.inspectionresponse.platform.people.CandidateGroups;
import uk.opcc.inspectionresponse.platform.people.People;
import uk.opcc.inspectionresponse.platform.people.TaskGivenBack;
import uk.opcc.inspectionresponse.platform.tasks.TaskIsDueOnAnotherDay;

/** Has people told of a task when it comes: the members of its groups, or the assignee alone. */
@Component
class TaskEventListener {

    /** As the diagram has it: the task that comes to the managers on the day of escalation. */
    private static final String OF_ESCALATION = "chase-outstanding-work";

    private final NoticeRecorder recorder;
    private final Notices notices;
    private final Addressees addressees;
    private final People people;

    TaskEventListener(NoticeRecorder recorder, Notices notices, Addressees addressees, People people) {
        this.recorder = recorder;
        this.notices = notices;
        this.addressees = addressees;
        this.people = people;
    }

    @EventListener(condition = "#task.eventName == '" + TaskListener.EVENTNAME_CREATE + "'")
    void comes(DelegateTask task) {
        Optional<ThisTransaction.Completed> before = completedHere(task);
        if (before.isPresent()) {
            // Somebody goes on later, and knows.
            notices.goesOn(before.get().task(), task.getId());
            if (!Objects.equals(before.get().due(), due(task))) {
                recorder.record(Kind.MOVED, task.getId(), others(task));
            }
        } else {
            recorder.record(kind(task), task.getId(), addressees.of(task.getAssignee(), CandidateGroups.of(task)));
        }
    }

    @EventListener(condition = "#task.eventName == '" + TaskListener.EVENTNAME_ASSIGNMENT + "'")
    void isAssigned(DelegateTask task) {
        String assignee = task.getAssignee();
        if (assignee != null && people.signedIn().filter(assignee::equals).isEmpty()) {
            recorder.record(kind(task), task.getId(), addressees.of(assignee, CandidateGroups.of(task)));
        }
    }

    @EventListener
    void isGivenBack(TaskGivenBack task) {
        List<String> group = new ArrayList<>(addressees.of(null, task.groups()));
        group.remove(task.by());
        recorder.record(Kind.RETURN, task.task(), group);
    }

    @EventListener
    void isDueOnAnotherDay(TaskIsDueOnAnotherDay moved) {
        recorder.record(Kind.MOVED, moved.task(), addressees.of(moved.assignee(), moved.groups()));
    }

    @EventListener(condition = "#task.eventName == '" + TaskListener.EVENTNAME_COMPLETE + "'")
    void isCompleted(DelegateTask task) {
        ThisTransaction.Completed completed = new ThisTransaction.Completed(task.getId(), due(task));
        ThisTransaction.now().completes(place(task), completed);
        ThisTransaction.now().completes(placeAround(task), completed);
    }

    private List<String> others(DelegateTask task) {
        List<String> others = new ArrayList<>(addressees.of(task.getAssignee(), CandidateGroups.of(task)));
        people.signedIn().ifPresent(others::remove);
        return others;
    }

    private static Instant due(DelegateTask task) {
        return task.getDueDate() == null ? null : task.getDueDate().toInstant().truncatedTo(ChronoUnit.SECONDS);
    }

    private static Kind kind(DelegateTask task) {
        return task.getTaskDefinitionKey().equals(OF_ESCALATION) ? Kind.ESCALATION : Kind.ARRIVAL;
    }

    /** A task with an event at its edge, or with inputs, has a path of its own each time that it comes. */
    private static Optional<ThisTransaction.Completed> completedHere(DelegateTask task) {
        return ThisTransaction.now()
                .completedAt(place(task))
                .or(() -> ThisTransaction.now().completedAt(placeAround(task)));
    }

    private static ThisTransaction.Place place(DelegateTask task) {
        return new ThisTransaction.Place(task.getExecutionId(), task.getTaskDefinitionKey());
    }

    private static ThisTransaction.Place placeAround(DelegateTask task) {
        return new ThisTransaction.Place(task.getExecution().getParentId(), task.getTaskDefinitionKey());
    }
}
