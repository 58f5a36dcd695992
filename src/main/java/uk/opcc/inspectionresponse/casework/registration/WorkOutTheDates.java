package uk.opcc.inspectionresponse.casework.registration;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Date;
import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import uk.opcc.inspectionresponse.process.ProcessVariable;
import uk.opcc.inspectionresponse.process.ProcessVariables;
import uk.opcc.inspectionresponse.statutory.StatutoryPeriod;

/** Turns the numbers of days in the decision table into the dates of this inspection. */
@Component("workOutTheDates")
class WorkOutTheDates implements JavaDelegate {

    private static final int ORDINARY_PRIORITY = 50;

    private final Clock clock;

    WorkOutTheDates(Clock clock) {
        this.clock = clock;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Days days = new Days(ProcessVariables.TIMETABLE.get(execution));
        StatutoryPeriod period = new StatutoryPeriod(ProcessVariables.DATE_PUBLISHED.get(execution));

        LocalDate invitedBy = ProcessVariables.COMMENTS_INVITED_BY
                .find(execution)
                .orElseGet(() -> period.dayWithNotice(
                        days.day("commentsDay"), StatutoryPeriod.today(clock), days.notice("commentsNotice")));
        ProcessVariables.COMMENTS_INVITED_BY.set(execution, invitedBy);
        set(execution, ProcessVariables.COMMENTS_DUE, invitedBy);

        set(execution, ProcessVariables.FINDINGS_DUE, period.day(days.day("findingsDay")));
        set(execution, ProcessVariables.DRAFT_DUE, period.day(days.day("draftDay")));
        set(execution, ProcessVariables.APPROVAL_DUE, period.day(days.day("approvalDay")));
        set(execution, ProcessVariables.DISTRIBUTION_DUE, period.day(days.day("distributionDay")));
        set(execution, ProcessVariables.ESCALATION_DUE, period.day(days.day("escalationAnsweredDay")));
        ProcessVariables.ESCALATION_AT.set(
                execution,
                Date.from(period.day(days.day("escalationDay"), days.time("escalationTime"))
                        .toInstant()));
        ProcessVariables.LAST_LAWFUL_DAY.set(execution, period.lastLawfulDay());
        ProcessVariables.ESCALATED.set(execution, false);
        ProcessVariables.TASK_PRIORITY.set(execution, ORDINARY_PRIORITY);
        execution.removeVariable(ProcessVariables.TIMETABLE.name());
    }

    private static void set(DelegateExecution execution, ProcessVariable<Date> due, LocalDate date) {
        due.set(execution, Date.from(StatutoryPeriod.endOf(date).toInstant()));
    }

    /** The row of the decision table, which a process owner edits: a mistake in it is named. */
    private record Days(Map<String, Object> row) {

        int day(String column) {
            int day = number(column);
            if (day < 1) {
                throw mistake(column, "must be a number of a day, 1 or more");
            }
            return day;
        }

        int notice(String column) {
            int notice = number(column);
            if (notice < 0) {
                throw mistake(column, "must be a number of days, 0 or more");
            }
            return notice;
        }

        LocalTime time(String column) {
            try {
                return LocalTime.parse(String.valueOf(row.get(column)));
            } catch (DateTimeException e) {
                throw mistake(column, "must be a time of day such as \"09:00\"");
            }
        }

        private int number(String column) {
            if (row.get(column) instanceof Number number && number.doubleValue() == number.intValue()) {
                return number.intValue();
            }
            throw mistake(column, "must be a whole number");
        }

        private IllegalStateException mistake(String column, String what) {
            return new IllegalStateException("The decision table response-timetable (processes/response-timetable.dmn):"
                    + " the column " + column + " " + what + ", and is " + row.get(column));
        }
    }
}
