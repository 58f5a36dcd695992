package uk.opcc.inspectionresponse.casework.registration;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.variable.VariableMap;
import uk.opcc.inspectionresponse.casework.findings.DeadlinesOfMovedReport;
import uk.opcc.inspectionresponse.process.PeriodOfInspection;
import uk.opcc.inspectionresponse.process.ProcessVariables;
import uk.opcc.inspectionresponse.process.ProcessVariables.OtherDuty;
import uk.opcc.inspectionresponse.statutory.StatutoryPeriod;
import uk.opcc.inspectionresponse.statutory.WorkingDays;

/** What follows for an inspection, running or ended, whose report was published on another day than was recorded. */
public final class CorrectedDates {

    private CorrectedDates() {}

    /**
     * The period by the right date: as long as before, unless the report itself names its last day.
     *
     * @param inspection its variables, as far as they are still kept
     * @throws IllegalArgumentException if the report names a last day that is before the right date
     */
    public static StatutoryPeriod period(VariableMap inspection, LocalDate rightDate, StatutoryPeriod before) {
        LocalDate responseBy = ProcessVariables.RESPONSE_BY.find(inspection).orElse(null);
        return ProcessVariables.TYPE_RULES
                .find(inspection)
                .map(rules -> new RulesOfType(rules).period(rightDate, responseBy))
                .orElseGet(() -> responseBy == null
                        ? new StatutoryPeriod(rightDate, before.length())
                        : StatutoryPeriod.between(rightDate, responseBy));
    }

    /**
     * The variables that are others by the right date, but for those of what is still to be done: the period, which day
     * of it the publication was, and by when the report and the law ask for what.
     *
     * @throws IllegalStateException if the variables have no day of publication
     */
    public static Map<String, Object> of(VariableMap inspection, LocalDate rightDate, WorkingDays workingDays) {
        Map<String, Object> corrected = new HashMap<>();
        StatutoryPeriod before = PeriodOfInspection.of(inspection);
        StatutoryPeriod period = period(inspection, rightDate, before);
        ProcessVariables.DATE_PUBLISHED.put(corrected, rightDate);
        DueDates.putLastDay(corrected, period, workingDays);
        ProcessVariables.PUBLISHED_ON.find(inspection).ifPresent(on -> {
            ProcessVariables.PUBLISHED_ON_DAY.put(corrected, period.dayOf(on));
            ProcessVariables.IN_TIME.put(corrected, period.isInTime(on));
        });
        putDuties(corrected, inspection, rightDate);
        corrected.putAll(new DeadlinesOfMovedReport(before.published(), rightDate).in(inspection));
        return corrected;
    }

    private static void putDuties(Map<String, Object> corrected, VariableMap inspection, LocalDate rightDate) {
        List<OtherDuty> duties = ProcessVariables.TYPE_RULES
                .find(inspection)
                .map(rules -> new RulesOfType(rules).otherDuties(rightDate))
                .orElse(List.of());
        if (duties.isEmpty()) {
            return;
        }
        ProcessVariables.OTHER_DUTIES.put(corrected, duties);
        Map<Integer, OtherDuty> byNumber =
                duties.stream().collect(Collectors.toMap(OtherDuty::number, Function.identity()));
        ProcessVariables.DONE_DUTIES
                .find(inspection)
                .ifPresent(done -> ProcessVariables.DONE_DUTIES.put(
                        corrected,
                        done.stream()
                                .map(one -> byNumber.containsKey(one.number())
                                        ? one.owedBy(byNumber.get(one.number()).by())
                                        : one)
                                .toList()));
    }
}
