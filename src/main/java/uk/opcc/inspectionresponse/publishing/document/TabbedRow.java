package uk.opcc.inspectionresponse.publishing.document;

import java.util.ArrayList;
import java.util.List;

/**
 * A row of cells with tabs between them. Excel puts a cell that has line ends in quotes, and doubles those in it.
 *
 * @param end the first line after it
 */
record TabbedRow(List<String> cells, int end) {

    /** A quote that is closed in none of these is one that somebody said. */
    private static final int MOST_LINES_OF_A_CELL = 20;

    /** The row that begins in a line, whatever is in it. */
    static TabbedRow at(List<String> lines, int from) {
        List<String> cells = new ArrayList<>();
        int line = from;
        int begin = 0;
        while (begin <= lines.get(line).length()) {
            Quoted quoted = Quoted.at(lines, line, begin);
            if (quoted == null) {
                int tab = lines.get(line).indexOf('\t', begin);
                int end = tab < 0 ? lines.get(line).length() : tab;
                cells.add(lines.get(line).substring(begin, end));
                begin = end + 1;
            } else {
                cells.add(quoted.text());
                line = quoted.line();
                begin = quoted.end() + 1;
            }
        }
        return new TabbedRow(cells, line + 1);
    }

    /** Whether it is one of Excel's empty rows. */
    boolean isEmpty() {
        return cells.size() > 1 && cells.stream().allMatch(String::isBlank);
    }

    /** Whether there is a tab after something. */
    boolean hasColumns() {
        return cells.subList(0, cells.size() - 1).stream().anyMatch(cell -> !cell.isBlank());
    }

    /**
     * A cell in quotes.
     *
     * @param end where in the line it ends
     */
    private record Quoted(String text, int line, int end) {

        /** Null where no cell in quotes begins, or one that would not need them. */
        static Quoted at(List<String> lines, int from, int begin) {
            if (!lines.get(from).startsWith("\"", begin)) {
                return null;
            }
            StringBuilder text = new StringBuilder();
            int at = begin + 1;
            for (int line = from; line < lines.size() && line < from + MOST_LINES_OF_A_CELL; line++) {
                String typed = lines.get(line);
                int quote = typed.indexOf('"', at);
                while (quote >= 0 && typed.startsWith("\"", quote + 1)) {
                    text.append(typed, at, quote + 1);
                    at = quote + 2;
                    quote = typed.indexOf('"', at);
                }
                if (quote >= 0) {
                    text.append(typed, at, quote);
                    boolean closes = quote + 1 == typed.length() || typed.charAt(quote + 1) == '\t';
                    boolean needsQuotes = line > from || text.indexOf("\t") >= 0;
                    return closes && needsQuotes ? new Quoted(text.toString(), line, quote + 1) : null;
                }
                text.append(typed, at, typed.length()).append('\n');
                at = 0;
            }
            return null;
        }
    }
}
