package uk.opcc.inspectionresponse.casework.findings;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;
import uk.opcc.inspectionresponse.platform.office.Addressees;
import uk.opcc.inspectionresponse.platform.text.PastedText;
import uk.opcc.inspectionresponse.process.ProcessVariables.Item;

/**
 * Reads the items of a report in the two texts that the office has pasted from it: what each is, to whom it is
 * addressed and by when, and what of this is not certain.
 */
@Component
class ReadItems {

    private static final Pattern NOTHING =
            Pattern.compile("(?i)[\\s(\\[]*(?:empty|none|nil|n/?a|not applicable|[-\\u2013]"
                    + "|(?:the|this) (?:report|inspection) (?:includes|makes|contains|has|made) no (?:new )?recommendations?"
                    + "|(?:there (?:are|were) )?no recommendations?(?: (?:are|were|was|is) (?:made|included|given))?)"
                    + "(?:(?<=\\w)[:,.;][^\\n]{0,100})?[.\\s)\\]]*");

    private static final int LONGEST_NOTHING = 160;

    /** No item that was read right is as long. */
    private static final int VERY_LONG = 4_000;

    /** They are refused by whoever asked. */
    private static final int MORE_THAN_ANY_REPORT_HAS = 1_000;

    private final Addressees addressees;
    private final NamedBodies bodies;

    ReadItems(Addressees addressees) {
        this.addressees = addressees;
        this.bodies = new NamedBodies(addressees);
    }

    List<Item> read(String recommendationsText, String keyFindings, LocalDate published) {
        String recommendations = saysNothing(recommendationsText) ? "" : PastedText.clean(recommendationsText);
        String findings = keyFindings == null ? "" : PastedText.clean(keyFindings);
        List<Part> parts = new ArrayList<>(ReportText.ofItems(recommendations, bodies));
        parts.addAll(othersIn(findings, parts));
        if (!parts.isEmpty()) {
            for (String doubt : StatedNumbers.doubts(recommendations + "\n\n" + findings, parts)) {
                parts.add(parts.remove(parts.size() - 1).doubted(doubt));
            }
        }
        return items(parts, published);
    }

    /** Whether somebody wrote that there is nothing, or wrote nothing. */
    static boolean saysNothing(String text) {
        return text == null
                || text.isBlank()
                || text.length() <= LONGEST_NOTHING
                        && NOTHING.matcher(text.strip()).matches();
    }

    /** Of a kind that the other text has, the findings merely speak. */
    private List<Part> othersIn(String findings, List<Part> parts) {
        Set<Kind> known = new HashSet<>();
        parts.forEach(part -> known.add(part.kind()));
        if (!parts.isEmpty()) {
            known.add(Kind.RECOMMENDATION);
        }
        return ReportText.ofFindings(findings, bodies).stream()
                .filter(part -> !known.contains(part.kind()))
                .toList();
    }

    private List<Item> items(List<Part> parts, LocalDate published) {
        Labels labels = new Labels(parts);
        Set<Integer> causesWithItems = new HashSet<>();
        List<Item> items = new ArrayList<>();
        Map<String, Integer> byLabel = new HashMap<>();
        Integer cause = null;
        if (parts.size() > MORE_THAN_ANY_REPORT_HAS) {
            parts.forEach(part -> items.add(new Item(items.size() + 1, part.text())));
            return List.copyOf(items);
        }
        for (int at = 0; at < parts.size(); at++) {
            Part part = parts.get(at);
            int number = at + 1;
            cause = part.kind() == Kind.CAUSE_OF_CONCERN ? Integer.valueOf(number) : cause;
            Item item = item(part, number, labels.of(at), part.ofCause() ? cause : null, published);
            if (item.cause() != null) {
                causesWithItems.add(item.cause());
            }
            Integer other = byLabel.putIfAbsent(item.label(), at);
            items.add(other == null ? item : doubted(item, Doubt.SAME_LABEL));
            if (other != null) {
                items.set(other, doubted(items.get(other), Doubt.SAME_LABEL));
            }
        }
        return items.stream()
                .map(item -> causesWithItems.contains(item.number())
                        ? item.withAnswered(Item.WITH_ITS_RECOMMENDATIONS)
                        : item)
                .toList();
    }

    private static Item doubted(Item item, String doubt) {
        if (item.doubts().contains(doubt)) {
            return item;
        }
        List<String> doubts = new ArrayList<>(item.doubts());
        doubts.add(doubt);
        return item.withDoubts(doubts);
    }

    private Item item(Part part, int number, String label, Integer cause, LocalDate published) {
        List<String> doubts = new ArrayList<>(part.doubts());
        List<Duty> duties = Duty.in(part.text());
        List<String> to = to(part, duties, doubts);
        Optional<Deadline> deadline = deadline(part, duties, published);
        deadline.filter(one -> !one.certain()).ifPresent(one -> doubts.add(Doubt.deadline(one.printed())));
        if (part.text().length() > VERY_LONG) {
            doubts.add(Doubt.END);
        }
        return new Item(
                number,
                part.text(),
                part.kind().key(),
                label,
                cause,
                to,
                deadline.map(Deadline::printed).orElse(null),
                deadline.map(Deadline::day).orElse(null),
                answered(part.kind(), to),
                doubts);
    }

    private List<String> to(Part part, List<Duty> duties, List<String> doubts) {
        if (part.kind() == Kind.RECOMMENDATION) {
            for (Duty duty : duties) {
                List<String> named = duty.addressees(bodies);
                if (!named.isEmpty()) {
                    return named;
                }
            }
        }
        if (!part.toAbove().isEmpty()) {
            return part.toAbove();
        }
        if (part.kind() != Kind.RECOMMENDATION || part.ofCause()) {
            return List.of(Addressees.FORCES);
        }
        doubts.add(Doubt.TO_NOBODY);
        return List.of(Addressees.CHIEF_CONSTABLES);
    }

    private static Optional<Deadline> deadline(Part part, List<Duty> duties, LocalDate published) {
        if (part.kind() == Kind.CAUSE_OF_CONCERN) {
            return Optional.empty();
        }
        Optional<Deadline> own = duties.stream()
                .limit(part.kind() == Kind.RECOMMENDATION ? duties.size() : 1)
                .map(duty -> of(duty, part.kind(), published))
                .flatMap(Optional::stream)
                .findFirst();
        return own.or(() -> part.deadlineAbove() == null
                ? Optional.empty()
                : Deadline.first(part.deadlineAbove(), published)
                        .map(found -> new Deadline(part.deadlineAbove(), found.day(), found.certain())));
    }

    private static Optional<Deadline> of(Duty duty, Kind kind, LocalDate published) {
        String before = duty.recommended()
                ? duty.sentence().substring(0, Math.min(duty.sentence().length(), 250))
                : duty.subject();
        Optional<Deadline> first =
                Deadline.first(before, published).or(() -> Deadline.atBegin(duty.after(), published));
        return kind == Kind.RECOMMENDATION ? first.or(() -> Deadline.dateIn(duty.sentence(), published)) : first;
    }

    private String answered(Kind kind, List<String> to) {
        if (kind == Kind.AREA_FOR_IMPROVEMENT) {
            return addressees.areasForImprovementOneByOne() ? Item.ON_ITS_OWN : Item.TOGETHER;
        }
        boolean onItsOwn = to.stream()
                .anyMatch(key -> addressees
                        .of(key)
                        .map(Addressees.Addressee::answersOnItsOwn)
                        .orElse(true));
        return onItsOwn ? Item.ON_ITS_OWN : Item.TOGETHER;
    }
}
