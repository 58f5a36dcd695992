package uk.opcc.inspectionresponse.platform.search;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import uk.opcc.inspectionresponse.platform.text.PastedText;

/**
 * What somebody looks for in a list, and what it is held against: without capitals, accents, quotation marks,
 * apostrophes and what nobody sees, and with a word that may be written with a hyphen, or a slash, as one word.
 */
public final class SearchWords {

    /** What is typed beyond this many characters is left out. */
    public static final int LONGEST = 200;

    private static final int MOST_WORDS = 10;

    private static final String DASHES_AND_SLASH = "[\\p{Pd}\u2212/]";

    /** Such as {@code OPCCN/2026/14}: of several parts, with letters in it and a number at its end. */
    private static final Pattern REFERENCE = Pattern.compile("(?=\\P{L}*+\\p{L})[\\p{L}\\p{N}_]++(?:" + DASHES_AND_SLASH
            + "[\\p{L}\\p{N}_]++)+" + DASHES_AND_SLASH + "\\p{N}++");

    /** What stands around a reference in a sentence. */
    private static final Pattern AROUND = Pattern.compile("^[(\\[]+|(?<![.,;:)\\]])[.,;:)\\]]+$");

    /** Of a reference, or a pair of words, of which the rest is not typed yet. */
    private static final Pattern BEGUN = Pattern.compile("(?<!/)/+$");

    /** Quotation marks and apostrophes, also those that keyboards and old programs have in their place. */
    private static final Pattern QUOTES =
            Pattern.compile("[\\p{Pi}\\p{Pf}\"'`\u00B4\u02B9\u02BA\u02BB\u02BC\u02BD\u02C8"
                    + "\u02CA\u02CB\u201A\u201E\u2032\u2033\u2035\u2036]");

    /** Letters that have no accent to be taken away, and are typed as others where a keyboard has none of them. */
    private static final Map<String, String> LETTERS = Map.of(
            "\u00F8", "o", "\u0142", "l", "\u00E6", "ae", "\u00DF", "ss", "\u0111", "d", "\u0153", "oe", "\u00F0", "d",
            "\u00FE", "th", "\u0127", "h", "\u0131", "i");

    private static final Pattern OTHER_LETTERS = Pattern.compile("[" + String.join("", LETTERS.keySet()) + "]");

    private SearchWords() {}

    /**
     * The words that were typed, ten at most, as patterns for {@code like}; none where nothing was typed. A reference
     * stands for itself alone, and any other word for all that have it in them.
     *
     * @param escape what stands before a sign that would stand for another
     */
    public static List<String> patterns(String typed, char escape) {
        return words(typed).map(word -> "%" + escaped(word, escape) + "%").toList();
    }

    /** Whether a text has all the words that were typed, ten at most; it has where nothing was typed. */
    public static boolean areIn(String text, String typed) {
        String searched = plain(text);
        return words(typed).allMatch(searched::contains);
    }

    /** As they stand in what is searched: at the end of a whole word there is a space. */
    private static Stream<String> words(String typed) {
        return Arrays.stream(shortened(typed).split("[\\s\\p{Z}]+"))
                .flatMap(SearchWords::wordsOf)
                .filter(word -> !word.isBlank())
                .limit(MOST_WORDS);
    }

    private static Stream<String> wordsOf(String part) {
        String reference = AROUND.matcher(part).replaceAll("");
        return REFERENCE.matcher(reference).matches()
                ? Stream.of(plain(reference))
                : Arrays.stream(plain(BEGUN.matcher(part).replaceAll("")).split(" "));
    }

    private static String escaped(String word, char escape) {
        String sign = String.valueOf(escape);
        return word.replace(sign, sign + sign).replace("%", sign + "%").replace("_", sign + "_");
    }

    /** What was typed as the page shows it again. */
    public static String shortened(String typed) {
        String shown = PastedText.clean(typed)
                .replaceAll("\\p{Cf}", "")
                .replaceAll("\\p{C}", " ")
                .strip();
        return shown.length() <= LONGEST
                ? shown
                : shown.substring(0, LONGEST)
                        .replaceAll("[\\uD800-\\uDBFF]$", "")
                        .strip();
    }

    /** Text as it is searched: words, with a space after each. */
    public static String plain(String text) {
        // Taken apart, some of the quotation marks would be a space and an accent.
        String characters = QUOTES.matcher(PastedText.clean(text)).replaceAll("");
        String letters = Normalizer.normalize(characters, Normalizer.Form.NFKD).replaceAll("[\\p{M}\\p{Cf}]", "");
        String words = QUOTES.matcher(letters)
                .replaceAll("")
                .replaceAll("(?<=[\\p{L}\\p{N}])" + DASHES_AND_SLASH + "(?=[\\p{L}\\p{N}])", "")
                .replaceAll("[\\p{C}\\s\\p{Z}\\p{Pd}\u2212]+", " ")
                .toLowerCase(Locale.ROOT)
                .strip();
        return words.isEmpty()
                ? words
                : OTHER_LETTERS.matcher(words).replaceAll(letter -> LETTERS.get(letter.group())) + " ";
    }
}
