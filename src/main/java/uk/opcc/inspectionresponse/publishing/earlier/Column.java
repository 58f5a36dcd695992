package uk.opcc.inspectionresponse.publishing.earlier;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A column of the CSV file, and the names that it may have. */
enum Column {
    TITLE("Title", "report title", "title of the report", "title of report"),
    REPORT_PUBLISHED(
            "Report published",
            "date published",
            "report published on",
            "date of the report",
            "date of report",
            "report date",
            "date report published"),
    TYPE("Type", "inspection type", "type of inspection", "report type", "type of report"),
    RESPONSE_PUBLISHED(
            "Response published",
            "date of the response",
            "date of response",
            "response published on",
            "response date",
            "date response published"),
    LINK("Link", "url", "web address"),
    FILES("Files", "file", "the files", "file name", "file names"),
    REFERENCE("Reference", "ref");

    private final String label;
    private final List<String> others;

    Column(String label, String... others) {
        this.label = label;
        this.others = List.of(others);
    }

    /** As the office reads it. */
    String label() {
        return label;
    }

    /** The column that somebody has named so, whatever the capitals and spaces. */
    static Optional<Column> named(String name) {
        String folded = folded(name);
        return Arrays.stream(values())
                .filter(column -> folded(column.label).equals(folded)
                        || column.others.stream().map(Column::folded).anyMatch(folded::equals))
                .findFirst();
    }

    private static String folded(String name) {
        return name.replaceAll("[^\\p{L}\\p{N}]", "").toLowerCase(Locale.ROOT);
    }
}
