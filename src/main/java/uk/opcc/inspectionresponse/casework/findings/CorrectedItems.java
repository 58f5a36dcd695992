package uk.opcc.inspectionresponse.casework.findings;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Pattern;
import uk.opcc.inspectionresponse.platform.forms.TypedParts;
import uk.opcc.inspectionresponse.platform.office.Addressees;
import uk.opcc.inspectionresponse.platform.refusal.InputRefused;
import uk.opcc.inspectionresponse.platform.text.PastedText;
import uk.opcc.inspectionresponse.process.ProcessVariables.Item;

/**
 * The items of a report with what an officer has corrected of them.
 *
 * @param addressees whom the office knows
 * @param typed by the part and the number of the item: {@code label4}
 */
record CorrectedItems(Addressees addressees, Map<String, String> typed) {

    static final String VARIABLE = "corrected";

    private static final String LABEL = "label";
    private static final String KIND = "kind";
    private static final String ADDRESSEE = "addressee";
    static final String DEADLINE = "deadline";
    private static final String ANSWERED = "answered";
    private static final String TEXT = "text";

    private static final String NONE = "none";

    private static final Pattern RULE = Pattern.compile("(?m)^[ \\t]*-{3,}[ \\t]*$");

    /** What the form begins with. */
    static Map<String, String> asRead(List<Item> items) {
        Map<String, String> read = new LinkedHashMap<>();
        for (Item item : items) {
            int number = item.number();
            read.put(LABEL + number, item.label());
            read.put(KIND + number, item.kind());
            read.put(ADDRESSEE + number, item.mainAddressee());
            if (item.deadline() != null) {
                read.put(DEADLINE + number, item.deadline().toString());
            }
            read.put(ANSWERED + number, item.answered());
            read.put(TEXT + number, item.text());
        }
        return read;
    }

    /**
     * The items as they were corrected, numbered anew.
     *
     * @throws InputRefused if none is left
     */
    List<Item> of(List<Item> items) {
        List<Item> corrected = new ArrayList<>();
        Map<Integer, Integer> numbers = new HashMap<>();
        for (Item item : items) {
            if (!typed(KIND, item).orElse(item.kind()).equals(NONE)) {
                numbers.put(item.number(), corrected.size() + 1);
                corrected.addAll(corrected(item, corrected.size() + 1));
            }
        }
        if (corrected.isEmpty()) {
            throw new InputRefused(
                    VARIABLE + "." + KIND + items.get(items.size() - 1).number(),
                    "What is it: nothing is left. Keep one, or go back to the text and choose that the report has none"
                            + " of these.");
        }
        return CausesOfConcern.settled(corrected.stream()
                .map(item -> withCause(item, item.cause() == null ? null : numbers.get(item.cause())))
                .toList());
    }

    private Optional<String> typed(String part, Item item) {
        return new TypedParts(typed).text(part, item.number()).map(String::strip);
    }

    private List<Item> corrected(Item item, int number) {
        List<String> texts = new ArrayList<>();
        for (String text : RULE.split(PastedText.clean(typed(TEXT, item).orElse(item.text())))) {
            if (!text.isBlank()) {
                texts.add(text.strip());
            }
        }
        if (texts.isEmpty()) {
            throw new InputRefused(
                    VARIABLE + "." + TEXT + item.number(),
                    "Text: " + item.label() + ": fill this in, or choose that it is left out.");
        }
        String kind = typed(KIND, item).orElse(item.kind());
        String label = typed(LABEL, item).orElse(item.label());
        List<String> to = addressed(item);
        LocalDate deadline = typed(DEADLINE, item).map(LocalDate::parse).orElse(null);
        String answered = answered(item, to);
        TreeSet<String> byHand = new TreeSet<>(item.byHand());
        note(byHand, KIND, !kind.equals(item.kind()));
        note(byHand, LABEL, !label.equals(item.label()));
        note(byHand, ADDRESSEE, !to.equals(item.addressees()));
        note(byHand, DEADLINE, !Objects.equals(deadline, item.deadline()));
        note(byHand, ANSWERED, !answered.equals(item.answered()));
        List<Item> corrected = new ArrayList<>();
        for (String text : texts) {
            boolean isFirst = corrected.isEmpty();
            corrected.add(new Item(
                    number + corrected.size(),
                    text,
                    kind,
                    isFirst ? label : label + ", part " + (corrected.size() + 1),
                    item.cause(),
                    to,
                    Objects.equals(deadline, item.deadline()) ? item.deadlinePrinted() : null,
                    deadline,
                    answered,
                    // Whoever corrected an item has looked at it.
                    isFirst ? List.of() : List.of("It was divided from " + label + ": give it its name as printed."),
                    isFirst ? List.copyOf(byHand) : List.of()));
        }
        return corrected;
    }

    private static void note(TreeSet<String> byHand, String part, boolean isChanged) {
        if (isChanged) {
            byHand.add(part);
        }
    }

    /** The others to whom it is addressed stay, after the one that decides how it is answered. */
    private List<String> addressed(Item item) {
        Optional<String> main = typed(ADDRESSEE, item);
        if (main.isEmpty() || main.get().equals(item.mainAddressee())) {
            return item.addressees().isEmpty() && typed.containsKey(ADDRESSEE + item.number())
                    ? main.map(List::of).orElse(List.of())
                    : item.addressees();
        }
        return List.of(main.get());
    }

    /** Whoever changes the addressee means it to be answered as what is for that one is. */
    private String answered(Item item, List<String> to) {
        String chosen = typed(ANSWERED, item).orElse(item.answered());
        if (to.equals(item.addressees())
                || !chosen.equals(item.answered())
                || item.addressees().isEmpty()) {
            return chosen;
        }
        return addressees
                .of(to.get(0))
                .map(one -> one.answersOnItsOwn() ? Item.ON_ITS_OWN : Item.TOGETHER)
                .orElse(chosen);
    }

    /** Takes over what was corrected by hand of items whose text is read again. */
    static List<Item> kept(List<Item> read, List<Item> before) {
        Map<String, Item> byText = new HashMap<>();
        before.forEach(item -> byText.putIfAbsent(item.text(), item));
        return CausesOfConcern.settled(read.stream()
                .map(item -> Optional.ofNullable(byText.get(item.text()))
                        .filter(earlier -> !earlier.byHand().isEmpty())
                        .map(earlier -> kept(item, earlier))
                        .orElse(item))
                .toList());
    }

    private static Item kept(Item read, Item before) {
        List<String> byHand = before.byHand();
        boolean hasDeadline = byHand.contains(DEADLINE);
        return new Item(
                read.number(),
                read.text(),
                byHand.contains(KIND) ? before.kind() : read.kind(),
                byHand.contains(LABEL) ? before.label() : read.label(),
                read.cause(),
                byHand.contains(ADDRESSEE) ? before.addressees() : read.addressees(),
                hasDeadline ? before.deadlinePrinted() : read.deadlinePrinted(),
                hasDeadline ? before.deadline() : read.deadline(),
                byHand.contains(ANSWERED) ? before.answered() : read.answered(),
                List.of(),
                byHand);
    }

    private static Item withCause(Item item, Integer cause) {
        return CausesOfConcern.of(item, cause, item.answered());
    }
}
