package uk.opcc.inspectionresponse.casework.findings;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import uk.opcc.inspectionresponse.process.ProcessVariables.Item;

/** The kinds of items in words. */
final class Kinds {

    private static final List<Kind> IN_ORDER =
            List.of(Kind.CAUSE_OF_CONCERN, Kind.RECOMMENDATION, Kind.AREA_FOR_IMPROVEMENT);

    private static final Pattern LABEL = Pattern.compile("(.*\\D)(\\d[\\d.]*)");

    private Kinds() {}

    /** The kind of an item where its label does not say it; null where it does. */
    static String wordsBeside(Item item) {
        String name = Kind.of(item.kind()).label();
        return item.label().toLowerCase(Locale.UK).contains(name.toLowerCase(Locale.UK)) ? null : name;
    }

    /** Such as "1 cause of concern and 8 recommendations". */
    static String counted(List<Item> items) {
        List<String> counted = new ArrayList<>();
        for (Kind kind : IN_ORDER) {
            long number = items.stream()
                    .filter(item -> item.kind().equals(kind.key()))
                    .count();
            if (number > 0) {
                counted.add(number + " " + (number == 1 ? kind.label().toLowerCase(Locale.UK) : kind.several()));
            }
        }
        return counted.isEmpty() ? "nothing" : listed(counted);
    }

    /** The labels of items, such as "Recommendations 10, 11 and 22". */
    static String labels(List<Item> items) {
        List<String> labels = items.stream().map(Item::label).toList();
        if (labels.size() > 1) {
            List<Matcher> parts = labels.stream().map(LABEL::matcher).toList();
            if (parts.stream().allMatch(Matcher::matches)
                    && parts.stream().map(part -> part.group(1)).distinct().count() == 1) {
                String several = parts.get(0).group(1).strip();
                return (several.equals("Recommendation") ? "Recommendations" : several.replace("Area", "Areas"))
                        + " "
                        + listed(parts.stream().map(part -> part.group(2)).toList());
            }
        }
        return listed(labels);
    }

    private static String listed(List<String> words) {
        int last = words.size() - 1;
        return last < 1
                ? String.join("", words)
                : String.join(", ", words.subList(0, last)) + " and " + words.get(last);
    }
}
