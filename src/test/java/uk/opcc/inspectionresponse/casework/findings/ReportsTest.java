package uk.opcc.inspectionresponse.casework.findings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import uk.opcc.inspectionresponse.process.ProcessVariables.Item;

@DisplayName("Reports in the inspectors' manner, pasted from web pages, PDFs and Word, are read as they were meant:")
class ReportsTest {

    private static final Path REPORTS = Path.of("src/test/resources/reports");

    private final ReadItems readItems = new ReadItems(DeliveredOffice.addressees());

    @ParameterizedTest(name = "{0}")
    @MethodSource("names")
    void readAsTheyWereMeant(String name) throws IOException {
        Map<String, String> fields = fields(Files.readString(REPORTS.resolve(name)));
        List<Item> items = readItems.read(
                fields.get("recommendationsText"),
                fields.get("keyFindings"),
                LocalDate.parse(fields.get("datePublished").strip()));

        List<String> expected = fields.get("EXPECTED").strip().lines().toList();
        assertThat(items.stream().map(ReportsTest::row))
                .containsExactlyElementsOf(expected.stream()
                        .map(row -> row.substring(0, row.lastIndexOf('|')).strip())
                        .toList());
        for (int at = 0; at < expected.size(); at++) {
            String[] ends = expected.get(at)
                    .substring(expected.get(at).lastIndexOf('|') + 1)
                    .strip()
                    .split(" \\.\\.\\. ");
            assertThat(items.get(at).text().replaceAll("\\s+", " "))
                    .startsWith(ends[0])
                    .endsWith(ends[1]);
        }
    }

    private static String row(Item item) {
        String by = item.deadline() != null
                ? item.deadline().toString()
                : item.deadlinePrinted() == null ? "" : item.deadlinePrinted();
        return ((item.doubts().isEmpty() ? "" : "? ") + item.label() + " | " + String.join(",", item.addressees())
                        + " | " + by)
                .strip();
    }

    private static Map<String, String> fields(String file) {
        Map<String, String> fields = new LinkedHashMap<>();
        for (String field : file.split("(?m)^=====\\[ ")) {
            int end = field.indexOf(" ]=====\n");
            if (end > 0) {
                fields.put(field.substring(0, end), field.substring(end + " ]=====\n".length()));
            }
        }
        return fields;
    }

    static Stream<String> names() throws IOException {
        try (Stream<Path> files = Files.list(REPORTS)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList().stream();
        }
    }
}
