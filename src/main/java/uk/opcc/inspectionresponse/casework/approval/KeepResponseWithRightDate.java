package uk.opcc.inspectionresponse.casework.approval;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.variable.VariableMap;
import org.springframework.stereotype.Component;
import uk.opcc.inspectionresponse.casework.drafting.ResponseOfInspection;
import uk.opcc.inspectionresponse.process.ProcessVariables;

/** Keeps an approved response again as it is, with the right date of its report. */
@Component("keepResponseWithRightDate")
public class KeepResponseWithRightDate implements JavaDelegate {

    private final KeptResponses kept;

    KeepResponseWithRightDate(KeptResponses kept) {
        this.kept = kept;
    }

    @Override
    public void execute(DelegateExecution execution) {
        keep(execution.getVariablesTyped(false));
    }

    /** Keeps the response of an inspection with these variables. */
    public void keep(VariableMap variables) {
        kept.keepWithTicks(
                ProcessVariables.REFERENCE.get(variables),
                ProcessVariables.APPROVED_ON.get(variables),
                ResponseOfInspection.in(variables));
    }
}
