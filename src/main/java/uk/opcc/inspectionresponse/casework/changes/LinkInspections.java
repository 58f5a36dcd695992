package uk.opcc.inspectionresponse.casework.changes;

import java.time.Clock;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.variable.VariableMap;
import org.springframework.stereotype.Component;
import uk.opcc.inspectionresponse.process.ProcessVariables;
import uk.opcc.inspectionresponse.publishing.register.RelatedInspections;
import uk.opcc.inspectionresponse.publishing.register.RelatedInspections.Relation;
import uk.opcc.inspectionresponse.statutory.StatutoryPeriod;

/** Links two inspections whose reports are related. */
@Component("linkInspections")
class LinkInspections implements JavaDelegate {

    private final CheckChange check;
    private final InspectionsToChange inspections;
    private final RelatedInspections related;
    private final ItemsTakenOver takenOver;
    private final Clock clock;

    LinkInspections(
            CheckChange check,
            InspectionsToChange inspections,
            RelatedInspections related,
            ItemsTakenOver takenOver,
            Clock clock) {
        this.takenOver = takenOver;
        this.check = check;
        this.inspections = inspections;
        this.related = related;
        this.clock = clock;
    }

    @Override
    public void execute(DelegateExecution execution) {
        VariableMap change = execution.getVariablesTyped(false);
        ChangedInspection inspection = check.of(change);
        ChangedInspection other =
                inspections.find(check.other(change).orElseThrow()).orElseThrow();
        ProcessVariables.OTHER_INSPECTION.set(execution, other.reference());
        related.link(
                inspection.reference(),
                inspection.title(),
                other.reference(),
                other.title(),
                Relation.of(ProcessVariables.RELATION.get(change)),
                StatutoryPeriod.today(clock));
        if (ProcessVariables.TAKEN_OVER
                .find(change)
                .filter(ChangeInWords.YES::equals)
                .isPresent()) {
            takenOver.into(inspection, other);
        }
    }
}
