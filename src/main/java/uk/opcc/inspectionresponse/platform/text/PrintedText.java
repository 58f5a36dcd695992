package uk.opcc.inspectionresponse.platform.text;

/**
 * Text as the public reads it: in the characters that were meant, see {@link PastedText}, and without those of which
 * nobody can know what they are. What was recorded before they were refused still has them.
 */
public final class PrintedText {

    private PrintedText() {}

    /** The text in one line, such as a title. */
    public static String inOneLine(String recorded) {
        return PastedText.inOneLine(readable(recorded));
    }

    /** The text with its line ends. */
    public static String inLines(String recorded) {
        return readable(recorded).strip();
    }

    private static String readable(String recorded) {
        String text = PastedText.clean(recorded);
        StringBuilder readable = new StringBuilder(text.length());
        text.codePoints()
                .filter(character -> !PastedText.isUnreadable(character))
                .filter(character -> Character.getType(character) != Character.SURROGATE)
                .forEach(readable::appendCodePoint);
        return readable.toString();
    }
}
