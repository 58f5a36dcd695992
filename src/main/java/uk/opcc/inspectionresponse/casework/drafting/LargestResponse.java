package uk.opcc.inspectionresponse.casework.drafting;

import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.camunda.bpm.engine.runtime.VariableInstance;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.Variables;
import org.springframework.stereotype.Component;
import uk.opcc.inspectionresponse.platform.forms.SubmissionCheck;
import uk.opcc.inspectionresponse.platform.office.Office;
import uk.opcc.inspectionresponse.platform.refusal.InputRefused;
import uk.opcc.inspectionresponse.process.AsApplication;
import uk.opcc.inspectionresponse.process.ProcessVariable;
import uk.opcc.inspectionresponse.process.ProcessVariables;
import uk.opcc.inspectionresponse.process.ProcessVariables.Comments;
import uk.opcc.inspectionresponse.process.ProcessVariables.Correction;
import uk.opcc.inspectionresponse.process.ProcessVariables.Explanation;
import uk.opcc.inspectionresponse.process.ProcessVariables.ExplanationText;
import uk.opcc.inspectionresponse.process.ProcessVariables.Findings;
import uk.opcc.inspectionresponse.process.ProcessVariables.ResponseText;
import uk.opcc.inspectionresponse.publishing.archive.ApprovedResponses;
import uk.opcc.inspectionresponse.publishing.document.Documents;
import uk.opcc.inspectionresponse.publishing.document.EstimatedLength;
import uk.opcc.inspectionresponse.publishing.document.Format;
import uk.opcc.inspectionresponse.publishing.document.Response;

/**
 * Refuses a text with which the whole response would be longer than any office needs, at the form where it is typed:
 * later, when the documents are made of it, nobody could shorten it.
 */
@Component
class LargestResponse implements SubmissionCheck {

    private static final String RECOMMENDATIONS = "findings.recommendationsText";
    private static final String CORRECTED_ITEMS = ProcessVariables.CORRECTED.name();
    private static final String COMMENTS_ON = ProcessVariables.COMMENTS_ON.name();

    /** Of the fields that the form has for each item: where they are kept. */
    private static final List<ProcessVariable<Map<String, String>>> REPEATED =
            List.of(ProcessVariables.ANSWERS, ProcessVariables.CORRECTED, ProcessVariables.COMMENTS_ON);

    private static final String CORRECTED_EXPLANATIONS = "correction.explanations";

    /** The fields that enter the response, by their keys in the forms. */
    private static final Map<String, Function<VariableScope, Optional<String>>> ENTERING = entering();

    /**
     * Pages that a form may have where the others were too long before there was a limit: the inspection must go on.
     */
    private static final double ALWAYS = 5;

    /** An estimate and the pages of a file that is there differ. */
    private static final double TOLERANCE = 1.1;

    private final int limit;
    private final ApprovedResponses approved;
    private final Documents documents;
    private final RuntimeService runtime;
    private final AsApplication application;

    LargestResponse(
            Office office,
            ApprovedResponses approved,
            Documents documents,
            RuntimeService runtime,
            AsApplication application) {
        this.limit = office.document().largestResponse();
        this.approved = approved;
        this.documents = documents;
        this.runtime = runtime;
        this.application = application;
    }

    private static Map<String, Function<VariableScope, Optional<String>>> entering() {
        Map<String, Function<VariableScope, Optional<String>>> fields = new LinkedHashMap<>();
        fields.put(
                "findings.keyFindings",
                task -> ProcessVariables.FINDINGS.find(task).map(Findings::keyFindings));
        fields.put(RECOMMENDATIONS, task -> ProcessVariables.FINDINGS.find(task).map(Findings::recommendationsText));
        fields.put("comments.text", task -> ProcessVariables.COMMENTS.find(task).map(Comments::text));
        fields.put(
                "explanation.text",
                task -> ProcessVariables.EXPLANATION.find(task).map(ExplanationText::text));
        fields.put("response.text", task -> ProcessVariables.RESPONSE.find(task).map(ResponseText::text));
        fields.put(
                CORRECTED_EXPLANATIONS,
                task -> ProcessVariables.CORRECTION.find(task).map(Correction::explanations));
        return fields;
    }

    @Override
    public void check(DelegateTask task, Map<String, String> labels) {
        Map<String, Double> submitted = new LinkedHashMap<>();
        ENTERING.forEach((field, text) -> {
            if (labels.containsKey(field)) {
                text.apply(task).ifPresent(typed -> submitted.put(field, EstimatedLength.of(typed)));
            }
        });
        labels.keySet()
                .forEach(field ->
                        repeated(field, task).ifPresent(typed -> submitted.put(field, EstimatedLength.of(typed))));
        if (submitted.isEmpty()) {
            return;
        }
        double whole = length(task, labels);
        if (whole > limit && !wasTooLongBefore(task, whole, submitted)) {
            throw refused(whole, submitted, labels);
        }
    }

    /** What is typed into a field that the form has for each item. */
    private static Optional<String> repeated(String field, DelegateTask task) {
        return REPEATED.stream()
                .filter(variable -> field.startsWith(variable.name() + ".text"))
                .findFirst()
                .flatMap(variable -> variable.find(task)
                        .map(typed -> typed.get(field.substring(variable.name().length() + 1))));
    }

    /** What was accepted when there was no limit, or another one, does not keep an inspection from its end. */
    private boolean wasTooLongBefore(DelegateTask task, double whole, Map<String, Double> submitted) {
        double here =
                submitted.values().stream().mapToDouble(Double::doubleValue).sum();
        return whole - here > limit && here <= ALWAYS
                || ProcessVariables.REFERENCE
                        .find(task)
                        .flatMap(reference -> approved.find(reference, Format.PDF))
                        .filter(pdf -> whole <= documents.pages(pdf.content()) * TOLERANCE)
                        .isPresent();
    }

