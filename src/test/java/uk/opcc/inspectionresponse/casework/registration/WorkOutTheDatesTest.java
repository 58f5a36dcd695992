package uk.opcc.inspectionresponse.casework.registration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.HashMap;
import java.util.Map;
import org.camunda.bpm.engine.variable.VariableMap;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import uk.opcc.inspectionresponse.Scopes;
import uk.opcc.inspectionresponse.process.ProcessVariables;

@DisplayName("The dates of an inspection")
class WorkOutTheDatesTest {

    private static final Map<String, Object> ROW = Map.of(
            "findingsDay", 7,
            "commentsDay", 28,
            "commentsNotice", 14,
            "draftDay", 40,
            "approvalDay", 47,
            "distributionDay", 56,
            "escalationDay", 50,
            "escalationTime", "09:00",
            "escalationAnsweredDay", 51);

    private static VariableMap worked(String published, String now, Map<String, ?> changed, String invitedBy) {
        Map<String, Object> row = new HashMap<>(ROW);
        row.putAll(changed);
        VariableMap variables = Scopes.variables(new HashMap<>(Map.of("datePublished", published)));
        variables.put("timetable", ProcessVariables.TIMETABLE.engineValue(row));
        if (invitedBy != null) {
            variables.put("commentsInvitedBy", invitedBy);
        }
        new WorkOutTheDates(Clock.fixed(Instant.parse(now), ZoneOffset.UTC)).execute(Scopes.step(variables));
        return variables;
    }

    private static VariableMap worked(String published, String now) {
        return worked(published, now, Map.of(), null);
    }

    @Test
    @DisplayName(
            "count from the day of publication as day 1, over the end of summer time, and end with the day in London")
    void counted() {
        VariableMap dates = worked("2026-10-10", "2026-10-12T08:00:00Z");
        assertThat(dates)
                .containsEntry("lastLawfulDay", "2026-12-04")
                .containsEntry("findingsDue", Date.from(Instant.parse("2026-10-16T22:59:59Z")))
                .containsEntry("commentsInvitedBy", "2026-11-06")
                .containsEntry("commentsDue", Date.from(Instant.parse("2026-11-06T23:59:59Z")))
                .containsEntry("draftDue", Date.from(Instant.parse("2026-11-18T23:59:59Z")))
                .containsEntry("escalationAt", Date.from(Instant.parse("2026-11-28T09:00:00Z")))
                .containsEntry("escalated", false)
                .doesNotContainKey("timetable");
    }

    @ParameterizedTest(name = "invite comments of a report of 10 October that is registered at {0} by {1}")
    @CsvSource({
        "2026-10-10T09:00:00Z, 2026-11-06",
        "2026-10-23T09:00:00Z, 2026-11-06",
        "2026-10-24T09:00:00Z, 2026-11-07",
        // In London it is the day after already.
        "2026-10-23T23:30:00Z, 2026-11-07",
        "2026-12-01T09:00:00Z, 2026-12-15"
    })
    void invited(String now, String day) {
        assertThat(worked("2026-10-10", now)).containsEntry("commentsInvitedBy", day);
    }

    @ParameterizedTest(name = "invite by the day of the table where the field was left empty: ''{0}''")
    @ValueSource(strings = {"", " "})
    void leftEmpty(String typed) {
        assertThat(worked("2026-10-10", "2026-10-12T08:00:00Z", Map.of(), typed))
                .containsEntry("commentsInvitedBy", "2026-11-06");
    }

    @Test
    @DisplayName("keep the day that a person invites comments by")
    void chosen() {
        assertThat(worked("2026-10-10", "2026-10-12T08:00:00Z", Map.of(), "2026-10-20"))
                .containsEntry("commentsInvitedBy", "2026-10-20")
                .containsEntry("commentsDue", Date.from(Instant.parse("2026-10-20T22:59:59Z")));
    }

    @ParameterizedTest(name = "are refused with the column {0} and the value where it is {1}, which {2}")
    @CsvSource({
        "findingsDay, 0, 'must be a number of a day, 1 or more'",
        "draftDay, -3, 'must be a number of a day, 1 or more'",
        "approvalDay, 4.5, must be a whole number",
        "commentsNotice, -1, 'must be a number of days, 0 or more'",
        "escalationTime, 9, must be a time of day",
        "escalationTime, 25:00, must be a time of day",
        "escalationAnsweredDay, soon, must be a whole number"
    })
    void mistake(String column, String value, String why) {
        Object wrong = value.matches("-?\\d+") && !column.equals("escalationTime")
                ? (Object) Integer.valueOf(value)
                : value.matches("\\d+\\.\\d") ? (Object) Double.valueOf(value) : value;
        assertThatThrownBy(() -> worked("2026-10-10", "2026-10-12T08:00:00Z", Map.of(column, wrong), null))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("response-timetable")
                .hasMessageContaining("column " + column + " " + why)
                .hasMessageEndingWith("and is " + value);
    }
}
