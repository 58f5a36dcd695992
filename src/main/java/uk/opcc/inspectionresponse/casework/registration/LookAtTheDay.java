package uk.opcc.inspectionresponse.casework.registration;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Date;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import uk.opcc.inspectionresponse.process.ProcessVariables;
import uk.opcc.inspectionresponse.statutory.StatutoryPeriod;

/**
 * Says whether a report is still to come, and when it does: the statutory period begins with the day on which it is
 * published, section 55(5A) of the Police Act 1996.
 */
@Component("lookAtTheDay")
class LookAtTheDay implements JavaDelegate {

    private final RegisteredReports reports;
    private final RefuseSameReport sameReport;
    private final Clock clock;

    LookAtTheDay(RegisteredReports reports, RefuseSameReport sameReport, Clock clock) {
        this.reports = reports;
        this.sameReport = sameReport;
        this.clock = clock;
    }

    @Override
    public void execute(DelegateExecution execution) {
        LocalDate published = ProcessVariables.DATE_PUBLISHED.get(execution);
        // An announced report may have another title or another day by now.
        reports.keep(
                new RegisteredReports.Inspection(
                        execution.getProcessInstanceId(), ProcessVariables.REFERENCE.get(execution)),
                ProcessVariables.TITLE.get(execution),
                published);
        boolean isStillToCome = published.isAfter(StatutoryPeriod.today(clock));
        ProcessVariables.STILL_TO_COME.set(execution, isStillToCome);
        if (isStillToCome) {
            ProcessVariables.COMES_OUT_AT.set(
                    execution, Date.from(StatutoryPeriod.beginOf(published).toInstant()));
            DueDates.set(execution, ProcessVariables.ANNOUNCEMENT_DUE, published);
            ProcessVariables.TASK_PRIORITY.set(execution, WorkOutTheDates.ORDINARY_PRIORITY);
            sameReport.check(execution);
        }
    }
}
