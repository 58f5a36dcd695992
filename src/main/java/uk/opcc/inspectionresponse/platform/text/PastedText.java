package uk.opcc.inspectionresponse.platform.text;

import java.text.Normalizer;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Text as it comes from PDF viewers, Word and web pages, in the characters that were meant.
 *
 * <p>A word that was divided at the end of a line is joined, where the viewer has marked the place: with a soft hyphen,
 * with U+0002 or with U+FFFE. The same marks stand where a hyphen was printed that belongs there, as in "2018-19",
 * "48-hour" or "self-assessment": there the hyphen is kept, above all beside a figure. Spaces of any width are spaces,
 * what has no width is gone, accents stand with their letters, and the characters of Word's symbol fonts and of an old
 * Windows are those that they look like. What cannot be known is said, so that whoever has the report puts it right.
 */
public final class PastedText {

    private static final char SOFT_HYPHEN = '\u00AD';
    private static final char DIVIDED_IN_CHROME = '\u0002';
    private static final int DIVIDED_IN_PDFIUM = 0xFFFE;

    /**
     * Word's own characters for a hyphen that shows at the end of a line alone, for one that ends none, and for a cell.
     */
    private static final char OPTIONAL_HYPHEN_OF_WORD = '\u001F';

    private static final char HYPHEN_OF_WORD = '\u001E';
    private static final char CELL_OF_WORD = '\u0007';
    private static final char REPLACEMENT = '\uFFFD';

    private static final int MOST_ACCENTS = 30;

    /** As far back as a person needs to find the place. */
    private static final int SHOWN_BEFORE = 30;

    /**
     * The characters of Symbol and Wingdings that Word leaves in pasted text, by the one that they look like. Where the
     * two fonts differ, it is the one that reports have: signs beside a figure are of Symbol, bullets and boxes of
     * Wingdings.
     */
    private static final Map<Integer, String> SYMBOLS = Map.ofEntries(
            Map.entry(0xF0B7, "\u2022"),
            Map.entry(0xF0A7, "\u25AA"),
            Map.entry(0xF06C, "\u25CF"),
            Map.entry(0xF06E, "\u25A0"),
            Map.entry(0xF06F, "\u25A1"),
            Map.entry(0xF0A8, "\u25A1"),
            Map.entry(0xF071, "\u25A1"),
            Map.entry(0xF076, "\u2756"),
            Map.entry(0xF0D8, "\u27A2"),
            Map.entry(0xF0E0, "\u2192"),
            Map.entry(0xF0E8, "\u2192"),
            Map.entry(0xF0FC, "\u2713"),
            Map.entry(0xF0FB, "\u2717"),
            Map.entry(0xF0FE, "\u2611"),
            Map.entry(0xF0FD, "\u2612"),
            Map.entry(0xF0A3, "\u2264"),
            Map.entry(0xF0B3, "\u2265"),
            Map.entry(0xF0B1, "\u00B1"),
            Map.entry(0xF0B4, "\u00D7"),
            Map.entry(0xF0B8, "\u00F7"),
            Map.entry(0xF0B0, "\u00B0"),
            Map.entry(0xF0B9, "\u2260"),
            Map.entry(0xF0BB, "\u2248"),
            Map.entry(0xF02B, "+"),
            Map.entry(0xF02D, "\u2212"),
            Map.entry(0xF03C, "<"),
            Map.entry(0xF03D, "="),
            Map.entry(0xF03E, ">"),
            Map.entry(0xF025, "%"),
            Map.entry(0xF0AC, "\u2190"),
            Map.entry(0xF0AD, "\u2191"),
            Map.entry(0xF0AE, "\u2192"),
            Map.entry(0xF0AF, "\u2193"),
            Map.entry(0xF0DF, "\u2190"),
            Map.entry(0xF0E1, "\u2191"),
            Map.entry(0xF0E2, "\u2193"),
            Map.entry(0xF0E7, "\u2190"),
            Map.entry(0xF0E9, "\u2191"),
            Map.entry(0xF0EA, "\u2193"),
            Map.entry(0xF020, " "));

