package uk.opcc.inspectionresponse.publishing.document;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Lines with tabs in them, as a table is pasted from Excel, Word or a web page. */
final class TabbedLines {

    /** Word has a tab between the bullet or the number of an item and its text. */
    private static final Pattern BULLET = Pattern.compile("[ \\t]*" + Bullets.ANY + "\\t[^\\t]*\\t*");

    private static final Pattern NUMBER = Pattern.compile(
            "[ \\t]*(?:\\(?(?:\\d{1,3}|[A-Za-z]|[ivxIVX]{1,5})[.)]|\\d{1,2}(?:\\.\\d{1,2})+\\.?)\\t[^\\t]*\\t*");

    private TabbedLines() {}

    /** The table that begins in a line; nothing where none does. */
    static Optional<TableLines> at(List<String> lines, int from) {
        if (isItem(lines.get(from))) {
            return Optional.empty();
        }
        List<List<String>> rows = new ArrayList<>();
        int end = from;
        int at = from;
        while (at < lines.size()) {
            TabbedRow row = TabbedRow.at(lines, at);
            if (row.isEmpty() ? rows.isEmpty() : !goesOn(rows, row, lines.get(at))) {
                break;
            }
            at = row.end();
            if (!row.isEmpty()) {
                rows.add(row.cells());
                end = at;
            }
        }
        return rows.size() < 2 ? Optional.empty() : Optional.of(TableLines.of(end, rows, Optional.empty()));
    }

    private static boolean isItem(String line) {
        return Bullets.mayBeItem(line)
                || BULLET.matcher(line).matches()
                || NUMBER.matcher(line).matches();
    }

    /** The rows below a header may be numbered; without something before it, a tab only moves a line in. */
    private static boolean goesOn(List<List<String>> rows, TabbedRow row, String line) {
        return !BULLET.matcher(line).matches() && (row.hasColumns() || rows.size() > 1 && line.startsWith("\t"));
    }
}
