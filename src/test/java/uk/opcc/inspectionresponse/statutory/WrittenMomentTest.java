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

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource({
        "2018-10-28T00:30:00Z, '28 October 2018, 01:30 BST', '28 October 2018, 01:30:00 BST'",
        "2018-10-28T01:30:00Z, '28 October 2018, 01:30 GMT', '28 October 2018, 01:30:00 GMT'",
        "2018-10-27T23:59:59Z, '28 October 2018, 00:59', '28 October 2018, 00:59:59'",
        "2018-10-28T02:00:00Z, '28 October 2018, 02:00', '28 October 2018, 02:00:00'",
        "2018-03-25T01:30:00Z, '25 March 2018, 02:30', '25 March 2018, 02:30:00'"
    })
    @DisplayName("of the hour that comes twice says which of the two it is, and of no other hour")
    void repeatedHour(Instant moment, String toTheMinute, String toTheSecond) {
        assertThat(WrittenMoment.of(moment)).isEqualTo(toTheMinute);
        assertThat(WrittenMoment.toTheSecond(moment)).isEqualTo(toTheSecond);
    }
}
