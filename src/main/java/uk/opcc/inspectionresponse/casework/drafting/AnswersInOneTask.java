package uk.opcc.inspectionresponse.casework.drafting;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import uk.opcc.inspectionresponse.platform.forms.TypedParts;
import uk.opcc.inspectionresponse.process.ProcessVariables.Explanation;
import uk.opcc.inspectionresponse.process.ProcessVariables.ExplanationText;
import uk.opcc.inspectionresponse.process.ProcessVariables.Item;

/**
 * Answers as they are written in one task.
 *
 * @param typed by the part and the number of the item: {@code text4}
 */
public record AnswersInOneTask(Map<String, String> typed) {

    static final String VARIABLE = "answers";
    static final String KIND = "kind";
    static final String TEXT = "text";
    static final String SAME_AS = "sameAs";
    static final String OWNER = "owner";
    static final String TARGET_DATE = "targetDate";

    /** The choice that another answer is shared. */
    static final String SAME = "same";

    Optional<String> kind(Item item) {
        return part(KIND, item);
    }

    Optional<String> text(Item item) {
        return part(TEXT, item);
    }

    /** The number of the item whose answer is shared; none where the item has its own answer. */
    Optional<Integer> sameAs(Item item) {
        return kind(item)
                .filter(SAME::equals)
                .flatMap(same -> part(SAME_AS, item))
                .map(Integer::valueOf);
    }

    /**
     * The explanations of the items; what is not written yet is empty.
     *
     * @param all the items of the report
     * @param writtenBy the user who finished them; null where nobody has
     */
    public List<Explanation> of(List<Item> answered, List<Item> all, String writtenBy) {
        Map<Integer, Item> byNumber = answered.stream().collect(Collectors.toMap(Item::number, item -> item));
        List<Explanation> explanations = new ArrayList<>();
        for (Item item : answered) {
            Optional<Item> shared = sameAs(item).map(byNumber::get);
            Item own = shared.orElse(item);
            Explanation explanation = Explanation.of(
                    item,
                    item.causeAmong(all),
                    new ExplanationText(
                            kind(own).filter(kind -> !kind.equals(SAME)).orElse("action"),
                            text(own).orElse(""),
                            writtenBy,
                            part(OWNER, own).orElse(null),
                            new TypedParts(typed).day(TARGET_DATE, own.number()).orElse(null)));
            explanations.add(shared.isPresent() ? explanation.sharing(own.number()) : explanation);
        }
        return explanations;
    }

    private Optional<String> part(String part, Item item) {
        return new TypedParts(typed).text(part, item.number());
    }
}
