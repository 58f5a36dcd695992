package uk.opcc.inspectionresponse.publishing.document;

/** A sentence that was wrapped by the program from which it was pasted. */
final class WrappedSentence {

    /** A shorter line was not wrapped: it is one that somebody ended. */
    private static final int SHORTEST = 50;

    private static final String ENDS = ".:;!?";

    private WrappedSentence() {}

    /** Whether the sentence of a line may go on in the line after it. */
    static boolean mayGoOn(String line) {
        String text = line.strip();
        return text.length() >= SHORTEST && ENDS.indexOf(text.charAt(text.length() - 1)) < 0;
    }
}
