package uk.opcc.inspectionresponse.publishing.document;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Lines in columns. It has a header row, a header column or both, so that somebody who hears it knows what a cell is
 * about.
 *
 * @param head the header row; none where the first line is a row like the others
 */
record Table(List<Row> head, List<Row> body) implements Block {

    /** With more columns, the table is wider than a telephone. */
    private static final int NARROW = 4;

    private static final int LONGEST_NAME = 100;

    /** The cells of a line, as many as there are columns. */
    record Row(List<Cell> cells) {}

    /**
     * A cell.
     *
     * @param scope what it is the header of, "col" or "row"; null where it is none
     */
    record Cell(Entry text, String scope) {}

    /** A table of these cells, in rows of the same length. */
    static Table of(List<List<String>> cells, boolean headed) {
        boolean headerColumn = !headed || cells.get(0).stream().anyMatch(String::isEmpty);
        List<Row> rows = new ArrayList<>();
        for (List<String> line : cells) {
            boolean isHead = headed && rows.isEmpty();
            List<Cell> row = new ArrayList<>();
            for (String text : line) {
                String scope = isHead ? "col" : headerColumn && row.isEmpty() ? "row" : null;
                // A header without a word is none.
                row.add(new Cell(Entry.of(text), text.isEmpty() ? null : scope));
            }
            rows.add(new Row(List.copyOf(row)));
        }
        int heads = headed ? 1 : 0;
        return new Table(List.copyOf(rows.subList(0, heads)), List.copyOf(rows.subList(heads, rows.size())));
    }

    @Override
    public Kind kind() {
        return Kind.TABLE;
    }

    @Override
    public List<Entry> entries() {
        return rows().stream()
                .flatMap(row -> row.cells().stream())
                .map(Cell::text)
                .toList();
    }

    List<Row> rows() {
        List<Row> rows = new ArrayList<>(head);
        rows.addAll(body);
        return rows;
    }

    /** Whether it is wider than a telephone. */
    public boolean isWide() {
        return body.get(0).cells().size() > NARROW;
    }

    /** What somebody hears who comes by keyboard to a table that can be moved sideways. */
    public String name() {
        String columns = head.stream()
                .flatMap(row -> row.cells().stream())
                .map(cell -> cell.text().text().replace('\n', ' '))
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining(", "));
        return columns.isEmpty() || columns.length() > LONGEST_NAME ? "Table" : "Table: " + columns;
    }
}
