package uk.opcc.inspectionresponse.casework.publication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import org.camunda.bpm.engine.variable.VariableMap;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import uk.opcc.inspectionresponse.Scopes;
import uk.opcc.inspectionresponse.platform.office.PublicSite;
import uk.opcc.inspectionresponse.process.ProcessVariables;
import uk.opcc.inspectionresponse.process.ProcessVariables.Distribution;

/** Of a report that came out on Saturday 10 October 2026. */
@DisplayName("The day of publication")
class RecordPublicationTest {

    private static VariableMap recorded(String now, String where, LocalDate typed) {
        PublicSite site = mock(PublicSite.class);
        when(site.response("2026-custody-1")).thenReturn("https://office.example/responses/2026-custody-1");
        VariableMap variables =
                Scopes.variables(new HashMap<>(Map.of("datePublished", "2026-10-10", "reference", "2026-custody-1")));
        if (where != null) {
            variables.put("publishedWhere", where);
        }
        variables.put(
                "distribution",
                ProcessVariables.DISTRIBUTION.engineValue(
                        new Distribution("https://elsewhere.example", typed, "A note.", null, null)));
        new RecordPublication(Clock.fixed(Instant.parse(now), ZoneOffset.UTC), site).notify(Scopes.task(variables));
        return variables;
    }

    @ParameterizedTest(name = "on another site is the one that was typed: {0} is day {1}, in time: {2}")
    @CsvSource({"2026-10-10, 1, true", "2026-12-04, 56, true", "2026-12-05, 57, false"})
    void elsewhere(LocalDate typed, int day, boolean inTime) {
        assertThat(recorded("2026-12-20T12:00:00Z", "elsewhere", typed))
                .containsEntry("publishedOn", typed.toString())
                .containsEntry("publishedOnDay", day)
                .containsEntry("inTime", inTime);
    }

    @ParameterizedTest(name = "on this site is the day in London, whatever was typed: at {0} it is {1}, in time: {2}")
    @CsvSource({
        "2026-12-04T23:59:59Z, 2026-12-04, true",
        "2026-12-05T00:00:00Z, 2026-12-05, false",
        // An hour before, in summer time.
        "2026-10-20T23:00:00Z, 2026-10-21, true"
    })
    void here(String now, String day, boolean inTime) {
        VariableMap recorded = recorded(now, "here", LocalDate.of(2026, 10, 11));
        assertThat(recorded).containsEntry("publishedOn", day).containsEntry("inTime", inTime);
        Distribution distribution = ProcessVariables.DISTRIBUTION.get(recorded);
        assertThat(distribution)
                .isEqualTo(new Distribution(
                        "https://office.example/responses/2026-custody-1",
                        LocalDate.parse(day),
                        "A note.",
                        null,
                        null));
    }

    @Test
    @DisplayName("is today where nobody gave one, and in inspections that began before there was a register")
    void today() {
        assertThat(recorded("2026-11-30T12:00:00Z", null, null)).containsEntry("publishedOn", "2026-11-30");
    }
}
