package uk.opcc.inspectionresponse.publishing.document;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import uk.opcc.inspectionresponse.publishing.document.Response.Answer;
import uk.opcc.inspectionresponse.publishing.document.Response.Cause;

/**
 * Items of a report that share one answer, which is printed once.
 *
 * @param cause the cause of concern above the first of them, where it has not been printed yet; null where it has
 * @param items in the order of the report
 * @param answer of all of them
 */
record AnsweredItems(Cause cause, List<Answer> items, Answer answer) {

    /** Whether they stand below a cause of concern. */
    boolean belongsToCause() {
        return answer.cause() != null;
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
        Set<Cause> printed = new HashSet<>();
        List<AnsweredItems> groups = new ArrayList<>();
        for (List<Answer> items : shared.values()) {
            Answer first = items.get(0);
            boolean isNew = first.cause() != null && printed.add(first.cause());
            groups.add(new AnsweredItems(isNew ? first.cause() : null, List.copyOf(items), first));
        }
        return List.copyOf(groups);
    }
}
