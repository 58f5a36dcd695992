package uk.opcc.inspectionresponse.casework.findings;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.springframework.stereotype.Component;
import uk.opcc.inspectionresponse.platform.office.Addressees;
import uk.opcc.inspectionresponse.platform.office.Addressees.Addressee;
import uk.opcc.inspectionresponse.process.ProcessVariables;
import uk.opcc.inspectionresponse.process.ProcessVariables.AnsweredTogether;
import uk.opcc.inspectionresponse.process.ProcessVariables.Choice;
import uk.opcc.inspectionresponse.process.ProcessVariables.Item;
import uk.opcc.inspectionresponse.process.ProcessVariables.ItemToCheck;
import uk.opcc.inspectionresponse.statutory.WrittenDate;

/** Puts the items of a report before the officer who checks them, with what can be corrected of each. */
@Component
class ItemsToCheck {

    /** Up to so many, each gets a task of its own, unless the officer decides otherwise. */
    private static final int MOST_TASKS = 5;

    private static final String TEXT = "text";

    private final Addressees addressees;

    ItemsToCheck(Addressees addressees) {
        this.addressees = addressees;
    }

    /** Begins with these items, none of which is answered. */
    void put(VariableScope inspection, List<Item> items) {
        RecordFindings.set(inspection, items);
        ProcessVariables.ITEMS_TO_CHECK.set(
                inspection, items.stream().map(this::toCheck).toList());
        ProcessVariables.ITEMS_FOUND.set(inspection, Kinds.counted(items));
        ProcessVariables.ITEMS_IN_DOUBT.set(inspection, (int)
                items.stream().filter(item -> !item.doubts().isEmpty()).count());
        ProcessVariables.CORRECTED.set(inspection, CorrectedItems.asRead(items));
        ProcessVariables.ADDRESSEES.set(
                inspection,
                addressees.all().stream()
                        .map(one -> new Choice(one.name(), one.key()))
                        .toList());
        List<AnsweredTogether> together = together(items);
        ProcessVariables.ANSWERED_TOGETHER.set(inspection, together);
        ProcessVariables.SENTENCES.set(inspection, sentences(inspection, together));
        ProcessVariables.ANSWERS_IN.set(
                inspection, items.stream().filter(Item::isOnItsOwn).count() > MOST_TASKS ? "all" : "each");
    }

    private ItemToCheck toCheck(Item item) {
        return new ItemToCheck(
                item.number(),
                item.label(),
                Kinds.wordsBeside(item),
                item.text(),
                item.addressees().stream()
                        .flatMap(key -> addressees.of(key).stream())
                        .map(Addressee::name)
                        .collect(Collectors.joining(", ")),
                byWhen(item),
                answered(item),
                item.doubts());
    }

    static String byWhen(Item item) {
        String printed = Optional.ofNullable(item.deadlinePrinted()).orElse("");
        String day = Optional.ofNullable(item.deadline()).map(WrittenDate::of).orElse("");
        return printed.isEmpty() || day.isEmpty() || printed.contains(day)
                ? printed + (printed.contains(day) ? "" : day)
                : printed + ": " + day;
    }

    private static String answered(Item item) {
        return switch (item.answered()) {
            case Item.TOGETHER -> "Together with others for the same body";
            case Item.WITH_ITS_RECOMMENDATIONS -> "By the answers to its recommendations";
            default -> "Individually";
        };
    }

    private List<AnsweredTogether> together(List<Item> items) {
        Map<String, List<Item>> byAddressee = new LinkedHashMap<>();
        items.stream()
                .filter(item -> item.answered().equals(Item.TOGETHER))
                .forEach(item -> byAddressee
                        .computeIfAbsent(item.mainAddressee(), key -> new ArrayList<>())
                        .add(item));
        List<AnsweredTogether> together = new ArrayList<>();
        for (int number = 1; number <= addressees.all().size(); number++) {
            Addressee addressee = addressees.all().get(number - 1);
            List<Item> theirs = byAddressee.get(addressee.key());
            if (theirs != null) {
                together.add(new AnsweredTogether(number, addressee.key(), addressee.name(), Kinds.labels(theirs)));
            }
        }
        return together;
    }

    /** What the officer has written for an addressee before stays. */
    private Map<String, String> sentences(VariableScope inspection, List<AnsweredTogether> together) {
        Map<String, String> before = ProcessVariables.SENTENCES.find(inspection).orElse(Map.of());
        Map<String, String> sentences = new LinkedHashMap<>(before);
        for (AnsweredTogether one : together) {
            sentences.computeIfAbsent(
                    TEXT + one.number(),
                    key -> addressees
                            .of(one.addressee())
                            .map(Addressee::sentence)
                            .orElse(""));
        }
        return sentences;
    }
}