    private InputRefused refused(double whole, Map<String, Double> submitted, Map<String, String> labels) {
        String longest = submitted.entrySet().stream()
                .max(Comparator.comparingDouble(Map.Entry::getValue))
                .orElseThrow()
                .getKey();
        return new InputRefused(
                longest,
                labels.get(longest) + ": this text has about " + inPages(submitted.get(longest))
                        + ", with which the whole response would have about " + inPages(whole) + ". The limit is "
                        + inPages(limit) + ". Shorten it, or publish the details elsewhere and give the link.");
    }

    private static String inPages(double length) {
        long pages = Math.max(1, (long) Math.ceil(length));
        return pages == 1 ? "1 page" : String.format(java.util.Locale.UK, "%,d pages", pages);
    }

    /** Of the response as it would be with what is submitted. */
    private double length(DelegateTask task, Map<String, String> labels) {
        double length = EstimatedLength.of(new Response(
                null,
                null,
                null,
                text(task, "findings.keyFindings"),
                text(task, "comments.text"),
                text(task, "response.text"),
                answers(task, labels)));
        if (labels.containsKey(RECOMMENDATIONS)) {
            length += EstimatedLength.of(text(task, RECOMMENDATIONS));
        }
        if (labels.containsKey(CORRECTED_EXPLANATIONS)) {
            length += EstimatedLength.of(text(task, CORRECTED_EXPLANATIONS));
        }
        if (labels.keySet().stream().anyMatch(field -> field.startsWith(CORRECTED_ITEMS + "."))) {
            length += texts(ProcessVariables.CORRECTED.find(task));
        }
        if (labels.keySet().stream().anyMatch(field -> field.startsWith(COMMENTS_ON + "."))) {
            length += texts(ProcessVariables.COMMENTS_ON.find(task));
        } else {
            length += ProcessVariables.ITEM_COMMENTS.find(task).orElse(List.of()).stream()
                    .mapToDouble(comment -> EstimatedLength.of(comment.text()))
                    .sum();
        }
        return length;
    }

    /** Of what is typed for each item, the texts. */
    private static double texts(Optional<Map<String, String>> typed) {
        return typed.orElse(Map.of()).entrySet().stream()
                .filter(part -> part.getKey().startsWith("text"))
                .mapToDouble(part -> EstimatedLength.of(part.getValue()))
                .sum();
    }

    private static String text(DelegateTask task, String field) {
        return ENTERING.get(field).apply(task).orElse(null);
    }

    private List<Response.Answer> answers(DelegateTask task, Map<String, String> labels) {
        List<Explanation> kept = ProcessVariables.EXPLANATIONS.find(task).orElse(List.of());
        if (labels.containsKey(RECOMMENDATIONS)
                || labels.keySet().stream().anyMatch(field -> field.startsWith(CORRECTED_ITEMS + "."))) {
            // What was read before is read anew.
            return List.of();
        }
        if (labels.containsKey(CORRECTED_EXPLANATIONS)) {
            return kept.stream()
                    .map(explanation ->
                            new Response.Answer(explanation.number(), explanation.recommendation(), true, null))
                    .toList();
        }
        Map<Integer, String> explanations = new HashMap<>();
        kept.forEach(explanation -> explanations.put(explanation.number(), explanation.text()));
        explanations.putAll(beingWritten(task));
        return ProcessVariables.RECOMMENDATIONS.find(task).orElse(List.of()).stream()
                .map(recommendation -> new Response.Answer(
                        recommendation.number(),
                        recommendation.text(),
                        true,
                        explanations.get(recommendation.number())))
                .toList();
    }

    /** The explanations that officers have only kept for later, by the numbers of their recommendations. */
    private Map<Integer, String> beingWritten(DelegateTask task) {
        Map<String, VariableMap> ofEach = new HashMap<>();
        for (VariableInstance variable : application.ask(() -> runtime.createVariableInstanceQuery()
                .processInstanceIdIn(task.getProcessInstanceId())
                .variableNameIn(ProcessVariables.RECOMMENDATION_NUMBER.name(), ProcessVariables.EXPLANATION.name())
                .disableCustomObjectDeserialization()
                .list())) {
            ofEach.computeIfAbsent(variable.getExecutionId(), execution -> Variables.createVariables())
                    .putValueTyped(variable.getName(), variable.getTypedValue());
        }
        Map<Integer, String> texts = new HashMap<>();
        ofEach.values()
                .forEach(local -> put(
                        texts,
                        ProcessVariables.RECOMMENDATION_NUMBER.find(local),
                        ProcessVariables.EXPLANATION.find(local)));
        put(texts, ProcessVariables.RECOMMENDATION_NUMBER.find(task), ProcessVariables.EXPLANATION.find(task));
        AnswersInOneTask inOneTask =
                new AnswersInOneTask(ProcessVariables.ANSWERS.find(task).orElse(Map.of()));
        ProcessVariables.RECOMMENDATIONS_TO_EXPLAIN
                .find(task)
                .orElse(List.of())
                .forEach(item -> inOneTask.text(item).ifPresent(text -> texts.put(item.number(), text)));
        return texts;
    }

    private static void put(Map<Integer, String> texts, Optional<Integer> number, Optional<ExplanationText> text) {
        if (number.isPresent() && text.isPresent()) {
            texts.put(number.get(), text.get().text());
        }
    }
}
