package uk.opcc.inspectionresponse.casework.changes;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.variable.VariableMap;
import org.springframework.stereotype.Component;
import uk.opcc.inspectionresponse.process.AsApplication;
import uk.opcc.inspectionresponse.process.DiagramIds;
import uk.opcc.inspectionresponse.process.ProcessVariables;
import uk.opcc.inspectionresponse.process.ProcessVariables.NoResponse;
import uk.opcc.inspectionresponse.publishing.register.RelatedInspections;
import uk.opcc.inspectionresponse.publishing.register.RelatedInspections.Relation;
import uk.opcc.inspectionresponse.publishing.register.ReportsWithoutResponse;
import uk.opcc.inspectionresponse.publishing.register.ReportsWithoutResponse.Reason;
import uk.opcc.inspectionresponse.publishing.register.ReportsWithoutResponse.ReportWithoutResponse;
import uk.opcc.inspectionresponse.statutory.StatutoryPeriod;

/** Ends an inspection of which a manager has decided that it needs no response, and keeps why. */
@Component("endWithoutResponse")
class EndWithoutResponse implements JavaDelegate {

    private final CheckChange check;
    private final InspectionsToChange inspections;
    private final ReportsWithoutResponse withoutResponse;
    private final RelatedInspections related;
    private final RuntimeService runtime;
    private final AsApplication application;
    private final Clock clock;

    EndWithoutResponse(
            CheckChange check,
            InspectionsToChange inspections,
            ReportsWithoutResponse withoutResponse,
            RelatedInspections related,
            RuntimeService runtime,
            AsApplication application,
            Clock clock) {
        this.check = check;
        this.inspections = inspections;
        this.withoutResponse = withoutResponse;
        this.related = related;
        this.runtime = runtime;
        this.application = application;
        this.clock = clock;
    }

    @Override
    public void execute(DelegateExecution execution) {
        VariableMap change = execution.getVariablesTyped(false);
        ChangedInspection inspection = check.of(change);
        LocalDate today = StatutoryPeriod.today(clock);
        Reason because = Reason.of(ProcessVariables.NO_RESPONSE_BECAUSE.get(change));
        String reason = ProcessVariables.CHANGE.get(change).reason();
        Optional<String> other = check.other(change);
        other.ifPresent(answering -> {
            ProcessVariables.OTHER_INSPECTION.set(execution, answering);
            related.link(
                    inspection.reference(),
                    inspection.title(),
                    answering,
                    inspections.find(answering).orElseThrow().title(),
                    because == Reason.ANSWERED_ELSEWHERE ? Relation.ANSWERED_BY : Relation.SAME_REPORT,
                    today);
        });
        withoutResponse.keep(new ReportWithoutResponse(
                inspection.reference(),
                inspection.title(),
                ProcessVariables.INSPECTION_TYPE.find(inspection.variables()).orElse(""),
                inspection.published().orElseThrow(),
                because,
                reason,
                today,
                CheckChange.isSaidInRegister(change)));
        Map<String, Object> decided = new HashMap<>();
        ProcessVariables.NO_RESPONSE.put(
                decided,
                new NoResponse(
                        ProcessVariables.NO_RESPONSE_BECAUSE.get(change),
                        reason,
                        other.orElse(null),
                        ProcessVariables.CHANGE_REQUESTED_BY.get(change),
                        ProcessVariables.CHANGE_DECIDED_BY.get(change),
                        today));
        application.ask(() -> {
            end(inspection.running().orElseThrow(), decided, because);
            return null;
        });
    }

    private void end(ProcessInstance inspection, Map<String, Object> decided, Reason because) {
        if (inspections.awaits(inspection, DiagramIds.NO_RESPONSE_NEEDED)) {
            runtime.createMessageCorrelation(DiagramIds.NO_RESPONSE_NEEDED)
                    .processInstanceId(inspection.getId())
                    .setVariables(decided)
                    .correlate();
        } else {
            // A diagram of an earlier release has no such end.
            runtime.setVariables(inspection.getId(), decided);
            runtime.deleteProcessInstance(inspection.getId(), "No response is needed: " + because.words());
        }
    }
}
