package uk.opcc.inspectionresponse.casework.approval;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.variable.VariableMap;
import org.springframework.stereotype.Component;
import uk.opcc.inspectionresponse.casework.drafting.ResponseOfInspection;
import uk.opcc.inspectionresponse.process.ProcessVariables;
import uk.opcc.inspectionresponse.publishing.archive.ApprovedResponses;
import uk.opcc.inspectionresponse.publishing.archive.KeptDocument;
import uk.opcc.inspectionresponse.publishing.document.Documents;

/** Renders what was approved and keeps it: this, byte for byte, is what is distributed and published. */
@Component("keepApprovedResponse")
class KeepApprovedResponse implements JavaDelegate {

    private final Documents documents;
    private final ApprovedResponses approved;

    KeepApprovedResponse(Documents documents, ApprovedResponses approved) {
        this.documents = documents;
        this.approved = approved;
    }

    @Override
    public void execute(DelegateExecution execution) {
        VariableMap variables = execution.getVariablesTyped(false);
        byte[] html = documents.html(ResponseOfInspection.in(variables));
        approved.keep(
                ProcessVariables.REFERENCE.get(variables),
                ProcessVariables.APPROVED_ON.get(variables),
                KeptDocument.of(html),
                format -> KeptDocument.of(documents.in(format, html)));
    }
}
