package uk.opcc.inspectionresponse.casework.correction;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import uk.opcc.inspectionresponse.casework.comments.CommentsOnItems;
import uk.opcc.inspectionresponse.process.ProcessVariables;
import uk.opcc.inspectionresponse.process.ProcessVariables.Asked;
import uk.opcc.inspectionresponse.process.ProcessVariables.Cause;
import uk.opcc.inspectionresponse.process.ProcessVariables.Comments;
import uk.opcc.inspectionresponse.process.ProcessVariables.CommentsRecord;
import uk.opcc.inspectionresponse.process.ProcessVariables.Correction;
import uk.opcc.inspectionresponse.process.ProcessVariables.Explanation;
import uk.opcc.inspectionresponse.process.ProcessVariables.Findings;
import uk.opcc.inspectionresponse.process.ProcessVariables.ItemComment;
import uk.opcc.inspectionresponse.process.ProcessVariables.ResponseText;
import uk.opcc.inspectionresponse.process.ProcessVariables.Signature;
import uk.opcc.inspectionresponse.process.ProcessVariables.TypeRules;
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
        ProcessVariables.TYPE_RULES.set(execution, TypeRules.withStatute(published.statute()));
        ProcessVariables.FINDINGS.set(execution, new Findings(published.keyFindings(), null));
        ProcessVariables.COMMENTS_RECORD.set(
                execution, new CommentsRecord(published.chiefConstable() != null, null, null, null));
        ProcessVariables.COMMENTS.set(execution, new Comments(published.chiefConstable()));
        ProcessVariables.RESPONSE.set(execution, new ResponseText(published.localPolicingBody()));
        List<Explanation> explanations = published.recommendations().stream()
                .map(TakeOverPublishedTexts::explanation)
                .toList();
        List<ItemComment> comments = comments(published);
        ProcessVariables.ITEM_COMMENTS.set(execution, comments);
        ProcessVariables.COMMENTS_ON.set(execution, CorrectedParts.ofComments(comments));
        ProcessVariables.ANSWERS.set(execution, CorrectedParts.of(explanations));
        Optional.ofNullable(published.signature())
                .ifPresent(signed -> ProcessVariables.SIGNATURE.set(
                        execution, new Signature(signed.name(), signed.title(), signed.on())));
        ProcessVariables.EXPLANATIONS.set(execution, explanations);
        ProcessVariables.CORRECTION.set(
                execution,
                new Correction(
                        ProcessVariables.CORRECTION.get(execution).reason(),
                        explanations.isEmpty() ? null : ExplanationsInOneText.of(explanations)));
    }

    private static Explanation explanation(Response.Answer answer) {
        return new Explanation(
                answer.number(),
                answer.recommendation(),
                answer.action() ? "action" : "no-action",
                answer.explanation(),
                null,
                answer.label(),
                Optional.ofNullable(answer.cause())
                        .map(cause -> new Cause(cause.number(), cause.label(), cause.text()))
                        .orElse(null),
                answer.sameAs(),
                answer.owner(),
                answer.targetDate(),
                Optional.ofNullable(answer.asked())
                        .map(asked -> new Asked(asked.kind(), asked.deadline()))
                        .orElse(null));
    }

    /** On each item, and on each cause once. */
    private static List<ItemComment> comments(Response published) {
        Map<Integer, ItemComment> byNumber = new TreeMap<>();
        for (Response.Answer answer : published.recommendations()) {
            add(byNumber, answer.number(), answer.label(), answer.comment());
            if (answer.cause() != null) {
                add(
                        byNumber,
                        answer.cause().number(),
                        answer.cause().label(),
                        answer.cause().comment());
            }
        }
        return List.copyOf(byNumber.values());
    }

    private static void add(
            Map<Integer, ItemComment> byNumber, Integer number, String label, Response.Comment comment) {
        if (comment != null) {
            byNumber.put(number, CommentsOnItems.of(number, label, comment, null));
        }
    }
}
