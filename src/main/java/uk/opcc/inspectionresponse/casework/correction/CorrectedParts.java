package uk.opcc.inspectionresponse.casework.correction;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import uk.opcc.inspectionresponse.casework.comments.CommentsOnItems;
import uk.opcc.inspectionresponse.platform.forms.TypedParts;
import uk.opcc.inspectionresponse.process.ProcessVariables.Explanation;
import uk.opcc.inspectionresponse.process.ProcessVariables.Item;
import uk.opcc.inspectionresponse.process.ProcessVariables.ItemComment;

/**
 * What a correction can change of individual items beside the explanations: the owners and the target dates of the
 * actions, and the Chief Constable's comments. A form has them by part and number: {@code owner4}.
 */
public final class CorrectedParts {

    private static final String OWNER = "owner";
    private static final String TARGET_DATE = "targetDate";

    private CorrectedParts() {}

    /** The owners and dates, as the form begins with them. */
    static Map<String, String> of(List<Explanation> explanations) {
        Map<String, String> parts = new TreeMap<>();
        explanations.stream()
                .filter(explanation -> explanation.sameAs() == null)
                .forEach(explanation -> {
                    put(parts, OWNER + explanation.number(), explanation.owner());
                    put(parts, TARGET_DATE + explanation.number(), explanation.targetDate());
                });
        return parts;
    }

    /** The comments, as the form begins with them. */
    static Map<String, String> ofComments(List<ItemComment> comments) {
        Map<String, String> parts = new TreeMap<>();
        comments.forEach(comment -> {
            put(parts, "text" + comment.number(), comment.text());
            put(parts, "status" + comment.number(), comment.status());
            put(parts, OWNER + comment.number(), comment.owner());
            put(parts, TARGET_DATE + comment.number(), comment.targetDate());
        });
        return parts;
    }

    private static void put(Map<String, String> parts, String name, Object value) {
        if (value != null) {
            parts.put(name, value.toString());
        }
    }

    /** The explanations with the owners and dates that were typed; those that share an answer share them too. */
    public static List<Explanation> in(List<Explanation> explanations, Map<String, String> typed) {
        Map<Integer, Explanation> own = new HashMap<>();
        explanations.stream()
                .filter(explanation -> explanation.sameAs() == null)
                .forEach(explanation -> own.put(explanation.number(), with(explanation, explanation, typed)));
        return explanations.stream()
                .map(explanation -> explanation.sameAs() == null
                        ? own.get(explanation.number())
                        : Optional.ofNullable(own.get(explanation.sameAs()))
                                .map(shared -> with(explanation, shared, typed))
                                .orElse(explanation))
                .toList();
    }

    private static Explanation with(Explanation explanation, Explanation shared, Map<String, String> typed) {
        TypedParts parts = new TypedParts(typed);
        return explanation.done(
                parts.text(OWNER, shared.number()).orElse(null),
                parts.day(TARGET_DATE, shared.number()).orElse(null));
    }

    /** The comments as they were typed, on the items that had one; what was emptied can be typed again. */
    public static List<ItemComment> comments(List<ItemComment> before, Map<String, String> typed) {
        return new CommentsOnItems(typed)
                .onEach(before.stream()
                        .map(comment -> new Item(
                                comment.number(), null, null, comment.label(), null, null, null, null, null, null))
                        .toList());
    }
}