    /** Where they stand before the text of a line: the dash that Word's lists have, and the boxes of Wingdings 2. */
    private static final Map<Integer, String> BEFORE_A_LINE = Map.of(
            0xF02D, "\u2013",
            0xF0A3, "\u25A1",
            0xF050, "\u2713",
            0xF04F, "\u2717",
            0xF052, "\u2611",
            0xF051, "\u2612",
            0xF053, "\u2612",
            0xF054, "\u2612");

    /** Two or three letters that a font has in one character. */
    private static final List<String> LIGATURES = List.of("ff", "fi", "fl", "ffi", "ffl", "st", "st");

    private static final int FIRST_LIGATURE = 0xFB00;

    /** What is copied from a PDF in Calibri for its character of the letters "ti". */
    private static final char TI_OF_CALIBRI = '\u019F';

    /** What Windows-1252 has at 0x80 to 0x9F, where other encodings have control characters; 0x85 is a line end. */
    private static final String OF_WINDOWS =
            "\u20AC\u0000\u201A\u0192\u201E\n\u2020\u2021\u02C6\u2030\u0160\u2039\u0152\u0000"
                    + "\u017D\u0000\u0000\u2018\u2019\u201C\u201D\u2022\u2013\u2014\u02DC\u2122\u0161\u203A\u0153\u0000\u017E\u0178";

    private static final int FIRST_OF_WINDOWS = 0x80;
    private static final int LAST_OF_WINDOWS = 0x9F;

    private PastedText() {}

    /**
     * The text in the characters that were meant, with "\n" for every kind of line end. What cannot be known stands in
     * it as it was.
     */
    public static String clean(String pasted) {
        return composed(joined(inKnownCharacters(pasted.replace("\r\n", "\n"))));
    }

    private static String inKnownCharacters(String text) {
        StringBuilder clean = new StringBuilder(text.length());
        int at = 0;
        while (at < text.length()) {
            int one = text.codePointAt(at);
            int next = at + Character.charCount(one);
            boolean isMarkAgain =
                    isOptional(one) && clean.length() > 0 && marksDivision(clean.codePointBefore(clean.length()));
            if (!isMarkAgain) {
                add(one, text, next, clean);
            }
            at = next;
        }
        return clean.toString();
    }

    private static String joined(String text) {
        StringBuilder joined = new StringBuilder(text.length());
        int at = 0;
        while (at < text.length()) {
            int one = text.codePointAt(at);
            int next = at + Character.charCount(one);
            if (marksDivision(one)) {
                at = join(text, next, one, joined);
            } else {
                joined.appendCodePoint(one);
                at = next;
            }
        }
        return joined.toString();
    }

    /**
     * With each letter and its accents in one character. Of more accents in a row than any script has, of which the
     * first ones are looked at again for each, the rest stays as it is.
     */
    private static String composed(CharSequence text) {
        StringBuilder composed = new StringBuilder(text.length());
        int begin = 0;
        int accents = 0;
        int at = 0;
        while (at < text.length()) {
            int one = Character.codePointAt(text, at);
            accents = isAccent(one) ? accents + 1 : 0;
            if (accents == MOST_ACCENTS) {
                composed.append(Normalizer.normalize(text.subSequence(begin, at), Normalizer.Form.NFC));
                begin = at;
                at = afterAccents(text, at);
                composed.append(text, begin, at);
                begin = at;
                accents = 0;
            } else {
                at += Character.charCount(one);
            }
        }
        return composed.append(Normalizer.normalize(text.subSequence(begin, text.length()), Normalizer.Form.NFC))
                .toString();
    }

    private static int afterAccents(CharSequence text, int from) {
        int at = from;
        while (at < text.length() && isAccent(Character.codePointAt(text, at))) {
            at += Character.charCount(Character.codePointAt(text, at));
        }
        return at;
    }

    private static boolean isAccent(int character) {
        return switch (Character.getType(character)) {
            case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK, Character.COMBINING_SPACING_MARK -> true;
            default -> false;
        };
    }

    /** The text in one line, without space at its ends. */
    public static String inOneLine(String pasted) {
        return clean(pasted).replaceAll("[\\s\\p{Z}]+", " ").strip();
    }

    /** The text without spaces, line ends and what nobody sees at its ends. */
    public static String withoutSpaceAround(String pasted) {
        int begin = 0;
        int end = pasted.length();
        while (begin < end && isNothing(pasted.charAt(begin))) {
            begin++;
        }
        while (end > begin && isNothing(pasted.charAt(end - 1))) {
            end--;
        }
        return pasted.substring(begin, end);
    }

