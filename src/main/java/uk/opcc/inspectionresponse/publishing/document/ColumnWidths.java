package uk.opcc.inspectionresponse.publishing.document;

import java.util.List;
import org.jsoup.nodes.Element;

/** The widths of a table's columns, by what stands in them: the same in PDF and Word, which both ask for them. */
final class ColumnWidths {

    static final int WHOLE = 1000;

    /** In letters: of a longer word, or a longer text, nobody expects that it has room beside others in one line. */
    private static final int LONGEST_WORD = 16;

    private static final int LONGEST_TEXT = 60;

    /** What a page has room for, and what of it the space around a text takes. */
    private static final int PAGE = 84;

    private static final int PADDING = 3;

    private ColumnWidths() {}

    /** For each column its part of 1000. */
    static int[] of(List<List<String>> rows) {
        int columns = rows.get(0).size();
        int[] least = new int[columns];
        int[] wanted = new int[columns];
        for (List<String> row : rows) {
            for (int column = 0; column < columns; column++) {
                String text = row.get(column);
                wanted[column] = Math.max(wanted[column], Math.min(LONGEST_TEXT, text.length()) + PADDING);
                least[column] = Math.max(least[column], longestWord(text) + PADDING);
            }
        }
        return shares(least, wanted);
    }

    /** The same of a table in a document. */
    static int[] of(Element table) {
        return of(table.select("tr").stream()
                .map(row -> row.children().stream().map(Element::text).toList())
                .toList());
    }

    private static int longestWord(String text) {
        int longest = 0;
        int length = 0;
        for (int at = 0; at < text.length() && longest < LONGEST_WORD; at++) {
            length = Character.isWhitespace(text.charAt(at)) ? 0 : length + 1;
            longest = Math.max(longest, length);
        }
        return longest;
    }

    /** Each word has room first, and long texts have what is left. */
    private static int[] shares(int[] least, int[] wanted) {
        double words = 0;
        double texts = 0;
        for (int column = 0; column < least.length; column++) {
            words += least[column];
            texts += wanted[column] - least[column];
        }
        double left = Math.min(Math.max(0, PAGE - words), texts);
        double each = texts == 0 ? 0 : left / texts;
        double all = words + left;
        int[] shares = new int[least.length];
        int given = 0;
        for (int column = 0; column < shares.length; column++) {
            shares[column] = (int) Math.round(WHOLE * (least[column] + each * (wanted[column] - least[column])) / all);
            given += shares[column];
        }
        shares[shares.length - 1] += WHOLE - given;
        return shares;
    }
}
