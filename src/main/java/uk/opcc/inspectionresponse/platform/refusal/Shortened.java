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
        return sent.length() <= longest ? sent : begin(longest, sent) + "…";
    }

    /** A text in a place that has room for so many characters, the "…" included. */
    public static String within(int room, String text) {
        return text.length() <= room ? text : begin(room - 1, text) + "…";
    }

    private static String begin(int longest, String text) {
        return text.substring(0, Character.isHighSurrogate(text.charAt(longest - 1)) ? longest - 1 : longest);
    }
}
