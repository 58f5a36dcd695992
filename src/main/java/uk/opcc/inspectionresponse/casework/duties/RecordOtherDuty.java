package uk.opcc.inspectionresponse.casework.duties;

import java.time.Clock;
import java.time.LocalDate;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;
import uk.opcc.inspectionresponse.platform.people.People;
import uk.opcc.inspectionresponse.process.ProcessVariables;
import uk.opcc.inspectionresponse.process.ProcessVariables.DutyDone;
import uk.opcc.inspectionresponse.statutory.StatutoryPeriod;

/**
 * Records by whom it was recorded what became of a duty, and the day, which is the present one where none was given.
 */
@Component("recordOtherDuty")
class RecordOtherDuty implements TaskListener {

    private static final String DONE = "done";

    private final People people;
    private final Clock clock;

    RecordOtherDuty(People people, Clock clock) {
        this.people = people;
        this.clock = clock;
    }

    @Override
    public void notify(DelegateTask task) {
        DutyDone typed = ProcessVariables.DUTY_DONE.get(task);
        LocalDate on =
                !DONE.equals(typed.outcome()) ? null : typed.on() == null ? StatutoryPeriod.today(clock) : typed.on();
        ProcessVariables.DUTY_DONE.set(task, new DutyDone(typed.outcome(), on, typed.note(), people.actingOn(task)));
    }
}
