package uk.opcc.inspectionresponse.casework.preview;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.Variables;
import uk.opcc.inspectionresponse.casework.comments.CommentsOnItems;
import uk.opcc.inspectionresponse.casework.correction.CorrectedParts;
import uk.opcc.inspectionresponse.casework.correction.ExplanationsInOneText;
import uk.opcc.inspectionresponse.casework.drafting.AnswersInOneTask;
import uk.opcc.inspectionresponse.casework.drafting.ResponseOfInspection;
import uk.opcc.inspectionresponse.process.ProcessVariables;
import uk.opcc.inspectionresponse.process.ProcessVariables.Explanation;
import uk.opcc.inspectionresponse.process.ProcessVariables.ExplanationText;
import uk.opcc.inspectionresponse.process.ProcessVariables.Item;
import uk.opcc.inspectionresponse.process.ProcessVariables.ItemComment;
import uk.opcc.inspectionresponse.publishing.document.Response;
import uk.opcc.inspectionresponse.statutory.SentDate;

/** A response with texts that somebody is typing in place of those that it has. */
final class ResponseAsTyped {

    /** The names of the variables that are in every response, whatever else is. */
    static final Set<String> OF_EVERY_RESPONSE = Set.of(
            ProcessVariables.TITLE.name(),
            ProcessVariables.DATE_PUBLISHED.name(),
            ProcessVariables.INSPECTION_TYPE.name(),
            ProcessVariables.TYPE_RULES.name(),
            ProcessVariables.COMMENTS_RECORD.name(),
            ProcessVariables.SIGNATURE.name(),
            ProcessVariables.SIGNATORIES.name(),
            ProcessVariables.SIGNATORY.name());

    private static final String ANSWERS = ProcessVariables.ANSWERS.name() + ".";
    private static final String COMMENTS_ON = ProcessVariables.COMMENTS_ON.name() + ".";

    private final VariableMap variables;
    private final LocalDate today;

    /** The response of the inspection that has these variables, which were fetched without deserializing them. */
    ResponseAsTyped(VariableMap variables, LocalDate today) {
        this.variables = variables;
        this.today = today;
    }

    /** The response with these texts, by the keys of the fields into which they are typed. */
    Response with(Map<String, String> typed) {
        Response before = ResponseOfInspection.draft(withChosenSignatory(typed), today);
        List<ItemComment> comments = comments(typed);
        return new Response(
                Optional.ofNullable(text(typed, "title", before.title())).orElse(before.title()),
                before.published(),
                before.inspectionType(),
                text(typed, "findings.keyFindings", before.keyFindings()),
                text(typed, "comments.text", before.chiefConstable()),
                text(typed, "response.text", before.localPolicingBody()),
                ResponseOfInspection.answers(
                        withWhatIsCommentedOn(
                                comments,
                                withWhatIsAnswered(typed, withWhatIsExplained(typed, withWhatIsCorrected(typed)))),
                        comments),
                before.signature(),
                before.statute());
    }

    private VariableMap withChosenSignatory(Map<String, String> typed) {
        String name = ProcessVariables.SIGNATORY.name();
        return typed.containsKey(name) ? Variables.fromMap(variables).putValue(name, typed.get(name)) : variables;
    }

    /** Those that are being typed, or else those that were submitted. */
    private List<ItemComment> comments(Map<String, String> typed) {
        Map<String, String> comments = withTyped(typed, COMMENTS_ON, ProcessVariables.COMMENTS_ON.find(variables));
        List<ItemComment> submitted = ResponseOfInspection.submittedOnItems(variables);
        return comments.isEmpty()
                ? submitted
                : isCorrection()
                        ? CorrectedParts.comments(submitted, comments)
                        : new CommentsOnItems(comments).of(items());
    }

    /** What was kept of fields that the form has for each item, and what has been typed into them since. */
    private static Map<String, String> withTyped(
            Map<String, String> typed, String prefix, Optional<Map<String, String>> kept) {
        Map<String, String> all = new HashMap<>(kept.orElse(Map.of()));
        typed.forEach((key, text) -> {
            if (key.startsWith(prefix)) {
                all.put(key.substring(prefix.length()), text);
            }
        });
        return all;
    }

