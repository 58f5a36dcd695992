package uk.opcc.inspectionresponse.casework.changes;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.variable.VariableMap;
import org.springframework.stereotype.Component;
import uk.opcc.inspectionresponse.casework.approval.KeepResponseWithRightDate;
import uk.opcc.inspectionresponse.casework.distribution.DatesOfOpenCopies;
import uk.opcc.inspectionresponse.casework.findings.DeadlinesOfMovedReport;
import uk.opcc.inspectionresponse.casework.registration.CorrectedDates;
import uk.opcc.inspectionresponse.casework.registration.WorkOutTheDatesAgain;
import uk.opcc.inspectionresponse.process.AsApplication;
import uk.opcc.inspectionresponse.process.DiagramIds;
import uk.opcc.inspectionresponse.process.ProcessVariables;
import uk.opcc.inspectionresponse.process.ProcessVariables.MovedDate;
import uk.opcc.inspectionresponse.statutory.StatutoryPeriod;

/**
 * Tells a running inspection that its report was published on another day, or is still to come; of one that has ended
 * only the register is left to be corrected.
 */
@Component("correctPublicationDate")
class CorrectPublicationDate implements JavaDelegate {

    /** As the diagram of the inspection has it. */
    private static final String AWAIT_ESCALATION_AGAIN = "await-escalation-again";

    private final CheckChange check;
    private final InspectionsToChange inspections;
    private final RuntimeService runtime;
    private final WorkOutTheDatesAgain again;
    private final KeepResponseWithRightDate kept;
    private final DatesOfOpenCopies copies;
    private final AsApplication application;
    private final Clock clock;

    CorrectPublicationDate(
            CheckChange check,
            InspectionsToChange inspections,
            RuntimeService runtime,
            WorkOutTheDatesAgain again,
            KeepResponseWithRightDate kept,
            DatesOfOpenCopies copies,
            AsApplication application,
            Clock clock) {
        this.check = check;
        this.inspections = inspections;
        this.runtime = runtime;
        this.again = again;
        this.kept = kept;
        this.copies = copies;
        this.application = application;
        this.clock = clock;
    }

    @Override
    public void execute(DelegateExecution execution) {
        VariableMap change = execution.getVariablesTyped(false);
        ChangedInspection inspection = check.of(change);
        LocalDate today = StatutoryPeriod.today(clock);
        MovedDate moved = new MovedDate(
                inspection.published().orElseThrow(),
                ProcessVariables.RIGHT_DATE.get(change),
                ProcessVariables.CHANGE.get(change).reason(),
                ProcessVariables.CHANGE_REQUESTED_BY.get(change),
                ProcessVariables.CHANGE_DECIDED_BY.get(change),
                today);
        ProcessVariables.MOVED_DATE.set(execution, moved);
        ProcessVariables.IN_REGISTER.set(execution, inspection.entry().isPresent());
        inspection
                .running()
                .ifPresent(running -> application.ask(() -> {
                    if (moved.to().isAfter(today)) {
                        announce(running, inspection.variables(), moved);
                    } else {
                        move(running, moved);
                        StatutoryPeriod wrong = inspection.period().orElseThrow();
                        copies.correct(
                                running, wrong, CorrectedDates.period(inspection.variables(), moved.to(), wrong));
                    }
                    return null;
                }));
        copies.correctThoseSentAgain(inspection.reference(), moved.to());
    }

    private void move(ProcessInstance inspection, MovedDate moved) {
        Map<String, Object> told = new HashMap<>();
        ProcessVariables.MOVED_DATE.put(told, moved);
        if (inspections.awaits(inspection, DiagramIds.PUBLICATION_DATE_WAS_WRONG)) {
            tell(inspection, DiagramIds.PUBLICATION_DATE_WAS_WRONG, told);
        } else {
            runtime.setVariables(inspection.getId(), told);
            again.inEarlierDiagram(inspection.getId());
            keepWhatIsApproved(runtime.getVariablesTyped(inspection.getId(), false));
        }
    }

    /** As the step of today's diagram does: what is approved gets the right date before it is published. */
    private void keepWhatIsApproved(VariableMap variables) {
        if (ProcessVariables.APPROVED_ALREADY.get(variables)) {
            kept.keep(variables);
        }
    }

    /** The period has not begun: what was worked out for it holds no longer, and an escalation even less. */
    private void announce(ProcessInstance inspection, VariableMap variables, MovedDate moved) {
        Map<String, Object> told = new HashMap<>();
        List<MovedDate> all =
                new ArrayList<>(ProcessVariables.MOVED_DATES.find(variables).orElse(List.of()));
        all.add(moved);
        ProcessVariables.MOVED_DATE.put(told, moved);
        ProcessVariables.MOVED_DATES.put(told, all);
        ProcessVariables.DATE_PUBLISHED.put(told, moved.to());
        told.putAll(new DeadlinesOfMovedReport(moved.from(), moved.to()).in(variables));
        ProcessVariables.COMMENTS_INVITED_BY.put(told, null);
        // What was written stays, and is asked for again.
        ProcessVariables.COMMENTS_RECORD.put(told, null);
        ProcessVariables.DONE_DUTIES.put(told, null);
        ProcessVariables.LAST_LAWFUL_DAY.put(told, null);
        ProcessVariables.LAST_DAY_IS.put(told, null);
        ProcessVariables.ESCALATED.put(told, false);
        ProcessVariables.ESCALATION.put(told, null);
        if (inspections.isAt(inspection, AWAIT_ESCALATION_AGAIN)) {
            runtime.createProcessInstanceModification(inspection.getId())
                    .cancelAllForActivity(AWAIT_ESCALATION_AGAIN)
                    .execute();
        }
        tell(inspection, DiagramIds.REPORT_NOT_OUT_YET, told);
    }

    private void tell(ProcessInstance inspection, String message, Map<String, Object> variables) {
        runtime.createMessageCorrelation(message)
                .processInstanceId(inspection.getId())
                .setVariables(variables)
                .correlate();
    }
}
