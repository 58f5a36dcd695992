package uk.opcc.inspectionresponse.oversight.evidence;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.variable.VariableMap;
import org.springframework.stereotype.Component;
import uk.opcc.inspectionresponse.casework.drafting.ResponseOfInspection;
import uk.opcc.inspectionresponse.oversight.evidence.Evidence.AnsweredItem;
import uk.opcc.inspectionresponse.process.ProcessVariables;
import uk.opcc.inspectionresponse.process.ProcessVariables.Explanation;
import uk.opcc.inspectionresponse.process.ProcessVariables.Item;
import uk.opcc.inspectionresponse.process.ProcessVariables.ItemToCheck;
import uk.opcc.inspectionresponse.publishing.document.Response;
import uk.opcc.inspectionresponse.publishing.register.Register;

/**
 * The items of the report and how each is answered: as it is published, or as the history has it before. Of the Chief
 * Constable's comments only what is for publication is read.
 */
@Component
class CollectItems {

    private final Register register;
    private final Names names;

    CollectItems(Register register, Names names) {
        this.register = register;
        this.names = names;
    }

    List<AnsweredItem> of(String reference, VariableMap variables) {
        Optional<List<Response.Answer>> published = register.texts(reference).map(Response::recommendations);
        List<Explanation> explanations =
                ProcessVariables.EXPLANATIONS.find(variables).orElse(List.of());
        // A correction is a process of its own: what it has changed is in the register alone.
        List<Response.Answer> answers = published.orElseGet(
                () -> ResponseOfInspection.answers(explanations, ResponseOfInspection.submittedOnItems(variables)));
        return ProcessVariables.RECOMMENDATIONS
                .find(variables)
                .map(items -> recorded(items, answers, explanations, variables))
                .orElseGet(() -> published(answers));
    }

    private List<AnsweredItem> recorded(
            List<Item> items, List<Response.Answer> answers, List<Explanation> explanations, VariableMap variables) {
        Map<Integer, Response.Answer> answered = new HashMap<>();
        Map<Integer, Response.Comment> onCauses = new HashMap<>();
        for (Response.Answer answer : answers) {
            answered.put(answer.number(), answer);
            if (answer.cause() != null) {
                onCauses.put(answer.cause().number(), answer.cause().comment());
            }
        }
        Map<Integer, String> writers = explanations.stream()
                .filter(explanation -> explanation.writtenBy() != null)
                .collect(Collectors.toMap(Explanation::number, Explanation::writtenBy));
        Map<Integer, ItemToCheck> read = ProcessVariables.ITEMS_TO_CHECK.find(variables).orElse(List.of()).stream()
                .collect(Collectors.toMap(ItemToCheck::number, Function.identity()));
        return items.stream()
                .map(item -> item.answered().equals(Item.WITH_ITS_RECOMMENDATIONS)
                        ? cause(item.label(), Optional.ofNullable(read.get(item.number())), onCauses.get(item.number()))
                        : item(
                                item.label(),
                                Optional.ofNullable(read.get(item.number())),
                                Optional.ofNullable(answered.get(item.number())),
                                names.of(writers.get(item.number()))))
                .toList();
    }

    /** Once the history is no longer kept: each cause above the first of its recommendations. */
    private static List<AnsweredItem> published(List<Response.Answer> answers) {
        List<AnsweredItem> items = new ArrayList<>();
        Set<String> causes = new HashSet<>();
        for (Response.Answer answer : answers) {
            if (answer.cause() != null && causes.add(answer.cause().label())) {
                items.add(cause(
                        answer.cause().label(), Optional.empty(), answer.cause().comment()));
            }
            items.add(item(answer.label(), Optional.empty(), Optional.of(answer), null));
        }
        return List.copyOf(items);
    }

    private static AnsweredItem cause(String label, Optional<ItemToCheck> read, Response.Comment comment) {
        return new AnsweredItem(
                label,
                read.map(ItemToCheck::forWhom).orElse(null),
                read.map(ItemToCheck::byWhen).orElse(null),
                words(comment),
                "By the answers to its recommendations",
                List.of(),
                null);
    }

    private static String words(Response.Comment comment) {
        return comment == null ? null : comment.facts().isEmpty() ? "Commented on" : String.join("; ", comment.facts());
    }

    private static AnsweredItem item(
            String label, Optional<ItemToCheck> read, Optional<Response.Answer> answer, String writtenBy) {
        return new AnsweredItem(
                label,
                read.map(ItemToCheck::forWhom).orElse(null),
                read.map(ItemToCheck::byWhen).orElse(null),
                words(answer.map(Response.Answer::comment).orElse(null)),
                answer.map(one -> one.action()
                                ? "Action taken or proposed"
                                : "Why no action has been taken or is proposed")
                        .orElse("Not answered yet"),
                answer.map(Response.Answer::facts).orElse(List.of()),
                writtenBy);
    }
}
