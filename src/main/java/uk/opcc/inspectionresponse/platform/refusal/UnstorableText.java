package uk.opcc.inspectionresponse.platform.refusal;

import java.util.Locale;
import java.util.Optional;

/** Characters that a text may hold in Java and in Json, and that no database keeps as they are. */
public final class UnstorableText {

    private static final char NULL = 0;

    private UnstorableText() {}

    /** What is wrong with a text, as the end of a sentence that begins with its field; empty for a good one. */
    public static Optional<String> in(String text) {
        for (int i = 0; i < text.length(); i++) {
            char character = text.charAt(i);
            if (character == NULL) {
                return Optional.of(
                        "has a hidden character that cannot be kept (U+0000) at position " + (i + 1) + ": remove it.");
            }
            if (Character.isHighSurrogate(character)
                    && i + 1 < text.length()
                    && Character.isLowSurrogate(text.charAt(i + 1))) {
                i++;
            } else if (Character.isSurrogate(character)) {
                return Optional.of("has half a character (U+"
                        + Integer.toHexString(character).toUpperCase(Locale.ROOT)
                        + ", without its other half) at position " + (i + 1) + ": remove it.");
            }
        }
        return Optional.empty();
    }
}
