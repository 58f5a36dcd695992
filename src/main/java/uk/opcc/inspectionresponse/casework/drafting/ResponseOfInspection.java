package uk.opcc.inspectionresponse.casework.drafting;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.variable.VariableMap;
import uk.opcc.inspectionresponse.process.ProcessVariables;
import uk.opcc.inspectionresponse.process.ProcessVariables.Comments;
import uk.opcc.inspectionresponse.process.ProcessVariables.CommentsRecord;
import uk.opcc.inspectionresponse.process.ProcessVariables.Explanation;
import uk.opcc.inspectionresponse.process.ProcessVariables.Findings;
import uk.opcc.inspectionresponse.process.ProcessVariables.Item;
import uk.opcc.inspectionresponse.process.ProcessVariables.ItemComment;
import uk.opcc.inspectionresponse.process.ProcessVariables.ResponseText;
import uk.opcc.inspectionresponse.process.ProcessVariables.Signatory;
import uk.opcc.inspectionresponse.process.ProcessVariables.Signature;
import uk.opcc.inspectionresponse.process.ProcessVariables.TypeRules;
import uk.opcc.inspectionresponse.publishing.document.Response;

/** What the response says, from the variables of the process. */
public final class ResponseOfInspection {

    private ResponseOfInspection() {}

    /**
     * What is drafted, signed as it would be if it were approved now.
     *
     * @throws IllegalStateException if the report's title, date or type is missing
     */
    public static Response draft(VariableMap variables, LocalDate today) {
        Response drafted = in(variables);
        return drafted.signature() == null
                ? drafted.signed(proposed(variables, today).orElse(null))
                : drafted;
    }

    /**
     * What is approved, from variables that were fetched without deserializing them.
     *
     * @throws IllegalStateException if the report's title, date or type is missing
     */
    public static Response in(VariableMap variables) {
        return new Response(
                ProcessVariables.TITLE.get(variables),
                ProcessVariables.DATE_PUBLISHED.get(variables),
                ProcessVariables.INSPECTION_TYPE.get(variables),
                ProcessVariables.FINDINGS
                        .find(variables)
                        .map(Findings::keyFindings)
                        .orElse(null),
                comments(variables),
                ProcessVariables.RESPONSE
                        .find(variables)
                        .map(ResponseText::text)
                        .orElse(null),
                answers(explanations(variables), submittedOnItems(variables)),
                ProcessVariables.SIGNATURE
                        .find(variables)
                        .map(ResponseOfInspection::signed)
                        .orElse(null),
                ProcessVariables.TYPE_RULES
                        .find(variables)
                        .map(TypeRules::statute)
                        .orElse(null));
    }

    /** What an earlier release has recorded of an answer does not say what is asked: the item does. */
    private static List<Explanation> explanations(VariableMap variables) {
        Map<Integer, Item> items = ProcessVariables.RECOMMENDATIONS.find(variables).orElse(List.of()).stream()
                .collect(Collectors.toMap(Item::number, Function.identity()));
        return ProcessVariables.EXPLANATIONS.find(variables).orElse(List.of()).stream()
                .map(explanation -> explanation.asked() == null && items.containsKey(explanation.number())
                        ? explanation.asked(items.get(explanation.number()))
                        : explanation)
                .toList();
    }

    /** What the response says of each item, with the Chief Constable's comments on them. */
    public static List<Response.Answer> answers(List<Explanation> explanations, List<ItemComment> comments) {
        Map<Integer, Response.Comment> ofItems = new HashMap<>();
        comments.forEach(comment -> published(comment).ifPresent(words -> ofItems.put(comment.number(), words)));
        return explanations.stream()
                .map(explanation -> answer(explanation, ofItems))
                .toList();
    }

    private static Response.Answer answer(Explanation explanation, Map<Integer, Response.Comment> comments) {
        return new Response.Answer(
                explanation.number(),
                explanation.recommendation(),
                explanation.kind().equals("action"),
                explanation.text(),
                explanation.label(),
                Optional.ofNullable(explanation.cause())
                        .map(cause -> new Response.Cause(
                                cause.number(), cause.label(), cause.text(), comments.get(cause.number())))
                        .orElse(null),
                explanation.sameAs(),
                comments.get(explanation.number()),
                explanation.owner(),
                explanation.targetDate(),
                Optional.ofNullable(explanation.asked())
                        .map(asked -> new Response.Asked(asked.kind(), asked.deadline()))
                        .orElse(null));
    }

    /** The part of a comment that is for publication, if there is one. */
    private static Optional<Response.Comment> published(ItemComment comment) {
        return Optional.of(
                        new Response.Comment(comment.text(), comment.status(), comment.owner(), comment.targetDate()))
                .filter(published ->
                        published.text() != null || !published.facts().isEmpty());
    }

    /** The comments on individual items, where any were submitted. */
    public static List<ItemComment> submittedOnItems(VariableMap variables) {
        return ProcessVariables.COMMENTS_RECORD
                .find(variables)
                .filter(CommentsRecord::submitted)
                .flatMap(submitted -> ProcessVariables.ITEM_COMMENTS.find(variables))
                .orElse(List.of());
    }

    private static Response.Signature signed(Signature signed) {
        return new Response.Signature(signed.name(), signed.title(), signed.on());
    }

    /** As it would be signed now: nothing before there is anybody to choose. */
    private static Optional<Response.Signature> proposed(VariableMap variables, LocalDate today) {
        String chosen = ProcessVariables.SIGNATORY.find(variables).orElse(null);
        return ProcessVariables.SIGNATORIES
                .find(variables)
                .map(signatories -> signed(Signatory.signature(signatories, chosen, today)));
    }

    /** What was typed before it was recorded that none were submitted is no comment. */
    private static String comments(VariableMap variables) {
        return ProcessVariables.COMMENTS_RECORD
                .find(variables)
                .filter(CommentsRecord::submitted)
                .flatMap(submitted -> ProcessVariables.COMMENTS.find(variables))
                .map(Comments::text)
                .orElse(null);
    }
}
