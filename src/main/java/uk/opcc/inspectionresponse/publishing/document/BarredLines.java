package uk.opcc.inspectionresponse.publishing.document;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Lines with bars between the cells, as somebody types a table, or as Markdown has it. */
final class BarredLines {

    private static final Pattern RULE = Pattern.compile("[ \\t]*[|:-][|: \\t-]*");
    private static final Pattern RULE_OF_COLUMN = Pattern.compile("[ \\t]*:?-+:?[ \\t]*");

    private BarredLines() {}

    /** The table that begins in a line; nothing where none does. */
    static Optional<TableLines> at(List<String> lines, int from) {
        if (Bullets.mayBeItem(lines.get(from))) {
            return Optional.empty();
        }
        List<List<String>> rows = new ArrayList<>();
        boolean ruled = false;
        int at = from;
        while (at < lines.size()) {
            List<String> cells = cells(lines.get(at));
            boolean isRule = isRule(lines.get(at), cells);
            if (isRule
                    ? rows.isEmpty()
                    : cells.size() < 2
                            || rows.size() == 1 && cells.size() != rows.get(0).size()) {
                break;
            }
            if (isRule) {
                ruled |= rows.size() == 1;
            } else {
                rows.add(cells);
            }
            at++;
        }
        return rows.size() < 2
                ? Optional.empty()
                : Optional.of(TableLines.of(at, rows, ruled ? Optional.of(true) : Optional.empty()));
    }

    /** One cell where the line has no bars, or some that are no borders of columns, as in "and|or". */
    private static List<String> cells(String line) {
        String text = line.strip();
        if (text.indexOf('|') < 0) {
            return List.of(text);
        }
        boolean begins = text.startsWith("|");
        boolean ends = text.length() > 1 && text.endsWith("|");
        String inside = text.substring(begins ? 1 : 0, text.length() - (ends ? 1 : 0));
        if (!(begins && ends) && !hasRoomAroundBars(inside)) {
            return List.of(text);
        }
        return List.of(inside.split("\\|", -1));
    }

    private static boolean hasRoomAroundBars(String text) {
        int bar = text.indexOf('|');
        while (bar >= 0) {
            boolean before = bar == 0 || Character.isWhitespace(text.charAt(bar - 1));
            boolean after = bar + 1 == text.length() || Character.isWhitespace(text.charAt(bar + 1));
            if (!before || !after) {
                return false;
            }
            bar = text.indexOf('|', bar + 1);
        }
        return true;
    }

    private static boolean isRule(String line, List<String> cells) {
        if (!RULE.matcher(line).matches() || line.indexOf('|') < 0 || line.indexOf('-') < 0) {
            return false;
        }
        List<String> columns = cells.size() > 1 ? cells : List.of(line.strip().split("\\|"));
        return columns.stream()
                .allMatch(column ->
                        column.isEmpty() || RULE_OF_COLUMN.matcher(column).matches());
    }
}
