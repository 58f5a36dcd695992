package uk.opcc.inspectionresponse.words;

import java.util.regex.Pattern;

/**
 * Something that the application says.
 *
 * @param where the file that says it, from the project's folder
 * @param words as people read it, with a name in braces for what is put in
 */
record Said(String where, String words) {

    private static final Pattern PUT_IN = Pattern.compile("\\{[^{}]*}");
    private static final Pattern TWO_WORDS =
            Pattern.compile("(?s).*\\p{L}['’,:;.()“”]*\\s+['‘“(]?\\p{L}.*|.*\\p{Lu}\\p{Ll}+[.:?].*");

    /** Whether it is said to anybody, and is not a name, a pattern or a part of an address. */
    boolean isWords() {
        return TWO_WORDS.matcher(withoutWhatIsPutIn().strip()).matches();
    }

    /** The words that are always the same. */
    String withoutWhatIsPutIn() {
        return PUT_IN.matcher(words).replaceAll("…").replace("…", " … ");
    }

    /** As a line of a page in Markdown. */
    String line() {
        return "- "
                + words.strip()
                        .replaceAll("\\s*\\R\\s*", " / ")
                        .replaceAll("\\s+", " ")
                        .replaceAll("([\\\\`*_\\[\\]<>|#~])", "\\\\$1")
                        .replace("&", "&amp;");
    }
}
