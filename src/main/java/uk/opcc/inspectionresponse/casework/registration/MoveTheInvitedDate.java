package uk.opcc.inspectionresponse.casework.registration;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import uk.opcc.inspectionresponse.process.ProcessVariables;
import uk.opcc.inspectionresponse.statutory.StatutoryPeriod;

/** Gives the Chief Constable until another day, section 55(4), and the steps after it the dates that follow from it. */
@Component("moveTheInvitedDate")
class MoveTheInvitedDate implements JavaDelegate {

    @Override
    public void execute(DelegateExecution execution) {
        DueDates.setFromComments(
                execution,
                new Timetable(
                        ProcessVariables.TIMETABLE.get(execution),
                        new StatutoryPeriod(ProcessVariables.DATE_PUBLISHED.get(execution))),
                ProcessVariables.COMMENTS_INVITED_BY.get(execution));
    }
}
