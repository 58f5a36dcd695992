package uk.opcc.inspectionresponse.publishing.earlier;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import uk.opcc.inspectionresponse.platform.office.References;

@DisplayName("A CSV file with earlier responses")
class SheetTest {

    private static final String LINE = "Custody,19-Jul-18,PEEL,1 September 2018,https://office.example/r,,\n";

    private final ReadLines lines = new ReadLines(new References("OPCCN/{year}/{number}"), Clock.systemUTC());

    private static List<Row> rows(String csv) {
        return Sheet.read(csv.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    @DisplayName("is read where somebody has put quotation marks around some words of a value alone")
    void quotes() {
        assertThat(rows(Parcel.HEADER + LINE + "\"PEEL\" effectiveness" + LINE.substring(LINE.indexOf(','))))
                .extracting(row -> row.value(Column.TITLE))
                .containsExactly("Custody", "PEEL effectiveness");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n\n", ",,,,,,\n  \n", "sep=,\n\n"})
    @DisplayName("is read with empty lines before its header, which count as lines")
    void emptyLines(String before) {
        assertThat(rows(before + Parcel.HEADER + LINE)).extracting(Row::line).containsExactly(4);
    }

    @Test
    @DisplayName("is read with the separator that its first line names for Excel")
    void separator() {
        assertThat(rows("sep=;\r\n" + Parcel.HEADER.replace(',', ';') + LINE.replace(',', ';')))
                .extracting(Row::line)
                .containsExactly(3);
    }

    @ParameterizedTest
    @CsvSource({
        "Report title,TITLE",
        "Title of the report,TITLE",
        "Date of report,REPORT_PUBLISHED",
        "Report date,REPORT_PUBLISHED",
        "Date report published,REPORT_PUBLISHED",
        "Type of report,TYPE",
        "Type of inspection,TYPE",
        "Date of response,RESPONSE_PUBLISHED",
        "Date response published,RESPONSE_PUBLISHED",
        "Response date,RESPONSE_PUBLISHED",
        "File names,FILES",
        "File name,FILES",
        "FILE,FILES"
    })
    @DisplayName("may call its columns as people do")
    void columns(String name, Column column) {
        assertThat(Column.named(name)).contains(column);
    }

    @Test
    @DisplayName("has a title that is too long shortened to what a database keeps")
    void longTitle() {
        String title = "\0" + "a".repeat(999) + "\uD83D\uDE00" + "b".repeat(9);
        ReadLine read = lines.read(
                rows(Parcel.HEADER + title + LINE.substring(LINE.indexOf(','))).get(0));
        assertThat(read.title()).isEqualTo("a".repeat(999));
        assertThat(read.problems()).containsExactly("Title: it has more than 1000 characters. Shorten it.");
    }
}
