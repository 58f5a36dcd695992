package uk.opcc.inspectionresponse.publishing.document;

import java.util.Locale;
import java.util.regex.Pattern;

/** The address of a web page that a PDF viewer has copied over two lines. */
final class WrappedAddress {

    /** An address is broken after one of these. */
    private static final String BROKEN_AFTER = "/-_=&?%#~+";

    /** One may also end with these: with "/" most of the inspectors' do, and with "?" a question about one. */
    private static final String ENDS_WITH = "/?";

    /** A longer address is no link in any document; and to look at it again at each line takes long. */
    private static final int LONGEST = 2000;

    private static final Pattern WORD_OF_ADDRESS =
            Pattern.compile("[\\p{Ll}\\p{Nd}][\\p{L}\\p{Nd}/_=&?%#~+.-]*[.,;:)]{0,2}");

    /** What no word of a sentence has. */
    private static final Pattern SIGN_OF_ADDRESS =
            Pattern.compile("[/_=]|[?&#]\\S|%\\p{XDigit}{2}|-[^-]+-|\\.(?:pdf|docx?|xlsx?|csv|html?|aspx?|php)\\b");

    /** "2018/19", "19-07-2018", "and/or", "up-to-date", "day-to-day" and "16-year-old": they have signs too. */
    private static final Pattern OF_A_SENTENCE = Pattern.compile(
            "(?:\\d[\\d/.-]*|(?:and/or|he/she|his/her|him/her|s/he|they/them|n/a)|(\\p{L}+)-(?:by|for|in|on|to)-\\1"
                    + "|(?:up-to|out-of|end-of)-\\p{L}+|state-of-the-art|stop-and-search|fit-for-purpose"
                    + "|[\\p{L}\\d]+-(?:year|month|week|day|hour)-(?:olds?|long))[.,;:)]{0,2}");

    /** The number of a page, or of an item whose text is in the next line. */
    private static final Pattern NUMBER_ALONE = Pattern.compile("\\d{1,3}[.)]?");

    private WrappedAddress() {}

    /** Whether an address at the end of a line goes on in the line after it. */
    static boolean goesOn(String line, String next) {
        if (line.isEmpty() || BROKEN_AFTER.indexOf(line.charAt(line.length() - 1)) < 0) {
            return false;
        }
        String address = lastWord(line).toLowerCase(Locale.ROOT);
        if (!address.contains("http://") && !address.contains("https://")) {
            return false;
        }
        String text = next.strip();
        int end = 0;
        while (end < text.length() && end < LONGEST && !Character.isWhitespace(text.charAt(end))) {
            end++;
        }
        String word = text.substring(0, end);
        if (!WORD_OF_ADDRESS.matcher(word).matches()) {
            return false;
        }
        return ENDS_WITH.indexOf(line.charAt(line.length() - 1)) < 0 || isOfAddress(word, end == text.length());
    }

    /** Whether it can be nothing but the rest of an address; alone in its line it need not look like one. */
    private static boolean isOfAddress(String word, boolean alone) {
        return alone
                ? !NUMBER_ALONE.matcher(word).matches()
                : SIGN_OF_ADDRESS.matcher(word).find()
                        && !OF_A_SENTENCE.matcher(word).matches();
    }

    /** Nothing where it is too long for an address. */
    private static String lastWord(String line) {
        int at = line.length() - 1;
        while (at >= 0 && !Character.isWhitespace(line.charAt(at))) {
            if (line.length() - at > LONGEST) {
                return "";
            }
            at--;
        }
        return line.substring(at + 1);
    }
}
