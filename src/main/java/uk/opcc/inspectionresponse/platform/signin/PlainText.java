package uk.opcc.inspectionresponse.platform.signin;

import java.text.Normalizer;

/** What a directory says of a person, as the database, the log and a page can take it. */
final class PlainText {

    private PlainText() {}

    /** The text in composed characters, without control characters, and cut at a length; empty for null. */
    static String of(String text, int longest) {
        if (text == null) {
            return "";
        }
        String plain = Normalizer.normalize(text, Normalizer.Form.NFC)
                .replaceAll("[\\p{Cc}\\p{Cs}\\x{2028}\\x{2029}]+", " ")
                .strip();
        if (plain.length() <= longest) {
            return plain;
        }
        return plain.substring(0, Character.isHighSurrogate(plain.charAt(longest - 1)) ? longest - 1 : longest);
    }
}
