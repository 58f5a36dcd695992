package uk.opcc.inspectionresponse.platform.refusal;

/** What somebody sent, as a sentence can quote it: a long text ends with "…". */
public final class Shortened {

    private static final int LONGEST_NAME = 100;

    private Shortened() {}

    /** The name of a variable or a property, or an id. */
    public static String name(String sent) {
        return to(LONGEST_NAME, sent);
    }

    /** A text of which so many characters are quoted. */
    public static String to(int longest, String sent) {
        return sent.length() <= longest ? sent : sent.substring(0, longest) + "…";
    }
}
