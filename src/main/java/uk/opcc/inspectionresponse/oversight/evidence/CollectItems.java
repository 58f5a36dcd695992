package uk.opcc.inspectionresponse.oversight.evidence;

import java.util.List;
import java.util.Map;
import java.util.Optional;
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
 * The items of the report and how each is answered: as the history has them, or as they are published once that is no
 * longer kept. Of the Chief Constable's comments only what is for publication is read.
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
        Optional<List<Item>> items = ProcessVariables.RECOMMENDATIONS.find(variables);
        List<Explanation> explanations =
                ProcessVariables.EXPLANATIONS.find(variables).orElse(List.of());
        if (items.isEmpty()) {
            return register.texts(reference).map(Response::recommendations).orElse(List.of()).stream()
                    .map(answer -> item(answer.label(), Optional.empty(), Optional.of(answer), null))
                    .toList();
        }
        Map<Integer, Response.Answer> answers =
                ResponseOfInspection.answers(explanations, ResponseOfInspection.submittedOnItems(variables)).stream()
                        .collect(Collectors.toMap(Response.Answer::number, Function.identity()));
        Map<Integer, String> writers = explanations.stream()
                .filter(explanation -> explanation.writtenBy() != null)
                .collect(Collectors.toMap(Explanation::number, Explanation::writtenBy));
        Map<Integer, ItemToCheck> read = ProcessVariables.ITEMS_TO_CHECK.find(variables).orElse(List.of()).stream()
                .collect(Collectors.toMap(ItemToCheck::number, Function.identity()));
        return items.get().stream()
                .map(item -> item.answered().equals(Item.WITH_ITS_RECOMMENDATIONS)
                        ? cause(item, read.get(item.number()))
                        : item(
                                item.label(),
                                Optional.ofNullable(read.get(item.number())),
                                Optional.ofNullable(answers.get(item.number())),
                                names.of(writers.get(item.number()))))
                .toList();
    }

    private static AnsweredItem cause(Item item, ItemToCheck read) {
        return new AnsweredItem(
                item.label(),
                read == null ? null : read.forWhom(),
                read == null ? null : read.byWhen(),
                null,
                "By the answers to its recommendations",
                List.of(),
                null);
    }

    private static AnsweredItem item(
            String label, Optional<ItemToCheck> read, Optional<Response.Answer> answer, String writtenBy) {
        return new AnsweredItem(
                label,
                read.map(ItemToCheck::forWhom).orElse(null),
                read.map(ItemToCheck::byWhen).orElse(null),
                answer.map(Response.Answer::comment)
                        .map(comment -> comment.facts().isEmpty() ? "Commented on" : String.join("; ", comment.facts()))
                        .orElse(null),
                answer.map(one -> one.action()
                                ? "Action taken or proposed"
                                : "Why no action has been taken or is proposed")
                        .orElse("Not answered yet"),
                answer.map(Response.Answer::facts).orElse(List.of()),
                writtenBy);
    }
}
