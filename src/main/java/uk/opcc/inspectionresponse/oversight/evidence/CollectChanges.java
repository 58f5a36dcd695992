package uk.opcc.inspectionresponse.oversight.evidence;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.camunda.bpm.engine.variable.VariableMap;
import org.springframework.stereotype.Component;
import uk.opcc.inspectionresponse.casework.registration.CorrectedDates;
import uk.opcc.inspectionresponse.platform.office.References;
import uk.opcc.inspectionresponse.process.ProcessVariables;
import uk.opcc.inspectionresponse.process.ProcessVariables.MovedDate;
import uk.opcc.inspectionresponse.publishing.register.RelatedInspections;
import uk.opcc.inspectionresponse.statutory.StatutoryPeriod;
import uk.opcc.inspectionresponse.statutory.WorkingDays;

/** What was changed of an inspection on the way, and to which others it is related. */
@Component
class CollectChanges {

    private final InspectionHistory history;
    private final RelatedInspections related;
    private final References references;
    private final Names names;
    private final WorkingDays workingDays;

    CollectChanges(
            InspectionHistory history,
            RelatedInspections related,
            References references,
            Names names,
            WorkingDays workingDays) {
        this.workingDays = workingDays;
        this.history = history;
        this.related = related;
        this.references = references;
        this.names = names;
    }

    /**
     * The variables of an inspection with what follows from the right date of publication, where that was corrected
     * after the end: then they stay as they were, and the register alone has been corrected.
     */
    VariableMap corrected(VariableMap variables, List<HistoricProcessInstance> changes) {
        Optional<MovedDate> last = changes.stream()
                .flatMap(change -> ProcessVariables.MOVED_DATE.find(history.variables(change)).stream())
                .reduce((first, second) -> second);
        boolean isOfBefore = last.isPresent()
                && ProcessVariables.DATE_PUBLISHED
                        .find(variables)
                        .filter(day -> !day.equals(last.get().to()))
                        .isPresent()
                // One that was announced again has another day by now, and says so itself.
                && ProcessVariables.PUBLISHED_ON.find(variables).isPresent();
        if (isOfBefore) {
            variables.putAll(CorrectedDates.of(variables, last.get().to(), workingDays));
        }
        return variables;
    }

    List<Evidence.Change> of(List<HistoricProcessInstance> changes) {
        return changes.stream().map(this::change).toList();
    }

    List<Evidence.Related> relatedTo(String reference) {
        return related.of(reference).stream()
                .map(other -> new Evidence.Related(
                        other.words(),
                        other.title(),
                        references.shown(other.reference()),
                        other.reference().matches("[A-Za-z0-9_-]+") ? other.reference() : null))
                .toList();
    }

    private Evidence.Change change(HistoricProcessInstance change) {
        VariableMap variables = history.variables(change);
        String decidedBy = ProcessVariables.CHANGE_DECIDED_BY.find(variables).orElse(null);
        return new Evidence.Change(
                LocalDate.ofInstant(change.getStartTime().toInstant(), StatutoryPeriod.ZONE),
                ProcessVariables.CHANGE_WORDS.find(variables).orElse(""),
                ProcessVariables.CHANGE
                        .find(variables)
                        .map(ProcessVariables.Change::reason)
                        .orElse(""),
                names.of(ProcessVariables.CHANGE_REQUESTED_BY.find(variables).orElse(null)),
                outcome(change, decidedBy),
                names.of(decidedBy));
    }

    private static String outcome(HistoricProcessInstance change, String decidedBy) {
        if (decidedBy != null) {
            return "Made";
        }
        return switch (change.getState()) {
            case HistoricProcessInstance.STATE_COMPLETED -> "Withdrawn";
            case HistoricProcessInstance.STATE_ACTIVE -> "Not decided yet";
            case HistoricProcessInstance.STATE_SUSPENDED -> "Suspended by an administrator";
            default -> "Stopped before its end";
        };
    }
}
