package uk.opcc.inspectionresponse.casework.registration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Date;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.variable.VariableMap;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import uk.opcc.inspectionresponse.Scopes;
import uk.opcc.inspectionresponse.platform.refusal.InputRefused;
import uk.opcc.inspectionresponse.process.ProcessVariables;
import uk.opcc.inspectionresponse.process.ProcessVariables.OtherDuty;
import uk.opcc.inspectionresponse.statutory.StatutoryPeriod;
import uk.opcc.inspectionresponse.statutory.WorkingDays;

@DisplayName("The dates of an inspection")
class WorkOutTheDatesTest {

    /** Asks nothing: it is not the moment of a registration. */
    private static final RefuseSameReport REGISTERED_BEFORE =
            new RefuseSameReport(null, null, null, null, null, null, null);

    private static final WorkingDays HOLIDAYS =
            new WorkingDays(Set.of(LocalDate.of(2026, 12, 25), LocalDate.of(2026, 12, 28), LocalDate.of(2027, 1, 1)));

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
        return worked(published, now, changed, invitedBy, Map.of(), null);
    }

    private static VariableMap worked(
            String published,
            String now,
            Map<String, ?> changed,
            String invitedBy,
            Map<String, ?> ofType,
            String responseBy) {
        Map<String, Object> row = new HashMap<>(ROW);
        row.putAll(changed);
        VariableMap variables = Scopes.variables(new HashMap<>(Map.of("datePublished", published)));
        variables.put("timetable", ProcessVariables.TIMETABLE.engineValue(row));
        if (invitedBy != null) {
            variables.put("commentsInvitedBy", invitedBy);
        }
        if (!ofType.isEmpty()) {
            variables.put("typeRules", ProcessVariables.TIMETABLE.engineValue(new HashMap<>(ofType)));
        }
        variables.put("responseBy", responseBy);
        new WorkOutTheDates(HOLIDAYS, REGISTERED_BEFORE, Clock.fixed(Instant.parse(now), ZoneOffset.UTC))
                .execute(Scopes.step(variables));
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
                .containsEntry("taskPriority", 50);
    }

    @ParameterizedTest(name = "invite comments of a report of 10 October that is registered at {0} by {1}")
    @CsvSource({
        "2026-10-10T09:00:00Z, 2026-11-06",
        "2026-10-23T09:00:00Z, 2026-11-06",
        "2026-10-24T09:00:00Z, 2026-11-07",
        // In London it is the day after already.
        "2026-10-23T23:30:00Z, 2026-11-07",
        // Its share of the days that are left, and not fourteen days, which would leave none for the rest.
        "2026-11-18T09:00:00Z, 2026-11-25",
        "2026-12-01T09:00:00Z, 2026-12-02",
        "2026-12-03T09:00:00Z, 2026-12-03",
        "2026-12-04T23:59:59Z, 2026-12-04",
        // Day 57: whenever it is, it is late.
        "2026-12-05T00:00:00Z, 2026-12-19"
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

    @ParameterizedTest(name = "of a report of 10 October that is registered at {0} leave time for each step: {1}")
    @CsvSource({
        "2026-10-16T09:00:00Z, 16 October 6 November 18 November 25 November 4 December",
        "2026-10-17T09:00:00Z, 21 October 6 November 18 November 25 November 4 December",
        "2026-11-05T09:00:00Z, 8 November 19 November 25 November 29 November 4 December",
        "2026-11-18T09:00:00Z, 19 November 25 November 28 November 1 December 4 December",
        "2026-12-04T09:00:00Z, 4 December 4 December 4 December 4 December 4 December",
        // The period is over: what was due then is overdue.
        "2026-12-05T09:00:00Z, 16 October 19 December 18 November 25 November 4 December"
    })
    void registeredLate(String now, String days) {
        assertThat(days(worked("2026-10-10", now))).isEqualTo(days);
    }

    @Test
    @DisplayName("of the later steps follow a day for comments that leaves them less time than the table does")
    void chosenLate() {
        assertThat(days(worked("2026-10-10", "2026-10-12T08:00:00Z", Map.of(), "2026-11-20")))
                .isEqualTo("16 October 20 November 26 November 29 November 4 December");
        assertThat(days(worked("2026-10-10", "2026-10-12T08:00:00Z", Map.of(), "2026-12-04")))
                .isEqualTo("16 October 4 December 4 December 4 December 4 December");
    }

    @ParameterizedTest(
            name = "leave time for each step where a report is registered at {0}, after the day for comments")
    @CsvSource({
        "2026-11-18T09:00:00Z, 2026-10-20, 18 November 20 October 24 November 28 November 4 December",
        "2026-11-30T09:00:00Z, 2026-11-19, 30 November 19 November 1 December 2 December 4 December",
        "2026-11-05T09:00:00Z, 2026-11-06, 5 November 6 November 18 November 25 November 4 December",
        "2026-12-10T09:00:00Z, 2026-11-06, 16 October 6 November 18 November 25 November 4 December"
    })
    void invitedBefore(String now, String invitedBy, String days) {
        assertThat(days(worked("2026-10-10", now, Map.of(), invitedBy))).isEqualTo(days);
    }

    @Test
    @DisplayName("of the later steps stand still where the later of two days is before the table's")
    void tableStands() {
        assertThat(days(worked(
                        "2026-10-10", "2026-11-18T09:00:00Z", Map.of("draftDay", 20, "approvalDay", 47), "2026-11-20")))
                .contains("29 October");
    }

    @Test
    @DisplayName("are refused with a day for comments that lies after the last lawful one, unless that is over")
    void chosenTooLate() {
        assertThatThrownBy(() -> worked("2026-10-10", "2026-10-12T08:00:00Z", Map.of(), "2026-12-05"))
                .isInstanceOf(InputRefused.class)
                .hasMessageContaining("must not be after 4 December 2026")
                .hasMessageContaining("and is 5 December 2026");
        assertThat(worked("2026-10-10", "2026-12-10T08:00:00Z", Map.of(), "2026-12-24"))
                .containsEntry("commentsInvitedBy", "2026-12-24");
    }

    /** Of the findings, the comments, the draft, the approval and the distribution. */
    private static String days(VariableMap dates) {
        return Stream.of("findingsDue", "commentsDue", "draftDue", "approvalDue", "distributionDue")
                .map(due -> DateTimeFormatter.ofPattern("d MMMM", Locale.UK)
                        .format(((Date) dates.get(due)).toInstant().atZone(StatutoryPeriod.ZONE)))
                .collect(Collectors.joining(" "));
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

    @ParameterizedTest(name = "say of the last day of a report of {0} that it is {1}")
    @CsvSource({
        "2026-10-10, a working day",
        "2026-10-11, 'a Saturday: the last working day before it is Friday 4 December 2026'",
        "2026-10-12, 'a Sunday: the last working day before it is Friday 4 December 2026'",
        "2026-10-13, a working day",
        "2026-10-31, 'a bank holiday: the last working day before it is Thursday 24 December 2026'",
        // A Monday that is a bank holiday, after a weekend and another one.
        "2026-11-03, 'a bank holiday: the last working day before it is Thursday 24 December 2026'",
        "2026-11-07, 'a bank holiday: the last working day before it is Thursday 31 December 2026'"
    })
    void lastWorkingDay(String published, String words) {
        assertThat(worked(published, "2026-11-08T08:00:00Z")).containsEntry("lastDayIs", words);
    }

    @Test
    @DisplayName("are those of the day by which a report asks for a response, where no law gives a period")
    void asTheReportSays() {
        VariableMap dates = worked(
                "2026-10-10",
                "2026-10-12T08:00:00Z",
                Map.of(),
                null,
                Map.of("answeredWithin", "as the report says"),
                "2027-01-29");
        // Day 112, twice 56: each day is twice as far on.
        assertThat(dates)
                .containsEntry("lastLawfulDay", "2027-01-29")
                .containsEntry("commentsInvitedBy", "2026-12-04")
                .containsEntry("escalationAt", Date.from(Instant.parse("2027-01-17T09:00:00Z")));
        assertThat(days(dates)).isEqualTo("23 October 4 December 28 December 11 January 29 January");
    }

    @ParameterizedTest(name = "of a report with {0} days for its answer end on {1}, and it is escalated at {2}")
    @CsvSource({
        "30, 2026-11-08, 2026-11-04T09:00:00Z",
        "56, 2026-12-04, 2026-11-28T09:00:00Z",
        "1, 2026-10-10, 2026-10-10T08:00:00Z"
    })
    void ownPeriod(int within, String last, String escalation) {
        assertThat(worked(
                        "2026-10-10",
                        "2026-10-10T08:00:00Z",
                        Map.of(),
                        null,
                        Map.of("answeredWithin", within, "aColumnOfTheOffice", "x"),
                        null))
                .containsEntry("lastLawfulDay", last)
                .containsEntry("escalationAt", Date.from(Instant.parse(escalation)));
    }

    @ParameterizedTest(name = "of a period of {0} days escalate nothing on the day on which it is due: {1}")
    @CsvSource({
        "30, 2026-11-05T09:00:00Z",
        "14, 2026-10-22T08:00:00Z",
        "90, 2026-12-28T09:00:00Z",
        "2, 2026-10-11T08:00:00Z"
    })
    void escalatedAfterTheDayOfTheDistribution(int within, String escalation) {
        assertThat(worked(
                        "2026-10-10",
                        "2026-10-10T08:00:00Z",
                        Map.of("distributionDay", 49),
                        null,
                        Map.of("answeredWithin", within),
                        null))
                .containsEntry("escalationAt", Date.from(Instant.parse(escalation)))
                .hasEntrySatisfying(
                        "escalationDue", due -> assertThat((Date) due).isAfter(Date.from(Instant.parse(escalation))));
    }

    @Test
    @DisplayName("name no working day from before the report, and follow the day that a form asked for in any diagram")
    void shortOrOfAnEarlierDiagram() {
        assertThat(worked("2026-10-10", "2026-10-10T08:00:00Z", Map.of(), null, Map.of("answeredWithin", "1"), null))
                .containsEntry("lastLawfulDay", "2026-10-10")
                .containsEntry("lastDayIs", "a Saturday");
        assertThat(worked("2026-10-10", "2026-10-10T08:00:00Z", Map.of(), null, Map.of(), "2026-11-30"))
                .containsEntry("lastLawfulDay", "2026-11-30");
    }

    @Test
    @DisplayName("follow the day that a form asked for only as long as the type of the report has none of its own")
    void ofAnotherType() {
        assertThat(worked(
                        "2026-10-10",
                        "2026-10-10T08:00:00Z",
                        Map.of(),
                        null,
                        Map.of("statute", "An Act."),
                        "2027-01-29"))
                .containsEntry("lastLawfulDay", "2026-12-04");
    }

    @Test
    @DisplayName("of a report with another period leave time for each step where it is registered late")
    void registeredLateInAnotherPeriod() {
        VariableMap dates =
                worked("2026-10-10", "2026-11-30T09:00:00Z", Map.of(), null, Map.of("answeredWithin", 112), null);
        // Day 52 of 112, where comments are due on day 56: fourteen days' notice, and the rest shares what is left.
        assertThat(days(dates)).isEqualTo("3 December 14 December 2 January 14 January 29 January");
    }

    @Test
    @DisplayName("say what else is owed and by when, counted from the day of publication")
    void alsoOwed() {
        VariableMap dates = worked(
                "2026-10-10",
                "2026-10-10T08:00:00Z",
                Map.of(),
                null,
                Map.of(
                        "alsoOwed",
                        "Send the plan within 6 weeks; tell the board within 1 month;\n publish it within 90 days."),
                null);
        assertThat(ProcessVariables.OTHER_DUTIES.get(dates))
                .containsExactly(
                        new OtherDuty(1, "Send the plan", LocalDate.of(2026, 11, 21)),
                        new OtherDuty(2, "tell the board", LocalDate.of(2026, 11, 10)),
                        new OtherDuty(3, "publish it", LocalDate.of(2027, 1, 8)));
        assertThat(ProcessVariables.OTHER_DUTIES.get(worked("2026-10-10", "2026-10-10T08:00:00Z")))
                .isEmpty();
    }

    @ParameterizedTest(name = "are refused where the table of the types has {1} in the column {0}")
    @CsvSource({
        "answeredWithin, soon",
        "answeredWithin, 0",
        "answeredWithin, 367",
        "answeredWithin, 56.5",
        "alsoOwed, Send the plan",
        "alsoOwed, Send the plan within 0 weeks",
        "alsoOwed, within 6 weeks",
        "alsoOwed, Send it within six weeks"
    })
    void mistakeInTheTypes(String column, String value) {
        Object cell = value.matches("[\\d.]+") ? (Object) Double.valueOf(value) : value;
        assertThatThrownBy(
                        () -> worked("2026-10-10", "2026-10-12T08:00:00Z", Map.of(), null, Map.of(column, cell), null))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("inspection-types")
                .hasMessageContaining("column " + column)
                .hasMessageEndingWith("and is " + cell);
    }
}
