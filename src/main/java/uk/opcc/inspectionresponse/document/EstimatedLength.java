package uk.opcc.inspectionresponse.document;

/**
 * How many pages a text fills in the document: an estimate that costs no rendering, from the lines that it is set in. It
 * counts what makes a document long, lists of short items too, and never falls far behind the PDF.
 */
public final class EstimatedLength {

    /** Points, as the template's style has them on A4. */
    private static final double PAGE = 711;

    private static final double LINE = 15.95;
    private static final double AFTER_BLOCK = 8;
    private static final double AFTER_ITEM = 3;

    /** Less than the 470 that there are, as a line ends with its last whole word. */
    private static final double WIDTH = 452;

    private static final double LIST_INDENT = 20;

    /** The headings and the table of the first page. */
    private static final double HEAD = 330;

    /** The headings of a recommendation and of its explanation. */
    private static final double HEADINGS = 75;

    private static final double CHARACTER = 5.35;
    private static final double CAPITAL = 7.6;
    private static final double IDEOGRAPH = 11;
    private static final int FIRST_IDEOGRAPH = 0x2E80;

    private EstimatedLength() {}

    /** The length of a whole response, in pages. */
    public static double of(Response response) {
        double pages = HEAD / PAGE
                + of(response.keyFindings())
                + of(response.chiefConstable())
                + of(response.localPolicingBody());
        for (Response.Answer answer : response.recommendations()) {
            pages += HEADINGS / PAGE + of(answer.recommendation()) + of(answer.explanation());
        }
        return pages;
    }

    /** The length of a typed text, in pages; none for null. */
    public static double of(String typed) {
        double points = 0;
        for (TypedText.Block block : TypedText.of(typed).blocks()) {
            boolean isList = block.kind() != TypedText.Kind.PARAGRAPH;
            for (TypedText.Entry entry : block.entries()) {
                for (TypedText.Line line : entry.lines()) {
                    points += LINE * lines(line, isList ? WIDTH - LIST_INDENT : WIDTH);
                }
                points += isList ? AFTER_ITEM : 0;
            }
            points += AFTER_BLOCK;
        }
        return points / PAGE;
    }

    private static double lines(TypedText.Line line, double width) {
        double points = 0;
        for (TypedText.Run run : line.runs()) {
            for (int i = 0; i < run.text().length(); i++) {
                points += width(run.text().charAt(i));
            }
        }
        return Math.max(1, Math.ceil(points / width));
    }

    /** On average. What has no width counts all the same, as it takes its part of time and memory. */
    private static double width(char character) {
        if (character >= FIRST_IDEOGRAPH) {
            return Character.isSurrogate(character) ? IDEOGRAPH / 2 : IDEOGRAPH;
        }
        return character >= 'A' && character <= 'Z' || character == '\u2014' || character == 'm' || character == 'w'
                ? CAPITAL
                : CHARACTER;
    }
}
