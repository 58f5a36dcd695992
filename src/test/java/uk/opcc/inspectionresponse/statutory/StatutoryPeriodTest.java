package uk.opcc.inspectionresponse.statutory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("Section 55(5A): the period of 56 days beginning with the day on which the report is published")
class StatutoryPeriodTest {

    @ParameterizedTest(name = "a report published on {0} is escalated on {1}, and {2} is the last lawful day")
    @CsvSource({
        "2018-07-19, 2018-09-06, 2018-09-12",
        "2024-02-29, 2024-04-18, 2024-04-24",
        "2025-10-01, 2025-11-19, 2025-11-25",
        "2025-12-10, 2026-01-28, 2026-02-03"
    })
    void daysOfTheReportsInTheTable(LocalDate published, LocalDate day50, LocalDate day56) {
        StatutoryPeriod period = new StatutoryPeriod(published);

        assertThat(period.day(1)).isEqualTo(published);
        assertThat(period.day(50)).isEqualTo(day50);
        assertThat(period.day(56)).isEqualTo(day56);
        assertThat(period.lastLawfulDay()).isEqualTo(day56);
        assertThat(period.dayOf(published)).isEqualTo(1);
        assertThat(period.dayOf(day50)).isEqualTo(50);
        assertThat(period.dayOf(day56)).isEqualTo(56);
    }

    @ParameterizedTest(name = "published on {0}, nine o''clock on day 50 is {1}")
    @CsvSource({
        "2018-07-19, 2018-09-06T09:00+01:00[Europe/London]",
        "2024-02-29, 2024-04-18T09:00+01:00[Europe/London]",
        "2025-10-01, 2025-11-19T09:00Z[Europe/London]",
        "2025-12-10, 2026-01-28T09:00Z[Europe/London]"
    })
    void nineOClockIsNineOClockOnEitherSideOfAClockChange(LocalDate published, String expected) {
        assertThat(new StatutoryPeriod(published).day(50, LocalTime.of(9, 0))).hasToString(expected);
    }

    @Test
    @DisplayName("a response published on day 56 is in time, one published on day 57 is late")
    void day56AndDay57() {
        StatutoryPeriod period = new StatutoryPeriod(LocalDate.parse("2018-07-19"));

        assertThat(period.isInTime(LocalDate.parse("2018-09-12"))).isTrue();
        assertThat(period.isInTime(LocalDate.parse("2018-09-13"))).isFalse();
        assertThat(period.dayOf(LocalDate.parse("2018-09-13"))).isEqualTo(57);
    }

    @ParameterizedTest(name = "within {1} {2} of a report of {0} is by {3}")
    @CsvSource({
        "2024-03-11, 3, MONTHS, 2024-06-11",
        "2024-01-31, 3, MONTHS, 2024-04-30",
        "2024-02-29, 1, YEARS, 2025-02-28",
        "2025-10-01, 6, WEEKS, 2025-11-12",
        "2025-12-10, 28, DAYS, 2026-01-07"
    })
    void timesThatAReportGives(LocalDate published, int number, ChronoUnit unit, LocalDate last) {
        assertThat(new StatutoryPeriod(published).within(number, unit)).isEqualTo(last);
    }

    @Test
    @DisplayName("no time ends before it has begun")
    void noTimeOfNothing() {
        StatutoryPeriod period = new StatutoryPeriod(LocalDate.parse("2018-07-19"));

        assertThatThrownBy(() -> period.within(0, ChronoUnit.DAYS)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest(name = "at {0} it is {1} in London")
    @CsvSource({
        "2018-09-12T22:59:59Z, 2018-09-12",
        "2018-09-12T23:01:00Z, 2018-09-13",
        "2026-02-03T23:59:00Z, 2026-02-03",
        "2026-02-04T00:01:00Z, 2026-02-04",
        "2024-03-30T23:59:00Z, 2024-03-30",
        "2024-03-31T23:01:00Z, 2024-04-01",
        "2025-10-25T22:59:00Z, 2025-10-25",
        "2025-10-26T23:59:00Z, 2025-10-26"
    })
    void aDayEndsAtMidnightInLondon(Instant now, LocalDate date) {
        assertThat(StatutoryPeriod.today(Clock.fixed(now, ZoneOffset.ofHours(-11))))
                .isEqualTo(date);
    }

    @ParameterizedTest(name = "the {0} ends at {1}")
    @CsvSource({
        "2024-03-31, 2024-03-31T22:59:59Z",
        "2025-10-26, 2025-10-26T23:59:59Z",
        "2018-09-12, 2018-09-12T22:59:59Z"
    })
    void aDueDateEndsWithItsDay(LocalDate date, Instant end) {
        assertThat(StatutoryPeriod.endOf(date).toInstant()).isEqualTo(end);
    }

    @Test
    void aReportRegisteredLateStillLeavesSomeNotice() {
        StatutoryPeriod period = new StatutoryPeriod(LocalDate.parse("2018-07-19"));

        assertThat(period.dayWithNotice(21, LocalDate.parse("2018-07-20"), 7)).isEqualTo("2018-08-08");
        assertThat(period.dayWithNotice(21, LocalDate.parse("2018-08-01"), 7)).isEqualTo("2018-08-08");
        assertThat(period.dayWithNotice(21, LocalDate.parse("2018-08-02"), 7)).isEqualTo("2018-08-09");
    }

    @Test
    void thereIsNoDayZero() {
        StatutoryPeriod period = new StatutoryPeriod(LocalDate.parse("2018-07-19"));

        assertThatThrownBy(() -> period.day(0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("day 1");
        assertThat(period.dayOf(LocalDate.parse("2018-07-18"))).isZero();
    }
}
