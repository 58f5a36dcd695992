package uk.opcc.inspectionresponse.publishing.earlier;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
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
                "03/09/2018 0:00"
            })
    @DisplayName("is read in the ways of people and of spreadsheets, the day before the month")
    void read(String typed) {
        assertThat(TypedDate.read(typed)).contains(LocalDate.of(2018, 9, 3));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "2018", "3/9/18", "09/30/2018", "31 June 2018", "30/02/2018", "2018-13-01", "43346", "soon"})
    @DisplayName("is never made another")
    void notRead(String typed) {
        assertThat(TypedDate.read(typed)).isEmpty();
    }
}
