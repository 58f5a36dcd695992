package uk.opcc.inspectionresponse.casework.changes;

import java.time.LocalDate;
import java.util.Optional;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.variable.VariableMap;
import uk.opcc.inspectionresponse.process.PeriodOfInspection;
import uk.opcc.inspectionresponse.process.ProcessVariables;
import uk.opcc.inspectionresponse.publishing.register.Entry;
import uk.opcc.inspectionresponse.statutory.StatutoryPeriod;

/**
 * An inspection that is to be changed, as it is now.
 *
 * @param reference as it is kept
 * @param running its process; nothing where it has ended
 * @param variables as they are, or were at its end; none where its history is no longer kept
 * @param entry in the public register; nothing where its response is not published
 */
record ChangedInspection(
        String reference, Optional<ProcessInstance> running, VariableMap variables, Optional<Entry> entry) {

    String title() {
        return entry.map(Entry::title)
                .or(() -> ProcessVariables.TITLE.find(variables))
                .orElse(reference);
    }

    /** The day on which the report was published, as it is on record. */
    Optional<LocalDate> published() {
        return entry.map(Entry::reportPublishedOn).or(() -> ProcessVariables.DATE_PUBLISHED.find(variables));
    }

    /** The period by that day; nothing as long as the day is not known. */
    Optional<StatutoryPeriod> period() {
        return entry.map(listed -> new StatutoryPeriod(listed.reportPublishedOn(), listed.periodLength()))
                .or(() -> PeriodOfInspection.find(variables));
    }

    /** The day on which the office published its response. */
    Optional<LocalDate> answeredOn() {
        return entry.map(Entry::publishedOn).or(() -> ProcessVariables.PUBLISHED_ON.find(variables));
    }
}
