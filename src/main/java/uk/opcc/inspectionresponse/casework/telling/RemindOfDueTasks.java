package uk.opcc.inspectionresponse.casework.telling;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;
import uk.opcc.inspectionresponse.messages.notices.Reminders;

/** Has people reminded of their tasks; how many days ahead stands in the diagram. */
@Component("remindOfDueTasks")
public class RemindOfDueTasks {

    private final Reminders reminders;

    RemindOfDueTasks(Reminders reminders) {
        this.reminders = reminders;
    }

    /**
     * Reminds of what is due, as the diagram calls it.
     *
     * @param days calendar days before the due date, 0 or more
     * @throws IllegalArgumentException if the number is below 0
     */
    public void daysBefore(DelegateExecution execution, int days) {
        reminders.remind(execution.getProcessInstanceId(), days);
    }
}
