package uk.opcc.inspectionresponse.publishing.register;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** What somebody looks for in the register, and what it is held against: without capitals and accents. */
final class SearchWords {

    /** What is typed beyond this many characters is left out. */
    static final int LONGEST = 200;

    private static final int MOST_WORDS = 10;

    private SearchWords() {}

    /**
     * The words that were typed, as patterns for {@code like} with {@code !} to escape; none where nothing was typed.
     */
    static List<String> patterns(String typed) {
        return Arrays.stream(plain(shortened(typed)).split(" "))
                .filter(word -> !word.isEmpty())
                .limit(MOST_WORDS)
                .map(word -> "%" + word.replaceAll("[!%_]", "!$0") + "%")
                .toList();
    }

    /** What was typed as the page shows it again. */
    static String shortened(String typed) {
        String shown = typed.replaceAll("\\p{C}", " ").strip();
        return shown.length() <= LONGEST ? shown : shown.substring(0, LONGEST).replaceAll("[\\uD800-\\uDBFF]$", "");
    }

    /** Text as it is searched. */
    static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKD)
                .replaceAll("\\p{M}", "")
                .replaceAll("[’‘]", "'")
                .replaceAll("[\\p{C}\\s\\p{Z}]+", " ")
                .toLowerCase(Locale.ROOT)
                .strip();
    }
}
