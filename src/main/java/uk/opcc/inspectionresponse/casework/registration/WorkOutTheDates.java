package uk.opcc.inspectionresponse.casework.registration;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import uk.opcc.inspectionresponse.platform.refusal.InputRefused;
import uk.opcc.inspectionresponse.process.ProcessVariable;
import uk.opcc.inspectionresponse.process.ProcessVariables;
import uk.opcc.inspectionresponse.process.ProcessVariables.TypeRules;
import uk.opcc.inspectionresponse.statutory.StatutoryPeriod;
import uk.opcc.inspectionresponse.statutory.WorkingDays;
import uk.opcc.inspectionresponse.statutory.WrittenDate;

/** Turns the numbers of days in the decision tables into the dates of this inspection. */
@Component("workOutTheDates")
class WorkOutTheDates implements JavaDelegate {

    /** Of a task that nobody has escalated. */
    static final int ORDINARY_PRIORITY = 50;

    private static final TypeRules NO_RULES = TypeRules.withStatute(null);

    private final WorkingDays workingDays;
    private final RefuseSameReport sameReport;
    private final Clock clock;

    WorkOutTheDates(WorkingDays workingDays, RefuseSameReport sameReport, Clock clock) {
        this.sameReport = sameReport;
        this.workingDays = workingDays;
        this.clock = clock;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Map<String, Object> row = ProcessVariables.TIMETABLE.get(execution);
        LocalDate published = ProcessVariables.DATE_PUBLISHED.get(execution);
        LocalDate responseBy = ProcessVariables.RESPONSE_BY.find(execution).orElse(null);
        // A diagram of an earlier release does not look up the type: there the form alone says what holds for it.
        Optional<TypeRules> ofType = ProcessVariables.TYPE_RULES.find(execution);
        RulesOfType rules = new RulesOfType(ofType.orElse(NO_RULES));
        StatutoryPeriod period = ofType.isPresent()
                ? rules.period(published, responseBy)
                : StatutoryPeriod.between(published, responseBy);
        Timetable timetable = new Timetable(row, period);
        LocalDate today = StatutoryPeriod.today(clock);

        Optional<LocalDate> chosen = ProcessVariables.COMMENTS_INVITED_BY.find(execution);
        chosen.ifPresent(date -> refuseWhatIsTooLate(date, period, today));
        sameReport.check(execution);
        LocalDate invitedBy = chosen.orElseGet(() -> timetable.commentsInvitedBy(today));
        ProcessVariables.COMMENTS_INVITED_BY.set(execution, invitedBy);
        execution.setVariables(DueDates.all(timetable, invitedBy, today, workingDays));
        ProcessVariables.OTHER_DUTIES.set(execution, rules.otherDuties(published));
        ProcessVariables.ESCALATED.set(execution, false);
        ProcessVariables.TASK_PRIORITY.set(execution, ORDINARY_PRIORITY);
        keepAsJson(execution, ProcessVariables.TIMETABLE, row);
        keepAsJson(execution, ProcessVariables.TYPE_RULES, ofType.orElse(null));
    }

    /** The result of a decision is a serialized object, which nobody but this release might read. */
    private static <T> void keepAsJson(DelegateExecution execution, ProcessVariable<T> variable, T value) {
        execution.removeVariable(variable.name());
        if (value != null) {
            variable.set(execution, value);
        }
    }

    /** Comments that come after the last lawful day cannot be published with the response: section 55(5)(b). */
    private static void refuseWhatIsTooLate(LocalDate invitedBy, StatutoryPeriod period, LocalDate today) {
        LocalDate last = period.lastLawfulDay();
        if (invitedBy.isAfter(last) && !today.isAfter(last)) {
            throw new InputRefused(
                    "commentsInvitedBy",
                    "The Chief Constable is invited to comment by: it must not be after " + WrittenDate.of(last)
                            + ", the last day for publishing the response, and is " + WrittenDate.of(invitedBy) + ".");
        }
    }
}
