package uk.opcc.inspectionresponse.messages.notices;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Date;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.springframework.stereotype.Component;
import uk.opcc.inspectionresponse.statutory.StatutoryPeriod;

/** Tells of the open tasks that are due soon, once for each due date that they get. */
@Component
public class Reminders {

    private final TaskService tasks;
    private final OpenTasks open;
    private final NoticeRecorder recorder;
    private final Addressees addressees;
    private final Clock clock;

    Reminders(TaskService tasks, OpenTasks open, NoticeRecorder recorder, Addressees addressees, Clock clock) {
        this.tasks = tasks;
        this.open = open;
        this.recorder = recorder;
        this.addressees = addressees;
        this.clock = clock;
    }

    /**
     * Reminds of what is due.
     *
     * @param instance of the process tell-people, which is to send the mails
     * @param days calendar days before the due date, 0 or more
     * @throws IllegalArgumentException if the number is below 0
     */
    public void remind(String instance, int days) {
        ThisTransaction.now().useSender(instance);
        LocalDate last = after(StatutoryPeriod.today(clock), days);
        tasks
                .createTaskQuery()
                .active()
                .dueAfter(Date.from(clock.instant()))
                .dueBefore(Date.from(StatutoryPeriod.endOf(last).plusSeconds(1).toInstant()))
                .list()
                .stream()
                .filter(task -> hasBeenThere(task, days))
                .forEach(task -> recorder.record(
                        Kind.REMINDER,
                        task.getId(),
                        addressees.of(task.getAssignee(), open.candidateGroups(task)),
                        // An earlier reminder was of an earlier due date.
                        StatutoryPeriod.whereDay(days + 1, date(task.getDueDate()))
                                .day(1)
                                .atStartOfDay(StatutoryPeriod.ZONE)
                                .toInstant()));
    }

    /** Of a task that came with no more time than that its arrival told enough. */
    private static boolean hasBeenThere(Task task, int days) {
        return after(date(task.getCreateTime()), days).isBefore(date(task.getDueDate()));
    }

    private static LocalDate after(LocalDate date, int days) {
        return new StatutoryPeriod(date).day(days + 1);
    }

    private static LocalDate date(Date moment) {
        return LocalDate.ofInstant(moment.toInstant(), StatutoryPeriod.ZONE);
    }
}
