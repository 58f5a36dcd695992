package uk.opcc.inspectionresponse.statutory;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("A day by which something is to be done")
class DueDateTest {

    @ParameterizedTest(name = "{0} is on {1}: {2}")
    @CsvSource(
            delimiter = '|',
            value = {
                "2026-12-03 | 2026-11-25 | false | due Thursday 3 December, in 8 days",
                "2026-11-26 | 2026-11-25 | false | due Thursday 26 November, tomorrow",
                "2026-11-25 | 2026-11-25 | false | due Wednesday 25 November, today",
                "2026-11-24 | 2026-11-25 | true  | was due Tuesday 24 November, yesterday",
                "2026-11-01 | 2026-11-25 | true  | was due Sunday 1 November, 24 days ago",
                "2027-01-04 | 2026-12-28 | false | due Monday 4 January 2027, in 7 days",
                "2018-09-12 | 2026-11-25 | true  | was due Wednesday 12 September 2018, 2,996 days ago"
            })
    @DisplayName("is said as people say it, with how far away it is")
    void words(LocalDate day, LocalDate today, boolean isOver, String words) {
        DueDate due = new DueDate(day, today);

        assertThat(due.words()).isEqualTo(words);
        assertThat(due.isOver()).isEqualTo(isOver);
    }
}
