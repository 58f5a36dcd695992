package uk.opcc.inspectionresponse.platform.text;

import java.text.Normalizer;
import java.util.Map;
import java.util.Optional;

/**
 * Text as it comes from PDF viewers, Word and web pages, in the characters that were meant.
 *
 * <p>A word that was divided at the end of a line is joined, where the viewer has marked the place: with a soft hyphen,
 * with U+0002 or with U+FFFE. Spaces of any width are spaces, what has no width is gone, accents stand with their
 * letters, and the characters of Word's symbol fonts and of an old Windows are those that they look like. What cannot
 * be known is said, so that whoever has the report puts it right.
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

    /** The characters of Symbol and Wingdings that Word leaves in pasted text, by the one that they look like. */
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
            Map.entry(0xF02D, "\u2013"),
            Map.entry(0xF020, " "));

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
        String text = pasted.replace("\r\n", "\n");
        StringBuilder clean = new StringBuilder(text.length());
        int at = 0;
        while (at < text.length()) {
            int one = text.codePointAt(at);
            int next = at + Character.charCount(one);
            if (marksDivision(one)) {
                at = join(text, next, one, clean);
                continue;
            }
            add(one, text, next, clean);
            at = next;
        }
        return composed(clean);
    }

    /**
     * With each letter and its accents in one character. Of more accents in a row than any script has, of which the
     * first ones are looked at again for each, the rest stays as it is.
     */
    private static String composed(CharSequence text) {
        StringBuilder composed = new StringBuilder(text.length());
        int begin = 0;
        int accents = 0;
        for (int at = 0; at < text.length(); at++) {
            accents = isAccent(text.charAt(at)) ? accents + 1 : 0;
            if (accents == MOST_ACCENTS) {
                composed.append(Normalizer.normalize(text.subSequence(begin, at), Normalizer.Form.NFC));
                begin = at;
                while (at < text.length() && isAccent(text.charAt(at))) {
                    at++;
                }
                composed.append(text, begin, at);
                begin = at;
                accents = 0;
            }
        }
        return composed.append(Normalizer.normalize(text.subSequence(begin, text.length()), Normalizer.Form.NFC))
                .toString();
    }

    private static boolean isAccent(char character) {
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
                        + ": type what stands there, or remove it.");
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
        while (next < text.length()
                && isSpaceOrLineEnd(text.charAt(next))
                && !(lineEnds && endsLine(text.charAt(next)))) {
            lineEnds |= endsLine(text.charAt(next));
            next++;
        }
        boolean afterLetter = clean.length() > 0 && Character.isLetterOrDigit(clean.codePointBefore(clean.length()));
        int following = next < text.length() ? text.codePointAt(next) : ' ';
        boolean touches = lineEnds || next == after;
        if (touches && afterLetter && Character.isLowerCase(following)) {
            return next;
        }
        if (isOptional(mark)) {
            return after;
        }
        if (touches && afterLetter && Character.isLetterOrDigit(following)) {
            // "Anti-Social", "2018-19": a hyphen that was there before the line ended at it.
            clean.append('-');
            return next;
        }
        clean.appendCodePoint(mark);
        return after;
    }

    private static boolean isSpaceOrLineEnd(char character) {
        return character == ' ' || endsLine(character);
    }

    private static boolean endsLine(char character) {
        return character == '\n' || character == '\r';
    }

    private static void add(int one, String text, int next, StringBuilder clean) {
        if (one >= FIRST_OF_WINDOWS && one <= LAST_OF_WINDOWS && OF_WINDOWS.charAt(one - FIRST_OF_WINDOWS) != 0) {
            clean.append(OF_WINDOWS.charAt(one - FIRST_OF_WINDOWS));
        } else if (SYMBOLS.containsKey(one)) {
            clean.append(SYMBOLS.get(one));
        } else if (Character.getType(one) == Character.PRIVATE_USE && beginsLine(clean)) {
            // Word has a hundred bullets.
            clean.append(
                    next < text.length() && Character.isLetterOrDigit(text.codePointAt(next)) ? "\u2022 " : "\u2022");
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
