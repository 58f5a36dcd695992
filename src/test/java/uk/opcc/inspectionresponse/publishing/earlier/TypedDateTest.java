package uk.opcc.inspectionresponse.publishing.earlier;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A day in a CSV file")
class TypedDateTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "3 September 2018",
                "03 SEPTEMBER 2018",
                "3 Sep 2018",
                "3\u00A0sept 2018",
                "3/9/2018",
                "03/09/2018",
                "03.09.2018",
                "3-9-2018",
                "2018-09-03",
                "2018-09-03 00:00:00",
                "2018-09-03T00:00:00.000",
                "03/09/2018 0:00",
                "3-Sep-18",
                "03-SEPT-18",
                "3-Sep-2018",
                "3-September-2018",
                "3/Sep/2018",
                "03/09/18",
                "3.9.18",
                "3rd September 2018",
                "3RD Sept 18",
                "3 Sep 18"
            })
    @DisplayName("is read in the ways of people and of spreadsheets, the day before the month")
    void read(String typed) {
        assertThat(TypedDate.read(typed)).contains(LocalDate.of(2018, 9, 3));
    }

    @ParameterizedTest
    @CsvSource({"19-Jul-50,1950-07-19", "19-Jul-99,1999-07-19", "1st Jul 00,2000-07-01", "19/07/49,2049-07-19"})
    @DisplayName("is of the years 1950 to 2049 where only two digits are written")
    void twoDigits(String typed, LocalDate day) {
        assertThat(TypedDate.read(typed)).contains(day);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "2018",
                "3/9/118",
                "3/9/8",
                "09/30/2018",
                "09/30/18",
                "30-Feb-18",
                "3th",
                "Sep-18",
                "31 June 2018",
                "30/02/2018",
                "2018-13-01",
                "43346",
                "soon"
            })
    @DisplayName("is never made another")
    void notRead(String typed) {
        assertThat(TypedDate.read(typed)).isEmpty();
    }
}
