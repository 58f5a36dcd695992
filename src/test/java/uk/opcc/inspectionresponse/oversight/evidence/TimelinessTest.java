package uk.opcc.inspectionresponse.oversight.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import uk.opcc.inspectionresponse.oversight.evidence.Timeliness.Recorded;
import uk.opcc.inspectionresponse.oversight.evidence.Timeliness.Verdict;
import uk.opcc.inspectionresponse.statutory.StatutoryPeriod;

/** Of a report that came out on Saturday 10 October 2026: day 56 is Friday 4 December. */
@DisplayName("What the evidence says of the 56 days")
class TimelinessTest {

    private static final StatutoryPeriod PERIOD = new StatutoryPeriod(LocalDate.of(2026, 10, 10));

    @ParameterizedTest(name = "of a response published on {0} is: {2}")
    @CsvSource({
        "2026-10-10, IN_TIME, 'Published on day 1 of 56: in time.'",
        "2026-10-25, IN_TIME, 'Published on day 16 of 56: in time.'",
        "2026-12-04, IN_TIME, 'Published on day 56 of 56: in time.'",
        "2026-12-05, LATE, 'Published on day 57, after the 56 days: late.'",
        "2027-10-10, LATE, 'Published on day 366, after the 56 days: late.'"
    })
    void published(LocalDate on, Verdict verdict, String headline) {
        Recorded recorded = new Recorded(on, PERIOD.dayOf(on), PERIOD.isInTime(on));
        assertThat(Timeliness.published(PERIOD, List.of(recorded, recorded), true))
                .isEqualTo(new Timeliness(verdict, headline));
    }

    @Test
    @DisplayName("names whose word it is where another site published the response")
    void elsewhere() {
        Recorded recorded = new Recorded(LocalDate.of(2026, 11, 30), 52, true);
        assertThat(Timeliness.published(PERIOD, List.of(recorded), false).headline())
                .isEqualTo(
                        "Published on day 52 of 56: in time, by the day that a person recorded for another website.");
    }

    static Stream<List<Recorded>> contradictions() {
        LocalDate day52 = LocalDate.of(2026, 11, 30);
        Recorded good = new Recorded(day52, 52, true);
        return Stream.of(
                List.of(new Recorded(day52, 51, true)),
                List.of(new Recorded(day52, 52, false)),
                List.of(new Recorded(LocalDate.of(2026, 12, 5), 57, true)),
                List.of(new Recorded(LocalDate.of(2026, 10, 9), 0, true)),
                List.of(new Recorded(null, 52, true)),
                List.of(new Recorded(day52, null, true)),
                List.of(new Recorded(day52, 52, null)),
                List.of(good, new Recorded(day52.plusDays(1), 53, true)));
    }

    @ParameterizedTest(name = "is nothing where the records contradict one another or lack a part: {0}")
    @MethodSource("contradictions")
    void contradictory(List<Recorded> recorded) {
        assertThat(Timeliness.published(PERIOD, recorded, true).verdict()).isEqualTo(Verdict.CONTRADICTORY);
    }

    @ParameterizedTest(name = "of a response that is not out on {0}, of an inspection that has ended: {1}, is: {3}")
    @CsvSource({
        "2026-12-04, false, NOT_PUBLISHED, Not yet published. The 56 days have not ended.",
        "2026-12-05, false, OVERDUE, Not yet published. The 56 days have ended.",
        "2026-12-04, true, NOT_PUBLISHED, Not published. The 56 days have not ended.",
        "2027-01-01, true, OVERDUE, Not published. The 56 days have ended."
    })
    void notPublished(LocalDate today, boolean ended, Verdict verdict, String headline) {
        assertThat(Timeliness.notPublished(PERIOD, today, ended)).isEqualTo(new Timeliness(verdict, headline));
    }
}