    private static String text(Map<String, String> typed, String key, String before) {
        String text = typed.get(key);
        return text == null ? before : text.isBlank() ? null : text;
    }

    /**
     * All explanations are corrected in one text; as long as its lines are not those of the recommendations, in none.
     */
    private List<Explanation> withWhatIsCorrected(Map<String, String> typed) {
        List<Explanation> explanations =
                ProcessVariables.EXPLANATIONS.find(variables).orElse(List.of());
        List<Explanation> corrected = Optional.ofNullable(typed.get("correction.explanations"))
                .flatMap(text -> ExplanationsInOneText.read(text, explanations))
                .orElse(explanations);
        return isCorrection()
                ? CorrectedParts.in(corrected, withTyped(typed, ANSWERS, ProcessVariables.ANSWERS.find(variables)))
                : corrected;
    }

    private List<Explanation> withWhatIsExplained(Map<String, String> typed, List<Explanation> before) {
        return ProcessVariables.RECOMMENDATION
                .find(variables)
                .map(recommendation -> {
                    ExplanationText kept =
                            ProcessVariables.EXPLANATION.find(variables).orElse(new ExplanationText(null, null, null));
                    ExplanationText now = new ExplanationText(
                            Optional.ofNullable(text(typed, "explanation.kind", kept.kind()))
                                    .orElse("action"),
                            Optional.ofNullable(text(typed, "explanation.text", kept.text()))
                                    .orElse(""),
                            null,
                            text(typed, "explanation.owner", kept.owner()),
                            Optional.ofNullable(typed.get("explanation.targetDate"))
                                    .map(date -> SentDate.read(date).orElse(null))
                                    .orElse(kept.targetDate()));
                    return inOrder(
                            before, List.of(Explanation.of(recommendation, recommendation.causeAmong(items()), now)));
                })
                .orElse(before);
    }

    private boolean isCorrection() {
        return ProcessVariables.CORRECTION.find(variables).isPresent();
    }

    private List<Item> items() {
        return ProcessVariables.RECOMMENDATIONS.find(variables).orElse(List.of());
    }

    /** Several are answered in one task; what is typed of them stands there by their numbers. */
    private List<Explanation> withWhatIsAnswered(Map<String, String> typed, List<Explanation> before) {
        Optional<Map<String, String>> kept = ProcessVariables.ANSWERS.find(variables);
        if (kept.isEmpty()) {
            return before;
        }
        List<Item> toAnswer =
                ProcessVariables.RECOMMENDATIONS_TO_EXPLAIN.find(variables).orElse(List.of());
        return inOrder(before, new AnswersInOneTask(withTyped(typed, ANSWERS, kept)).of(toAnswer, items(), null));
    }

    /** What the Chief Constable's office comments on stands there before anybody has answered it. */
    private List<Explanation> withWhatIsCommentedOn(List<ItemComment> comments, List<Explanation> before) {
        Map<Integer, Item> byNumber = items().stream().collect(Collectors.toMap(Item::number, item -> item));
        Set<Integer> there = before.stream().map(Explanation::number).collect(Collectors.toSet());
        return inOrder(
                before,
                comments.stream()
                        .map(ItemComment::number)
                        .map(byNumber::get)
                        .filter(Objects::nonNull)
                        .flatMap(this::answeredFor)
                        .filter(item -> !there.contains(item.number()))
                        .distinct()
                        .map(item -> Explanation.of(
                                item, item.causeAmong(items()), new ExplanationText("action", null, null)))
                        .toList());
    }

    /** The item; of a cause of concern, which is printed above its recommendations, the first of these. */
    private Stream<Item> answeredFor(Item commented) {
        return commented.answered().equals(Item.WITH_ITS_RECOMMENDATIONS)
                ? items().stream()
                        .filter(item -> Objects.equals(item.cause(), commented.number()))
                        .limit(1)
                : Stream.of(commented);
    }

    private static List<Explanation> inOrder(List<Explanation> before, List<Explanation> others) {
        Set<Integer> numbers = others.stream().map(Explanation::number).collect(Collectors.toSet());
        return Stream.concat(before.stream().filter(one -> !numbers.contains(one.number())), others.stream())
                .sorted(Comparator.comparingInt(Explanation::number))
                .toList();
    }
}
