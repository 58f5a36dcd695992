package uk.opcc.inspectionresponse.casework.findings;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.variable.VariableMap;
import uk.opcc.inspectionresponse.process.ProcessVariables;
import uk.opcc.inspectionresponse.process.ProcessVariables.Explanation;
import uk.opcc.inspectionresponse.process.ProcessVariables.Item;
import uk.opcc.inspectionresponse.process.ProcessVariables.ItemToCheck;

/**
 * The deadlines of a report's items where its date of publication was wrong: "within six months" is counted from
 * another day. What the report names by its date, or the officer has corrected, stays.
 *
 * @param from the day of publication that was recorded
 * @param to the right one
 */
public record DeadlinesOfMovedReport(LocalDate from, LocalDate to) {

    /** The item with its deadline counted from the right day. */
    public Item of(Item item) {
        if (item.deadline() == null
                || item.deadlinePrinted() == null
                || item.byHand().contains(CorrectedItems.DEADLINE)) {
            return item;
        }
        boolean isCounted = Deadline.first(item.deadlinePrinted(), from)
                .map(Deadline::day)
                .filter(item.deadline()::equals)
                .isPresent();
        return isCounted
                ? Deadline.first(item.deadlinePrinted(), to)
                        .map(moved -> item.withDeadline(moved.day()))
                        .orElse(item)
                : item;
    }

    /** The variables of an inspection, as far as they have such a deadline, with the right ones. */
    public Map<String, Object> in(VariableMap inspection) {
        Map<String, Object> moved = new HashMap<>();
        List<Item> items = ProcessVariables.RECOMMENDATIONS.find(inspection).orElse(List.of());
        Map<Integer, Item> after = items.stream().map(this::of).collect(Collectors.toMap(Item::number, item -> item));
        if (items.stream().allMatch(item -> item.equals(after.get(item.number())))) {
            return moved;
        }
        Function<Item, Item> byNumber = item -> after.getOrDefault(item.number(), item);
        ProcessVariables.RECOMMENDATIONS.put(moved, items.stream().map(byNumber).toList());
        ProcessVariables.RECOMMENDATIONS_TO_EXPLAIN
                .find(inspection)
                .ifPresent(open -> ProcessVariables.RECOMMENDATIONS_TO_EXPLAIN.put(
                        moved, open.stream().map(byNumber).toList()));
        ProcessVariables.EXPLANATIONS
                .find(inspection)
                .ifPresent(all -> ProcessVariables.EXPLANATIONS.put(
                        moved, all.stream().map(one -> asked(one, after)).toList()));
        ProcessVariables.ITEMS_TO_CHECK
                .find(inspection)
                .ifPresent(shown -> ProcessVariables.ITEMS_TO_CHECK.put(
                        moved, shown.stream().map(one -> shown(one, after)).toList()));
        ProcessVariables.CORRECTED
                .find(inspection)
                .ifPresent(offered -> ProcessVariables.CORRECTED.put(moved, offered(offered, items, after)));
        return moved;
    }

    private static Explanation asked(Explanation explanation, Map<Integer, Item> after) {
        return explanation.asked() != null && after.containsKey(explanation.number())
                ? explanation.asked(after.get(explanation.number()))
                : explanation;
    }

    private static ItemToCheck shown(ItemToCheck shown, Map<Integer, Item> after) {
        return after.containsKey(shown.number()) ? shown.by(ItemsToCheck.byWhen(after.get(shown.number()))) : shown;
    }

    /** What somebody has typed over the deadline as it was read stays. */
    private static Map<String, String> offered(
            Map<String, String> offered, List<Item> before, Map<Integer, Item> after) {
        Map<String, String> moved = new LinkedHashMap<>(offered);
        for (Item item : before) {
            String key = CorrectedItems.DEADLINE + item.number();
            if (Objects.equals(offered.get(key), String.valueOf(item.deadline()))) {
                moved.put(key, String.valueOf(after.get(item.number()).deadline()));
            }
        }
        return moved;
    }
}
