package uk.opcc.inspectionresponse.casework.changes;

import java.time.Clock;
import java.util.Date;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.springframework.stereotype.Component;
import uk.opcc.inspectionresponse.platform.people.People;
import uk.opcc.inspectionresponse.platform.refusal.InputRefused;
import uk.opcc.inspectionresponse.process.AsApplication;
import uk.opcc.inspectionresponse.process.DiagramIds;
import uk.opcc.inspectionresponse.process.ProcessVariables;
import uk.opcc.inspectionresponse.statutory.StatutoryPeriod;

/** Takes a request for a change that can be made, and that nobody has asked for already. */
@Component("openChange")
class OpenChange implements ExecutionListener {

    /** No law names a day for it, and the period goes on. */
    private static final int DUE_ON_DAY = 3;

    private static final int USUAL_PRIORITY = 50;

    /** A business key has 255 characters, and what follows the reference has fewer than these. */
    private static final int LONGEST_REFERENCE_IN_KEY = 230;

    private final CheckChange check;
    private final InspectionsToChange inspections;
    private final HistoryService history;
    private final AsApplication application;
    private final People people;
    private final Clock clock;

    OpenChange(
            CheckChange check,
            InspectionsToChange inspections,
            HistoryService history,
            AsApplication application,
            People people,
            Clock clock) {
        this.check = check;
        this.inspections = inspections;
        this.history = history;
        this.application = application;
        this.people = people;
        this.clock = clock;
    }

    @Override
    public void notify(DelegateExecution execution) {
        ChangedInspection inspection = check.of(execution.getVariablesTyped(false));
        if (inspections.isBeingChanged(inspection.reference(), execution.getProcessInstanceId())) {
            throw new InputRefused(
                    ProcessVariables.REFERENCE.name(),
                    "Inspection: a change of this one is asked for already. Ask again when it is decided.");
        }
        execution.setProcessBusinessKey(key(inspection.reference()));
        ProcessVariables.REFERENCE.set(execution, inspection.reference());
        ProcessVariables.TITLE.set(execution, inspection.title());
        inspection.published().ifPresent(day -> ProcessVariables.DATE_PUBLISHED.set(execution, day));
        if (inspection.answeredOn().isEmpty()) {
            ProcessVariables.LAST_LAWFUL_DAY
                    .find(inspection.variables())
                    .ifPresent(day -> ProcessVariables.LAST_LAWFUL_DAY.set(execution, day));
        }
        ProcessVariables.CHANGE_REQUESTED_BY.set(execution, people.signedIn().orElse(null));
        ProcessVariables.TASK_PRIORITY.set(execution, USUAL_PRIORITY);
        ProcessVariables.CHANGE_DUE.set(
                execution,
                Date.from(StatutoryPeriod.endOf(new StatutoryPeriod(StatutoryPeriod.today(clock)).day(DUE_ON_DAY))
                        .toInstant()));
    }

    private String key(String reference) {
        long before = application.ask(() -> history.createHistoricProcessInstanceQuery()
                .processDefinitionKey(DiagramIds.CHANGE_INSPECTION)
                .variableValueEquals(ProcessVariables.REFERENCE.name(), reference)
                .count());
        return reference.substring(0, Math.min(reference.length(), LONGEST_REFERENCE_IN_KEY)) + "-change-"
                + (before + 1);
    }
}
