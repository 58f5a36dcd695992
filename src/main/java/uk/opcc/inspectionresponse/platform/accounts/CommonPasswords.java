package uk.opcc.inspectionresponse.platform.accounts;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The passwords that are tried first.
 *
 * <p>Lists of the commonest are lists of short ones: where a long one is asked for, people make one of them longer. So
 * these are words, each alone, twice, or with another one, in any case, with digits for letters, and with whatever
 * stands before and after them; and what fingers do by themselves: rows of keys, alphabets, repetitions.
 */
final class CommonPasswords {

    private static final Set<String> WORDS = read();

    /** Neighbours in one of these make a row, in both directions. */
    private static final String[] ROWS = {
        "abcdefghijklmnopqrstuvwxyz",
        "01234567890",
        "qwertyuiop",
        "asdfghjkl",
        "zxcvbnm",
        "qwertzuiop",
        "azertyuiop",
        "!\"£$%^&*()_+",
        "!@#$%^&*()_+",
        "1qaz",
        "2wsx",
        "3edc",
        "4rfv",
        "5tgb",
        "6yhn",
        "7ujm",
        "8ik,",
        "9ol.",
    };

    private static final Map<Character, Character> LETTERS =
            Map.of('0', 'o', '1', 'i', '3', 'e', '4', 'a', '5', 's', '7', 't', '@', 'a', '$', 's', '!', 'i', '8', 'b');

    private static final int FEW_CHARACTERS = 4;
    private static final int LONGEST_REPEATED = 5;

    private CommonPasswords() {}

    static boolean include(String password) {
        String folded = Normalizer.normalize(password, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        return folded.codePoints().distinct().count() <= FEW_CHARACTERS
                || isRepetition(folded)
                || isMadeOfRows(folded)
                || isMadeOfWords(folded);
    }

    /** "abcabcabcabc", and "abcabcabcab". */
    private static boolean isRepetition(String text) {
        return IntStream.rangeClosed(1, Math.min(LONGEST_REPEATED, text.length() / 2))
                .anyMatch(period -> IntStream.range(period, text.length())
                        .allMatch(i -> text.charAt(i) == text.charAt(i - period)));
    }

    /** Rows of four and more on the average: "qwertyuiop12", "1qaz2wsx3edc", "aaaabbbbcccc". */
    private static boolean isMadeOfRows(String text) {
        int rows = 0;
        int end = 0;
        while (end < text.length()) {
            rows++;
            end = endOfRow(text, end);
        }
        return rows * 4 <= text.length();
    }

    private static int endOfRow(String text, int begin) {
        int longest = begin + 1;
        while (longest < text.length() && text.charAt(longest) == text.charAt(begin)) {
            longest++;
        }
        for (String row : ROWS) {
            longest = Math.max(longest, end(text, begin, row + row));
            String back = new StringBuilder(row).reverse().toString();
            longest = Math.max(longest, end(text, begin, back + back));
        }
        return longest;
    }

    private static int end(String text, int begin, String row) {
        int end = begin + 1;
        while (end < text.length() && row.contains(text.substring(begin, end + 1))) {
            end++;
        }
        return end;
    }

    private static boolean isMadeOfWords(String text) {
        String core = text.replaceAll("^[^\\p{L}]+|[^\\p{L}]+$", "");
        return isOneOrTwoWords(core)
                || isOneOrTwoWords(lettersFor(core))
                || isOneOrTwoWords(lettersFor(text))
                || isOneOrTwoWords(core.replaceAll("[^\\p{L}]+$", ""));
    }

    private static boolean isOneOrTwoWords(String text) {
        String letters = text.replaceAll("[^\\p{L}]+", "");
        if (letters.isEmpty()) {
            return true;
        }
        return WORDS.contains(letters)
                || IntStream.range(1, letters.length())
                        .anyMatch(i -> WORDS.contains(letters.substring(0, i)) && WORDS.contains(letters.substring(i)))
                || WORDS.stream().anyMatch(word -> letters.replace(word, "").isEmpty());
    }

    private static String lettersFor(String text) {
        return text.chars()
                .mapToObj(character -> String.valueOf(LETTERS.getOrDefault((char) character, (char) character)))
                .collect(Collectors.joining());
    }

    private static Set<String> read() {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                CommonPasswords.class.getResourceAsStream("/passwords/common-words.txt"), StandardCharsets.UTF_8))) {
            return lines.lines()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .flatMap(line -> Arrays.stream(line.split(" +")))
                    .collect(Collectors.toUnmodifiableSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
