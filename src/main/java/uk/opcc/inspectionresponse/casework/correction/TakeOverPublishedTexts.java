package uk.opcc.inspectionresponse.casework.correction;

import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import uk.opcc.inspectionresponse.process.ProcessVariables;
import uk.opcc.inspectionresponse.process.ProcessVariables.Cause;
import uk.opcc.inspectionresponse.process.ProcessVariables.Comments;
import uk.opcc.inspectionresponse.process.ProcessVariables.CommentsRecord;
import uk.opcc.inspectionresponse.process.ProcessVariables.Correction;
import uk.opcc.inspectionresponse.process.ProcessVariables.Explanation;
import uk.opcc.inspectionresponse.process.ProcessVariables.Findings;
import uk.opcc.inspectionresponse.process.ProcessVariables.ResponseText;
import uk.opcc.inspectionresponse.publishing.document.Response;
import uk.opcc.inspectionresponse.publishing.register.Register;

/** Puts the texts of a published response before whoever corrects it. */
@Component("takeOverPublishedTexts")
class TakeOverPublishedTexts implements JavaDelegate {

    private final Register register;

    TakeOverPublishedTexts(Register register) {
        this.register = register;
    }

    @Override
    public void execute(DelegateExecution execution) {
        String reference = ProcessVariables.REFERENCE.get(execution);
        set(execution, register.texts(reference).orElseThrow());
    }

    private static void set(DelegateExecution execution, Response published) {
        ProcessVariables.TITLE.set(execution, published.title());
        ProcessVariables.DATE_PUBLISHED.set(execution, published.published());
        ProcessVariables.INSPECTION_TYPE.set(execution, published.inspectionType());
        ProcessVariables.FINDINGS.set(execution, new Findings(published.keyFindings(), null));
        ProcessVariables.COMMENTS_RECORD.set(
                execution, new CommentsRecord(published.chiefConstable() != null, null, null, null));
        ProcessVariables.COMMENTS.set(execution, new Comments(published.chiefConstable()));
        ProcessVariables.RESPONSE.set(execution, new ResponseText(published.localPolicingBody()));
        List<Explanation> explanations = published.recommendations().stream()
                .map(answer -> new Explanation(
                        answer.number(),
                        answer.recommendation(),
                        answer.action() ? "action" : "no-action",
                        answer.explanation(),
                        null,
                        answer.label(),
                        answer.cause() == null
                                ? null
                                : new Cause(
                                        answer.cause().label(), answer.cause().text()),
                        answer.sameAs()))
                .toList();
        ProcessVariables.EXPLANATIONS.set(execution, explanations);
        ProcessVariables.CORRECTION.set(
                execution,
                new Correction(
                        ProcessVariables.CORRECTION.get(execution).reason(),
                        explanations.isEmpty() ? null : ExplanationsInOneText.of(explanations)));
    }
}
