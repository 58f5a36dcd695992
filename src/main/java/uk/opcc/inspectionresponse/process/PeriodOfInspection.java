package uk.opcc.inspectionresponse.process;

import java.time.LocalDate;
import java.util.Optional;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.camunda.bpm.engine.variable.VariableMap;
import uk.opcc.inspectionresponse.statutory.StatutoryPeriod;

/** The period in which the response to a report is to be published, as the variables of its inspection have it. */
public final class PeriodOfInspection {

    private PeriodOfInspection() {}

    /**
     * The period of an inspection.
     *
     * @throws IllegalStateException if the day of publication is not set
     */
    public static StatutoryPeriod of(VariableScope inspection) {
        return of(
                ProcessVariables.DATE_PUBLISHED.get(inspection),
                ProcessVariables.LAST_LAWFUL_DAY.find(inspection).orElse(null));
    }

    /**
     * The period of an inspection, from variables that were read without deserializing them.
     *
     * @throws IllegalStateException if the day of publication is not set
     */
    public static StatutoryPeriod of(VariableMap variables) {
        return find(variables).orElseGet(() -> of(ProcessVariables.DATE_PUBLISHED.get(variables), null));
    }

    /** The period, if the day of publication is among the variables. */
    public static Optional<StatutoryPeriod> find(VariableMap variables) {
        return ProcessVariables.DATE_PUBLISHED
                .find(variables)
                .map(published -> of(
                        published,
                        ProcessVariables.LAST_LAWFUL_DAY.find(variables).orElse(null)));
    }

    /** An inspection of an earlier release has no last day of its own: it is the last of the 56. */
    private static StatutoryPeriod of(LocalDate published, LocalDate last) {
        return StatutoryPeriod.between(published, last);
    }
}
