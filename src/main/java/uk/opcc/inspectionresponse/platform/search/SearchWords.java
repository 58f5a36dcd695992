package uk.opcc.inspectionresponse.platform.search;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import uk.opcc.inspectionresponse.platform.text.PastedText;

/**
 * What somebody looks for in a list, and what it is held against: without capitals, accents, quotation marks and
 * apostrophes, and with a word that may be written with a hyphen, or a slash, as one word.
 */
public final class SearchWords {

    /** What is typed beyond this many characters is left out. */
    public static final int LONGEST = 200;

    private static final int MOST_WORDS = 10;

    private SearchWords() {}

    /**
     * The words that were typed, ten at most, as patterns for {@code like}; none where nothing was typed.
     *
     * @param escape what stands before a sign that would stand for another
     */
    public static List<String> patterns(String typed, char escape) {
        return Arrays.stream(plain(shortened(typed)).split(" "))
                .filter(word -> !word.isEmpty())
                .limit(MOST_WORDS)
                .map(word -> "%" + escaped(word, escape) + "%")
                .toList();
    }

    /** Whether a text has all the words that were typed, ten at most; it has where nothing was typed. */
    public static boolean areIn(String text, String typed) {
        String searched = plain(text);
        return Arrays.stream(plain(shortened(typed)).split(" "))
                .limit(MOST_WORDS)
                .allMatch(searched::contains);
    }

    private static String escaped(String word, char escape) {
        String sign = String.valueOf(escape);
        return word.replace(sign, sign + sign).replace("%", sign + "%").replace("_", sign + "_");
    }

    /** What was typed as the page shows it again. */
    public static String shortened(String typed) {
        String shown = typed.replaceAll("\\p{C}", " ").strip();
        return shown.length() <= LONGEST ? shown : shown.substring(0, LONGEST).replaceAll("[\\uD800-\\uDBFF]$", "");
    }

    /** Text as it is searched. */
    public static String plain(String text) {
        return Normalizer.normalize(PastedText.clean(text), Normalizer.Form.NFKD)
                .replaceAll("\\p{M}", "")
                .replaceAll("[\\p{Pi}\\p{Pf}\"'`\u00B4\u02BC\u201A\u201E\u2032\u2033]", "")
                .replaceAll("(?<=[\\p{L}\\p{N}])[\\p{Pd}\u2212/](?=[\\p{L}\\p{N}])", "")
                .replaceAll("[\\p{C}\\s\\p{Z}\\p{Pd}\u2212]+", " ")
                .toLowerCase(Locale.ROOT)
                .strip();
    }
}
