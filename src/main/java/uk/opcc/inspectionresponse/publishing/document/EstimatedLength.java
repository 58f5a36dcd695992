package uk.opcc.inspectionresponse.publishing.document;

/**
 * How many pages a text fills in the document: an estimate that costs no rendering, from the lines that it is set in.
 * It counts what makes a document long, lists of short items too, and never falls far behind the PDF.
 */
public final class EstimatedLength {

    /** Points, as the template's style has them on A4. */
    private static final double PAGE = 711;

    private static final double LINE = 15.95;
    private static final double AFTER_BLOCK = 8;
    private static final double AFTER_ITEM = 3;
    private static final double BEFORE_HEADING = 18;

    private static final double WIDTH = 470;

    private static final double LIST_INDENT = 20;

    /** The space and the border on both sides, or above and below. */
    private static final double AROUND_CELL = 10;

    private static final double SIZE_IN_WIDE_TABLE = 9.5;

    /** The headings and the table of the first page. */
    private static final double HEAD = 330;

    /** The headings of a recommendation and of its explanation. */
    private static final double HEADINGS = 65;

    /** Of the main font, in points at its size; the widths are in thousandths of that, from the space to the tilde. */
    private static final double SIZE = 11;

    private static final int[] WIDTHS = {
        278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278, 556, 556, 556, 556, 556, 556,
                556,
        556, 556, 556, 278, 278, 584, 584, 584, 556, 1015, 667, 667, 722, 722, 667, 611, 778, 722, 278, 500, 667, 556,
                833,
        722, 778, 667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 278, 278, 278, 469, 556, 333, 556, 556, 500,
                556,
        556, 278, 556, 556, 222, 222, 500, 222, 833, 556, 556, 556, 556, 333, 500, 278, 556, 500, 722, 500, 500, 500,
                334,
        260, 334, 584
    };

    private static final int TAB = 2224;
    private static final int LETTER = 600;
    private static final int QUOTE = 333;
    private static final int WHOLE = 1000;
    private static final int FIRST_QUOTE = 0x2018;
    private static final int LAST_QUOTE = 0x201F;
    private static final int FIRST_SYMBOL = 0x2020;

    private EstimatedLength() {}

    /** The length of a whole response, in pages. */
    public static double of(Response response) {
        double pages = HEAD / PAGE
                + of(response.keyFindings())
                + of(response.chiefConstable())
                + of(response.localPolicingBody());
        for (Response.Answer answer : response.recommendations()) {
            // An answer that several share is printed once.
            pages += HEADINGS / PAGE
                    + of(answer.recommendation())
                    + of(answer.comment())
                    + (answer.sameAs() == null ? of(answer.explanation()) : 0);
        }
        return pages;
    }

    private static double of(Response.Comment comment) {
        return comment == null ? 0 : HEADINGS / PAGE + of(comment.text());
    }

    /** The length of a typed text, in pages; none for null. */
    public static double of(String typed) {
        return TypedText.of(typed).blocks().stream()
                        .mapToDouble(EstimatedLength::points)
                        .sum()
                / PAGE;
    }

    private static double points(Block block) {
        if (block instanceof Table table) {
            return points(table);
        }
        boolean isList = block.kind() == Block.Kind.BULLETS || block.kind() == Block.Kind.NUMBERS;
        double points = block.kind() == Block.Kind.HEADING ? BEFORE_HEADING : AFTER_BLOCK;
        for (Block.Entry entry : block.entries()) {
            points += LINE * lines(entry, isList ? WIDTH - LIST_INDENT : WIDTH);
            points += isList ? AFTER_ITEM : 0;
        }
        return points;
    }

    /** A row is as high as the highest of its cells. */
    private static double points(Table table) {
        int[] widths = ColumnWidths.of(table.rows().stream()
                .map(row -> row.cells().stream().map(cell -> cell.text().text()).toList())
                .toList());
        double size = table.isWide() ? SIZE_IN_WIDE_TABLE / SIZE : 1;
        double points = AFTER_BLOCK;
        for (Table.Row row : table.rows()) {
            int lines = 1;
            for (int column = 0; column < widths.length; column++) {
                double width = WIDTH * widths[column] / ColumnWidths.WHOLE - AROUND_CELL;
                lines = Math.max(lines, lines(row.cells().get(column).text(), width / size));
            }
            points += LINE * size * lines + AROUND_CELL;
        }
        return points;
    }

    private static int lines(Block.Entry entry, double width) {
        return entry.lines().stream().mapToInt(line -> lines(line, width)).sum();
    }

    /** Word by word, as a line is set; a word that is longer than a line is broken. */
    private static int lines(Block.Line typed, double width) {
        int lines = 1;
        double line = 0;
        double word = 0;
        for (Block.Run run : typed.runs()) {
            for (int i = 0; i < run.text().length(); i++) {
                char character = run.text().charAt(i);
                double next = width(character);
                if (line + word + next > width) {
                    lines++;
                    if (line == 0) {
                        word = 0;
                    }
                    line = 0;
                }
                if (endsWord(character)) {
                    line += word + next;
                    word = 0;
                } else {
                    word += next;
                }
            }
        }
        return lines;
    }

    private static boolean endsWord(char character) {
        return character == ' ' || character == '\t' || character == '-' || character >= FIRST_SYMBOL;
    }

    /** What has no width counts all the same, as it takes its part of time and memory. */
    private static double width(char character) {
        int width;
        if (character >= ' ' && character - ' ' < WIDTHS.length) {
            width = WIDTHS[character - ' '];
        } else if (character == '\t') {
            width = TAB;
        } else if (character >= FIRST_QUOTE && character <= LAST_QUOTE) {
            width = QUOTE;
        } else if (Character.isSurrogate(character)) {
            width = WHOLE / 2;
        } else {
            width = character >= FIRST_SYMBOL ? WHOLE : LETTER;
        }
        return width * SIZE / WHOLE;
    }
}
