package uk.opcc.inspectionresponse.platform.rest;

/** Text as it comes out of a word processor, with all that breaks on the way into a database and back. */
public final class LongText {

    private static final String SENTENCE =
            "He said: \"Don't – won't\", ‘for’ “£5” \\ 😀 👩🏽‍🚒 é e\u0301 <b>&amp;</b> %s"
                    + " ${taskPriority} {{title}} #{1} ' -- \u2028 \tand a tab;\n";

    private LongText() {}

    /** Of exactly so many characters, as Java, JavaScript and the forms count them. */
    public static String of(int length) {
        StringBuilder text = new StringBuilder();
        while (text.length() + SENTENCE.length() <= length) {
            text.append(SENTENCE);
        }
        return text.append("x".repeat(length - text.length())).toString();
    }
}
