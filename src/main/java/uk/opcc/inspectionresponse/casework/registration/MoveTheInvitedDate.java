package uk.opcc.inspectionresponse.casework.registration;

import java.time.Clock;
import java.time.LocalDate;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import uk.opcc.inspectionresponse.process.PeriodOfInspection;
import uk.opcc.inspectionresponse.process.ProcessVariables;
import uk.opcc.inspectionresponse.statutory.StatutoryPeriod;

/** Gives the Chief Constable until another day, section 55(4), and the steps after it the dates that follow from it. */
@Component("moveTheInvitedDate")
class MoveTheInvitedDate implements JavaDelegate {

    private final Clock clock;

    MoveTheInvitedDate(Clock clock) {
        this.clock = clock;
    }

    @Override
    public void execute(DelegateExecution inspection) {
        LocalDate invitedBy = ProcessVariables.COMMENTS_INVITED_BY.get(inspection);
        StatutoryPeriod period = PeriodOfInspection.of(inspection);
        ProcessVariables.TIMETABLE
                .find(inspection)
                .ifPresentOrElse(
                        row -> inspection.setVariables(DueDates.fromComments(
                                new Timetable(row, period), invitedBy, StatutoryPeriod.today(clock))),
                        // One that began under a release that did not keep its row has the later dates that it has.
                        () -> DueDates.set(inspection, ProcessVariables.COMMENTS_DUE, invitedBy));
    }
}
