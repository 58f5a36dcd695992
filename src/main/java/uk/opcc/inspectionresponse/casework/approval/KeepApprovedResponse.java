package uk.opcc.inspectionresponse.casework.approval;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.variable.VariableMap;
import org.springframework.stereotype.Component;
import uk.opcc.inspectionresponse.casework.drafting.LettersOfInspection;
import uk.opcc.inspectionresponse.casework.drafting.ResponseOfInspection;
import uk.opcc.inspectionresponse.process.ProcessVariables;
import uk.opcc.inspectionresponse.process.Recipient;
import uk.opcc.inspectionresponse.publishing.archive.ApprovedLetters;
import uk.opcc.inspectionresponse.publishing.archive.ApprovedResponses;
import uk.opcc.inspectionresponse.publishing.archive.KeptDocument;
import uk.opcc.inspectionresponse.publishing.document.Documents;
import uk.opcc.inspectionresponse.publishing.document.Letter;
import uk.opcc.inspectionresponse.publishing.document.Response;

/**
 * Renders what was approved and keeps it, with the letters to those who get it as a letter: this, byte for byte, is
 * what is distributed and published.
 */
@Component("keepApprovedResponse")
class KeepApprovedResponse implements JavaDelegate {

    private final Documents documents;
    private final ApprovedResponses approved;
    private final ApprovedLetters kept;
    private final LettersOfInspection letters;

    KeepApprovedResponse(
            Documents documents, ApprovedResponses approved, ApprovedLetters kept, LettersOfInspection letters) {
        this.documents = documents;
        this.approved = approved;
        this.kept = kept;
        this.letters = letters;
    }

    @Override
    public void execute(DelegateExecution execution) {
        VariableMap variables = execution.getVariablesTyped(false);
        String reference = ProcessVariables.REFERENCE.get(variables);
        Response response = ResponseOfInspection.in(variables);
        byte[] html = documents.html(response);
        approved.keep(
                        reference,
                        ProcessVariables.APPROVED_ON.get(variables),
                        KeptDocument.of(html),
                        format -> KeptDocument.of(documents.in(format, html)))
                .ifPresent(version -> letters.of(reference)
                        .forEach((recipient, letter) -> keep(reference, version, recipient, response, letter)));
    }

    private void keep(String reference, int version, Recipient recipient, Response response, Letter letter) {
        byte[] html = documents.letter(response, letter);
        kept.keep(reference, version, recipient.key(), format -> KeptDocument.of(documents.in(format, html)));
    }
}
