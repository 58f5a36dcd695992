package uk.opcc.inspectionresponse.casework.drafting;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import uk.opcc.inspectionresponse.platform.refusal.InputRefused;
import uk.opcc.inspectionresponse.platform.refusal.Shortened;
import uk.opcc.inspectionresponse.process.ProcessVariables.Item;

/**
 * The items that somebody names in a line: by their labels as printed, or by the numbers alone where that is enough.
 *
 * @param items among which they are named
 */
record NamedItems(List<Item> items) {

    private static final String FIELD = "draftReopen";

    private static final Pattern LAST_NUMBER = Pattern.compile("(\\d[\\d.]*)$");

    /**
     * The named ones, in the order of the report.
     *
     * @throws InputRefused if one is none of them, or may be several
     */
    List<Item> in(String typed) {
        if (items.isEmpty()) {
            throw new InputRefused(FIELD, "Recommendations to change: the report includes no recommendation.");
        }
        Map<Integer, Item> named = new TreeMap<>();
        String rest = plain(typed);
        for (Item item : items.stream()
                .sorted(Comparator.comparingInt((Item item) -> item.label().length())
                        .reversed())
                .toList()) {
            Matcher label = Pattern.compile(
                            "(?<![\\p{L}\\d])" + Pattern.quote(plain(item.label())) + "(?![\\p{L}\\d.])")
                    .matcher(rest);
            if (label.find()) {
                named.put(item.number(), item);
                rest = label.replaceAll(";");
            }
        }
        for (String word : rest.split("[\\s,;]+|\\band\\b|\\brecommendations?\\b")) {
            if (!word.isEmpty()) {
                Item item = numbered(word);
                named.put(item.number(), item);
            }
        }
        if (named.isEmpty()) {
            throw refused("name at least one of them");
        }
        return new ArrayList<>(named.values());
    }

    private Item numbered(String word) {
        List<Item> found = items.stream()
                .filter(item -> {
                    Matcher number = LAST_NUMBER.matcher(item.label());
                    return number.find() && number.group(1).equals(word);
                })
                .toList();
        if (found.size() == 1) {
            return found.get(0);
        }
        throw refused(
                found.isEmpty()
                        ? "'" + Shortened.to(60, word) + "' is none of " + known()
                        : "'" + Shortened.to(60, word) + "' may be "
                                + found.get(0).label() + " or " + found.get(1).label() + ": write the whole name");
    }

    private String known() {
        return items.size() < 2
                ? items.get(0).label()
                : "those from " + items.get(0).label() + " to "
                        + items.get(items.size() - 1).label();
    }

    private InputRefused refused(String why) {
        return new InputRefused(
                FIELD, "Recommendations to change: write their numbers with commas between them; " + why + ".");
    }

    private static String plain(String text) {
        return text.strip().toLowerCase(Locale.UK).replaceAll("\\s+", " ");
    }
}