    private static boolean isNothing(char one) {
        return Character.isWhitespace(one) || Character.isSpaceChar(one) || Character.getType(one) == Character.FORMAT;
    }

    /**
     * What in a text cannot be known, as the end of a sentence that begins with its field; nothing where all of it can
     * be read.
     */
    public static Optional<String> unreadable(String pasted) {
        String text = clean(pasted);
        int at = 0;
        while (at < text.length()) {
            int one = text.codePointAt(at);
            if (isUnreadable(one)) {
                String before = text.substring(Math.max(0, at - SHOWN_BEFORE), at)
                        .replaceAll("^[\\uDC00-\\uDFFF]", "")
                        .replaceAll("\\s+", " ")
                        .strip();
                return Optional.of("has a character that cannot be read (U+"
                        + String.format("%04X", one) + "), "
                        + (before.isEmpty() ? "at its beginning" : "after “" + before + "”")
                        + ": look in the report and type what should be there, or remove it.");
            }
            at += Character.charCount(one);
        }
        return Optional.empty();
    }

    /** Whether nobody can know what stands there: it is never printed. */
    public static boolean isUnreadable(int character) {
        return character == REPLACEMENT
                || Character.getType(character) == Character.CONTROL && character != '\t' && character != '\n'
                || Character.getType(character) == Character.PRIVATE_USE
                || (character & 0xFFFE) == 0xFFFE
                || character >= 0xFDD0 && character <= 0xFDEF;
    }

    private static boolean marksDivision(int character) {
        return isOptional(character) || character == DIVIDED_IN_CHROME || character == DIVIDED_IN_PDFIUM;
    }

    private static boolean isOptional(int character) {
        return character == SOFT_HYPHEN || character == OPTIONAL_HYPHEN_OF_WORD;
    }

    /**
     * Goes on after the mark of a divided word.
     *
     * @return where the text goes on
     */
    private static int join(String text, int after, int mark, StringBuilder clean) {
        int next = after;
        boolean lineEnds = false;
        while (next < text.length() && (text.charAt(next) == ' ' || text.charAt(next) == '\n' && !lineEnds)) {
            lineEnds |= text.charAt(next) == '\n';
            next++;
        }
        int before = letterBefore(clean);
        int following = next < text.length() ? text.codePointAt(next) : ' ';
        if (isOptional(mark)
                && next > after
                && isSpace(before)
                && !isSpace(following)
                && !(before == '\n' && lineEnds)) {
            // "2015 - 2018": what stands between spaces divides no word.
            clean.append('-');
            return after;
        }
        boolean touches = lineEnds || next == after;
        if (touches && isBesideFigure(before, following, isOptional(mark) && next == after)) {
            clean.append('-');
            return next;
        }
        boolean isWithinWord = touches && Character.isLetterOrDigit(before) && Character.isLetter(following);
        if (isWithinWord && isHyphen(mark, clean, text, next)) {
            clean.append('-');
            return next;
        }
        if (isWithinWord && (Character.isLowerCase(following) || isOptional(mark))) {
            return next;
        }
        if (!isOptional(mark)) {
            clean.appendCodePoint(mark);
        }
        return after;
    }

    /** The last character that is no accent of another; the end of a line where there is none. */
    private static int letterBefore(StringBuilder clean) {
        int at = clean.length();
        for (int accents = 0; accents < MOST_ACCENTS && at > 0 && isAccent(clean.codePointBefore(at)); accents++) {
            at -= Character.charCount(clean.codePointBefore(at));
        }
        return at > 0 ? clean.codePointBefore(at) : '\n';
    }

    /** "2018-19", "48-hour", "COVID-19", "£5-£10" and, where a minus sign may stand before a figure, "-5". */
    private static boolean isBesideFigure(int before, int following, boolean mayBeMinus) {
        if (Character.isDigit(following)) {
            return mayBeMinus || Character.isLetterOrDigit(before) || before == '%' || before == ')';
        }
        return Character.isDigit(before) && (Character.isLetter(following) || isCurrency(following));
    }

    private static boolean isCurrency(int character) {
        return Character.getType(character) == Character.CURRENCY_SYMBOL;
    }

