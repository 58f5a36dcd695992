package uk.opcc.inspectionresponse.platform.refusal;

/** What somebody wrote, as a sentence, a column or a subject can hold it: a long text ends with "…". */
public final class Shortened {

    private static final int LONGEST_NAME = 100;

    private Shortened() {}

    /** The name of a variable or a property, or an id. */
    public static String name(String sent) {
        return to(LONGEST_NAME, sent);
    }

    /** A text of which so many characters are quoted, and no half of one. */
    public static String to(int longest, String sent) {
        if (sent.length() <= longest) {
            return sent;
        }
        return sent.substring(0, Character.isHighSurrogate(sent.charAt(longest - 1)) ? longest - 1 : longest) + "…";
    }
}
