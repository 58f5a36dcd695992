package uk.opcc.inspectionresponse.casework.registration;

import java.time.LocalDate;
import java.util.Date;
import java.util.HashMap;
import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import uk.opcc.inspectionresponse.process.ProcessVariable;
import uk.opcc.inspectionresponse.process.ProcessVariables;
import uk.opcc.inspectionresponse.statutory.StatutoryPeriod;
import uk.opcc.inspectionresponse.statutory.WorkingDays;

/** The dates of an inspection, as the variables in which the diagram finds them. */
final class DueDates {

    private DueDates() {}

    /**
     * All of them.
     *
     * @param invitedBy until when the Chief Constable is invited to comment
     * @param today the day on which the work begins
     */
    static Map<String, Object> all(Timetable timetable, LocalDate invitedBy, LocalDate today, WorkingDays workingDays) {
        Map<String, Object> dates = fromComments(timetable, invitedBy, today);
        put(dates, ProcessVariables.FINDINGS_DUE, timetable.findings(today, invitedBy));
        put(dates, ProcessVariables.ESCALATION_DUE, timetable.escalationAnswered());
        ProcessVariables.ESCALATION_AT.put(
                dates, Date.from(timetable.escalation().toInstant()));
        putLastDay(dates, timetable.period(), workingDays);
        return dates;
    }

    /** Those of the comments and of the steps after them, as far as they stand on the day by which they are invited. */
    static Map<String, Object> fromComments(Timetable timetable, LocalDate invitedBy, LocalDate today) {
        Map<String, Object> dates = new HashMap<>();
        put(dates, ProcessVariables.COMMENTS_DUE, invitedBy);
        put(dates, ProcessVariables.DRAFT_DUE, timetable.afterComments("draftDay", invitedBy, today));
        put(dates, ProcessVariables.APPROVAL_DUE, timetable.afterComments("approvalDay", invitedBy, today));
        put(dates, ProcessVariables.DISTRIBUTION_DUE, timetable.afterComments("distributionDay", invitedBy, today));
        return dates;
    }

    /** The last lawful day, as a date and in words. */
    static void putLastDay(Map<String, Object> dates, StatutoryPeriod period, WorkingDays workingDays) {
        ProcessVariables.LAST_LAWFUL_DAY.put(dates, period.lastLawfulDay());
        ProcessVariables.LAST_DAY_IS.put(dates, workingDays.of(period.lastLawfulDay(), period.published()));
    }

    /** One of them, at the end of a day. */
    static void put(Map<String, Object> dates, ProcessVariable<Date> due, LocalDate date) {
        due.put(dates, endOf(date));
    }

    /** Sets one of them to the end of a day. */
    static void set(DelegateExecution inspection, ProcessVariable<Date> due, LocalDate date) {
        due.set(inspection, endOf(date));
    }

    static LocalDate dayOf(Date moment) {
        return LocalDate.ofInstant(moment.toInstant(), StatutoryPeriod.ZONE);
    }

    private static Date endOf(LocalDate date) {
        return Date.from(StatutoryPeriod.endOf(date).toInstant());
    }
}
