package uk.opcc.inspectionresponse.casework.findings;

/** What is said to whoever checks the items, so that nothing that was guessed is taken for certain. */
final class Doubt {

    static final String TO_NOBODY = "The text does not say to whom it is addressed.";
    static final String LIST = "It is not certain whether each line of its list is an item of its own.";
    static final String BEGIN = "It is not certain that this is where it begins.";
    static final String END = "It is not certain that this is where it ends.";
    static final String ABOVE =
            "It is not certain that its first lines, which stand above it in the text, belong to it.";
    static final String SAME_LABEL = "Another item has the same number.";
    static final String NO_TEXT = "There is a heading, and no text below it.";
    static final String CAUSE = "It is not certain that it belongs to the cause of concern above it.";

    private Doubt() {}

    static String deadline(String printed) {
        return "It is not certain which day “" + printed + "” is.";
    }

    static String leftOut(String remark) {
        return "The text says “" + remark + "”, and these items are not in it.";
    }

    static String fewer(int stated, int found, Kind kind) {
        return "The text speaks of " + stated + " " + kind.several() + ", and "
                + (found == 1 ? "1 was" : found + " were") + " found in it.";
    }
}