    /** Whether a mark between two letters stands for a hyphen that is printed there, as in "Anti-Social". */
    private static boolean isHyphen(int mark, StringBuilder clean, String text, int next) {
        int following = text.codePointAt(next);
        return Character.isLowerCase(following)
                ? Compound.isBetween(clean, text, next)
                : !isOptional(mark) || Character.isUpperCase(following);
    }

    private static boolean isOfWord(int character) {
        return Character.isLetterOrDigit(character) || isAccent(character);
    }

    private static boolean isSpace(int character) {
        return Character.isWhitespace(character) || Character.isSpaceChar(character);
    }

    private static boolean endsLine(char character) {
        return character == '\n' || character == '\r';
    }

    private static void add(int one, String text, int next, StringBuilder clean) {
        if (one >= FIRST_OF_WINDOWS && one <= LAST_OF_WINDOWS && OF_WINDOWS.charAt(one - FIRST_OF_WINDOWS) != 0) {
            clean.append(OF_WINDOWS.charAt(one - FIRST_OF_WINDOWS));
        } else if (Character.getType(one) == Character.PRIVATE_USE) {
            clean.append(symbol(one, text, next, clean));
        } else if (one >= FIRST_LIGATURE && one < FIRST_LIGATURE + LIGATURES.size()) {
            clean.append(LIGATURES.get(one - FIRST_LIGATURE));
        } else if (one == TI_OF_CALIBRI && isInSmallLetters(text, next, clean)) {
            clean.append("ti");
        } else if (Character.getType(one) == Character.SPACE_SEPARATOR) {
            clean.append(' ');
        } else if (one == '\r' || one == '\u000B' || one == '\f' || one == '\u2028') {
            clean.append('\n');
        } else if (one == HYPHEN_OF_WORD) {
            clean.append('-');
        } else if (one == CELL_OF_WORD) {
            clean.append('\t');
        } else if (one == '\u2029') {
            clean.append("\n\n");
        } else if (!hasNoWidth(one)) {
            clean.appendCodePoint(one);
        }
    }

    private static String symbol(int one, String text, int next, StringBuilder clean) {
        int following = next < text.length() ? text.codePointAt(next) : '\n';
        if (BEFORE_A_LINE.containsKey(one) && beginsLine(clean) && isBeforeWords(text, next)) {
            return BEFORE_A_LINE.get(one);
        }
        if (SYMBOLS.containsKey(one)) {
            return SYMBOLS.get(one);
        }
        if (beginsLine(clean) && !Character.isDigit(following) && !isCurrency(following)) {
            // Word has a hundred bullets. Right before a figure it is a sign that nobody knows.
            return isSpace(following) ? "\u2022" : "\u2022 ";
        }
        return Character.toString(one);
    }

    /** Whether a space follows, and no figure after it. */
    private static boolean isBeforeWords(String text, int from) {
        int at = from;
        while (at < text.length() && isSpace(text.charAt(at)) && !endsLine(text.charAt(at))) {
            at++;
        }
        return at > from && at < text.length() && !Character.isDigit(text.charAt(at)) && !endsLine(text.charAt(at));
    }

    private static boolean isInSmallLetters(String text, int next, StringBuilder clean) {
        int before = clean.length() > 0 ? clean.codePointBefore(clean.length()) : ' ';
        int following = next < text.length() ? text.codePointAt(next) : ' ';
        return (isSmall(before) || isSmall(following))
                && (isSmall(before) || !isOfWord(before))
                && (isSmall(following) || !isOfWord(following));
    }

    /** Of the letters of English and Welsh, also where a font has two of them in one character. */
    private static boolean isSmall(int character) {
        return Character.isLowerCase(character)
                && Character.UnicodeScript.of(character) == Character.UnicodeScript.LATIN;
    }

    /** Not the joiners, which emojis and other scripts need, nor the marks of writing direction. */
    private static boolean hasNoWidth(int one) {
        return one == '\u200B' || one == '\u2060' || one == '\uFEFF' || one == '\u180E' || one == '\u2063';
    }

    private static boolean beginsLine(StringBuilder clean) {
        int at = clean.length() - 1;
        while (at >= 0 && (clean.charAt(at) == ' ' || clean.charAt(at) == '\t')) {
            at--;
        }
        return at < 0 || clean.charAt(at) == '\n';
    }
}
