package uk.opcc.inspectionresponse.casework.registration;

import java.time.LocalDate;
import java.util.Date;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import uk.opcc.inspectionresponse.process.ProcessVariable;
import uk.opcc.inspectionresponse.process.ProcessVariables;
import uk.opcc.inspectionresponse.statutory.StatutoryPeriod;

/** The due dates of an inspection's tasks, as far as they stand on the day by which comments are invited. */
final class DueDates {

    private DueDates() {}

    /** Sets those of the comments and of the steps after them. */
    static void setFromComments(
            DelegateExecution inspection, Timetable timetable, LocalDate invitedBy, LocalDate today) {
        set(inspection, ProcessVariables.COMMENTS_DUE, invitedBy);
        set(inspection, ProcessVariables.DRAFT_DUE, timetable.afterComments("draftDay", invitedBy, today));
        set(inspection, ProcessVariables.APPROVAL_DUE, timetable.afterComments("approvalDay", invitedBy, today));
        set(
                inspection,
                ProcessVariables.DISTRIBUTION_DUE,
                timetable.afterComments("distributionDay", invitedBy, today));
    }

    /** Sets one of them to the end of a day. */
    static void set(DelegateExecution inspection, ProcessVariable<Date> due, LocalDate date) {
        due.set(inspection, Date.from(StatutoryPeriod.endOf(date).toInstant()));
    }
}
