package uk.opcc.inspectionresponse.casework.preview;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.variable.VariableMap;
import uk.opcc.inspectionresponse.casework.correction.ExplanationsInOneText;
import uk.opcc.inspectionresponse.casework.drafting.AnswersInOneTask;
import uk.opcc.inspectionresponse.casework.drafting.ResponseOfInspection;
import uk.opcc.inspectionresponse.process.ProcessVariables;
import uk.opcc.inspectionresponse.process.ProcessVariables.Explanation;
import uk.opcc.inspectionresponse.process.ProcessVariables.Item;
import uk.opcc.inspectionresponse.publishing.document.Response;

/** A response with texts that somebody is typing in place of those that it has. */
final class ResponseAsTyped {

    /** The names of the variables that are in every response, whatever else is. */
    static final Set<String> OF_EVERY_RESPONSE = Set.of(
            ProcessVariables.TITLE.name(),
            ProcessVariables.DATE_PUBLISHED.name(),
            ProcessVariables.INSPECTION_TYPE.name(),
            ProcessVariables.COMMENTS_RECORD.name());

    private static final String ANSWERS = ProcessVariables.ANSWERS.name() + ".";

    private final VariableMap variables;

    /** The response of the inspection that has these variables, which were fetched without deserializing them. */
    ResponseAsTyped(VariableMap variables) {
        this.variables = variables;
    }

    /** The response with these texts, by the keys of the fields into which they are typed. */
    Response with(Map<String, String> typed) {
        Response before = ResponseOfInspection.in(variables);
        return new Response(
                Optional.ofNullable(text(typed, "title", before.title())).orElse(before.title()),
                before.published(),
                before.inspectionType(),
                text(typed, "findings.keyFindings", before.keyFindings()),
                text(typed, "comments.text", before.chiefConstable()),
                text(typed, "response.text", before.localPolicingBody()),
                withWhatIsAnswered(
                        typed, withWhatIsExplained(typed, withWhatIsCorrected(typed, before.recommendations()))));
    }

    private static String text(Map<String, String> typed, String key, String before) {
        String text = typed.get(key);
        return text == null ? before : text.isBlank() ? null : text;
    }

    /**
     * All explanations are corrected in one text; as long as its lines are not those of the recommendations, in none.
     */
    private List<Response.Answer> withWhatIsCorrected(Map<String, String> typed, List<Response.Answer> before) {
        List<Explanation> explanations =
                ProcessVariables.EXPLANATIONS.find(variables).orElse(List.of());
        return Optional.ofNullable(typed.get("correction.explanations"))
                .flatMap(text -> ExplanationsInOneText.read(text, explanations))
                .map(corrected ->
                        corrected.stream().map(ResponseOfInspection::answer).toList())
                .orElse(before);
    }

    private List<Response.Answer> withWhatIsExplained(Map<String, String> typed, List<Response.Answer> before) {
        return ProcessVariables.RECOMMENDATION
                .find(variables)
                .map(recommendation -> {
                    var kept = ProcessVariables.EXPLANATION.find(variables);
                    String kind = text(
                            typed,
                            "explanation.kind",
                            kept.map(ProcessVariables.ExplanationText::kind).orElse(null));
                    String explanation = text(
                            typed,
                            "explanation.text",
                            kept.map(ProcessVariables.ExplanationText::text).orElse(null));
                    List<Response.Answer> answers = new ArrayList<>(before);
                    answers.removeIf(answer -> answer.number() == recommendation.number());
                    answers.add(ResponseOfInspection.answer(Explanation.of(
                            recommendation,
                            recommendation.causeAmong(items()),
                            Optional.ofNullable(kind).orElse("action"),
                            explanation == null ? "" : explanation,
                            null)));
                    answers.sort(Comparator.comparingInt(Response.Answer::number));
                    return List.copyOf(answers);
                })
                .orElse(before);
    }

    private List<Item> items() {
        return ProcessVariables.RECOMMENDATIONS.find(variables).orElse(List.of());
    }

    /** Several are answered in one task; what is typed of them stands there by their numbers. */
    private List<Response.Answer> withWhatIsAnswered(Map<String, String> typed, List<Response.Answer> before) {
        Optional<Map<String, String>> kept = ProcessVariables.ANSWERS.find(variables);
        if (kept.isEmpty()) {
            return before;
        }
        List<Item> toAnswer =
                ProcessVariables.RECOMMENDATIONS_TO_EXPLAIN.find(variables).orElse(List.of());
        Map<String, String> answers = new HashMap<>(kept.get());
        typed.forEach((key, text) -> {
            if (key.startsWith(ANSWERS)) {
                answers.put(key.substring(ANSWERS.length()), text);
            }
        });
        Set<Integer> numbers = toAnswer.stream().map(Item::number).collect(Collectors.toSet());
        List<Response.Answer> all = new ArrayList<>(before);
        all.removeIf(answer -> numbers.contains(answer.number()));
        new AnswersInOneTask(answers)
                .of(toAnswer, items(), null)
                .forEach(explanation -> all.add(ResponseOfInspection.answer(explanation)));
        all.sort(Comparator.comparingInt(Response.Answer::number));
        return List.copyOf(all);
    }
}
