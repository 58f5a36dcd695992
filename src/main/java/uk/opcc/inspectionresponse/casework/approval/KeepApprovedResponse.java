package uk.opcc.inspectionresponse.casework.approval;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.variable.VariableMap;
import org.springframework.stereotype.Component;
import uk.opcc.inspectionresponse.casework.drafting.ResponseOfInspection;
import uk.opcc.inspectionresponse.process.ProcessVariables;

/** Keeps the response as it was approved, rendered in all formats. */
@Component("keepApprovedResponse")
class KeepApprovedResponse implements JavaDelegate {

    private final KeptResponses kept;

    KeepApprovedResponse(KeptResponses kept) {
        this.kept = kept;
    }

    @Override
    public void execute(DelegateExecution execution) {
        VariableMap variables = execution.getVariablesTyped(false);
        kept.keep(
                ProcessVariables.REFERENCE.get(variables),
                ProcessVariables.APPROVED_ON.get(variables),
                ResponseOfInspection.in(variables));
    }
}
