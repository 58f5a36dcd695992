package uk.opcc.inspectionresponse.publishing.document;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Lines in a row that are in columns.
 *
 * @param end the first line after them
 * @param table nothing where they have no two columns, or too many
 */
record TableLines(int end, Optional<Table> table) {

    /** More have no room on a page. */
    private static final int MOST_COLUMNS = 12;

    /** The lines from this one on, where it begins a table; of two or more lines, or there is none. */
    static Optional<TableLines> at(List<String> lines, int from) {
        return TabbedLines.at(lines, from).or(() -> BarredLines.at(lines, from)).or(() -> GradedLines.at(lines, from));
    }

    /**
     * The lines with these cells.
     *
     * @param headed whether their first is the header row; nothing where that has to be guessed
     */
    static TableLines of(int end, List<List<String>> rows, Optional<Boolean> headed) {
        List<Integer> columns = filledColumns(rows);
        if (columns.size() < 2 || columns.size() > MOST_COLUMNS) {
            return new TableLines(end, Optional.empty());
        }
        List<List<String>> cells = rows.stream()
                .map(row -> columns.stream()
                        .map(column -> column < row.size() ? clean(row.get(column)) : "")
                        .toList())
                .toList();
        return new TableLines(end, Optional.of(Table.of(cells, headed.orElseGet(() -> HeaderRow.isFirstOf(cells)))));
    }

    /** The first ones in which something stands, one more than a table can have at most. */
    private static List<Integer> filledColumns(List<List<String>> rows) {
        boolean[] filled = new boolean[rows.stream().mapToInt(List::size).max().orElse(0)];
        for (List<String> row : rows) {
            for (int column = 0; column < row.size(); column++) {
                filled[column] |= !row.get(column).isBlank();
            }
        }
        List<Integer> columns = new ArrayList<>();
        for (int column = 0; column < filled.length && columns.size() <= MOST_COLUMNS; column++) {
            if (filled[column]) {
                columns.add(column);
            }
        }
        return columns;
    }

    private static String clean(String cell) {
        return cell.lines()
                .map(line -> line.replace('\t', ' ').strip())
                .filter(line -> !line.isEmpty())
                .collect(Collectors.joining("\n"));
    }
}
