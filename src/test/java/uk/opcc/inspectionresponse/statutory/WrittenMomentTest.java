package uk.opcc.inspectionresponse.statutory;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("A moment")
class WrittenMomentTest {

    @ParameterizedTest(name = "{0} is told at {1} as {2}")
    @CsvSource({
        "2018-07-19T13:02:31Z, 2018-07-19T13:02:31Z, '14:02'",
        "2018-07-19T13:02:31Z, 2018-07-19T22:59:59Z, '14:02'",
        "2018-07-19T13:02:31Z, 2018-07-19T23:00:00Z, '19 July 2018, 14:02'",
        "2018-07-18T23:00:00Z, 2018-07-19T13:00:00Z, '00:00'",
        "2018-01-19T00:30:00Z, 2018-01-19T23:59:00Z, '00:30'",
        "2018-01-19T23:30:00Z, 2018-01-20T00:10:00Z, '19 January 2018, 23:30'"
    })
    @DisplayName("is told by its time where it is of the same day in London, else with its day")
    void asOf(Instant moment, Instant now, String words) {
        assertThat(WrittenMoment.asOf(moment, now)).isEqualTo(words);
    }
}
