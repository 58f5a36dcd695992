package uk.opcc.inspectionresponse.publishing.document;

import java.util.regex.Pattern;

/** The address of a web page that a PDF viewer has copied over two lines. */
final class WrappedAddress {

    /** An address is broken after one of these. */
    private static final String BROKEN_AFTER = "/-_=&?%#~+";

    private static final Pattern WORD_OF_ADDRESS =
            Pattern.compile("[\\p{Ll}\\p{Nd}][\\p{L}\\p{Nd}/_=&?%#~+.-]*[.,;:)]{0,2}");

    private static final Pattern SIGN_OF_ADDRESS = Pattern.compile("[/_=&?%#\\d-]");

    private WrappedAddress() {}

    /** Whether an address at the end of a line goes on in the line after it. */
    static boolean goesOn(String line, String next) {
        if (line.isEmpty() || BROKEN_AFTER.indexOf(line.charAt(line.length() - 1)) < 0) {
            return false;
        }
        String address = line.substring(lastSpace(line) + 1).toLowerCase(java.util.Locale.ROOT);
        if (!address.contains("http://") && !address.contains("https://")) {
            return false;
        }
        String text = next.stripLeading();
        int end = 0;
        while (end < text.length() && !Character.isWhitespace(text.charAt(end))) {
            end++;
        }
        String word = text.substring(0, end);
        return WORD_OF_ADDRESS.matcher(word).matches()
                && (!line.endsWith("/")
                        || end == text.length()
                        || SIGN_OF_ADDRESS.matcher(word).find());
    }

    private static int lastSpace(String line) {
        int at = line.length() - 1;
        while (at >= 0 && !Character.isWhitespace(line.charAt(at))) {
            at--;
        }
        return at;
    }
}
