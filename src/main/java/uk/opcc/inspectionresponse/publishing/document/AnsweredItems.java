package uk.opcc.inspectionresponse.publishing.document;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import uk.opcc.inspectionresponse.publishing.document.Response.Answer;
import uk.opcc.inspectionresponse.publishing.document.Response.Cause;

/**
 * Items of a report that share one answer, which is printed once.
 *
 * @param items in the order of the report
 * @param answer of all of them
 */
record AnsweredItems(List<Item> items, Answer answer) {

    /**
     * An item with the cause of concern that is printed above it.
     *
     * @param cause null where the item stands below none, or below the one above it already
     * @param isFirst whether the cause has not been printed before: its text is not printed again
     */
    record Item(Cause cause, boolean isFirst, Answer answer) {

        /** Whether it stands below a cause of concern. */
        boolean belongsToCause() {
            return answer.cause() != null;
        }
    }

    /** The answers of a response, each at the place of the first item that it is for. */
    static List<AnsweredItems> of(List<Answer> answers) {
        Set<Integer> numbers = answers.stream().map(Answer::number).collect(Collectors.toSet());
        Map<Integer, List<Answer>> shared = new LinkedHashMap<>();
        for (Answer answer : answers) {
            Integer first = Optional.ofNullable(answer.sameAs())
                    .filter(numbers::contains)
                    .orElse(answer.number());
            shared.computeIfAbsent(first, number -> new ArrayList<>()).add(answer);
        }
        Set<String> printed = new HashSet<>();
        String above = null;
        List<AnsweredItems> groups = new ArrayList<>();
        for (List<Answer> group : shared.values()) {
            List<Item> items = new ArrayList<>();
            for (Answer answer : group) {
                String cause = words(answer.cause());
                boolean isOther = cause != null && !Objects.equals(cause, above);
                items.add(new Item(isOther ? answer.cause() : null, isOther && printed.add(cause), answer));
                above = cause;
            }
            groups.add(new AnsweredItems(List.copyOf(items), group.get(0)));
        }
        return List.copyOf(groups);
    }

    /** By which a cause is known: an earlier release kept no number of it. */
    private static String words(Cause cause) {
        return cause == null ? null : cause.label() + "\n" + cause.text();
    }
}
