package uk.opcc.inspectionresponse.casework.registration;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.LocalDate;
import org.camunda.bpm.engine.IdentityService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import uk.opcc.inspectionresponse.OfficeServer;
import uk.opcc.inspectionresponse.OneDay;
import uk.opcc.inspectionresponse.Staff;
import uk.opcc.inspectionresponse.Visitor;
import uk.opcc.inspectionresponse.platform.people.Groups;
import uk.opcc.inspectionresponse.statutory.StatutoryPeriod;
import uk.opcc.inspectionresponse.statutory.WorkingDays;
import uk.opcc.inspectionresponse.statutory.WrittenDate;

@OfficeServer
@DisplayName("Before a report is registered, what follows from the day of its publication")
class WhatFollowsTest {

    private static final String ADDRESS = "/camunda/api/office/statutory-period?published=";

    private final WorkingDays days;
    private final Visitor officer;

    @Autowired
    WhatFollowsTest(IdentityService identity, WorkingDays days, @LocalServerPort int port) {
        this.days = days;
        Staff.employ(identity);
        officer = new Visitor(port);
    }

    @BeforeEach
    void officerSignsIn() {
        officer.signsIn(Groups.POLICY_OFFICERS, Staff.password(Groups.POLICY_OFFICERS));
    }

    private String last(LocalDate day) {
        return (days.isOne(day) ? WrittenDate.withWeekday(day) : WrittenDate.of(day)) + ", "
                + days.of(day, LocalDate.MIN);
    }

    private String said(LocalDate published) {
        return said(published.toString());
    }

    private String said(String published) {
        HttpResponse<String> answer = officer.sees(ADDRESS + published);
        assertThat(answer.statusCode()).isEqualTo(200);
        return answer.body();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 47, 56})
    @DisplayName("is said with the day of today and the last day to publish")
    void inTime(int day) {
        LocalDate published = OneDay.TODAY.minusDays(day - 1L);

        assertThat(said(published))
                .isEqualTo("{\"words\":\"Day 1 is " + WrittenDate.withWeekday(published) + ". Today is day " + day
                        + ". Publish on or before " + last(published.plusDays(55)) + ".\"}");
    }

    @Test
    @DisplayName("is said to be over from day 57 on")
    void late() {
        LocalDate published = OneDay.TODAY.minusDays(56);

        assertThat(said(published))
                .contains("Today is day 57. The last day to publish was "
                        + WrittenDate.withWeekday(OneDay.TODAY.minusDays(1)) + ".");
        assertThat(said(LocalDate.of(2018, 7, 19))).containsPattern("Today is day [\\d,]+\\.");
    }

    @Test
    @DisplayName("is by when to publish, also where that day has not come")
    void notYet() {
        LocalDate tomorrow = OneDay.TODAY.plusDays(1);

        assertThat(said(tomorrow))
                .startsWith("{\"words\":\"" + WrittenDate.withWeekday(tomorrow)
                        + " is in the future: only a report that is announced has such a date. It will be day 1."
                        + " Publish on or before ")
                .contains(WrittenDate.of(new StatutoryPeriod(tomorrow).lastLawfulDay()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "tomorrow",
                "2018-02-30",
                "19/07/2018",
                "%F0%9F%98%80",
                "-999999999-01-01",
                "%2B999999999-12-31"
            })
    @DisplayName("is not said of what is no date, and to no stranger")
    void noDate(String text) {
        assertThat(officer.sees(ADDRESS + text).statusCode()).isEqualTo(400);
        Visitor stranger = new Visitor(officer.address("/").getPort());
        assertThat(stranger.asks(stranger.request(ADDRESS + "2018-07-19")).statusCode())
                .isEqualTo(401);
    }

    @Test
    @DisplayName("follows the type of the report: its own last day, and what else is owed")
    void type() {
        LocalDate published = OneDay.TODAY.minusDays(3);
        LocalDate plan = published.plusWeeks(6);
        assertThat(said(published + "&type=National%20Child%20Protection%20Inspection"))
                .contains("Publish on or before " + last(published.plusDays(55)))
                .endsWith(" Send the force's action plan to HMICFRS on or before " + WrittenDate.withWeekday(plan)
                        + ".\"}");
        assertThat(said(published + "&type=Super-complaint"))
                .endsWith("Today is day 4. Enter the date by which the report asks for a response.\"}");
        LocalDate by = published.plusDays(119);
        assertThat(said(published + "&type=Super-complaint&by=" + by))
                .endsWith("Publish on or before " + last(by) + ".\"}");
        assertThat(said(published + "&type=No%20such%20type"))
                .contains("Publish on or before " + last(published.plusDays(55)));
    }

    @ParameterizedTest(name = "of a response published on {0} is: {1}")
    @CsvSource({
        "2018-09-12, Wednesday 12 September 2018 is day 56 of 56: in time.",
        "2018-09-13, 'Thursday 13 September 2018 is day 57, after the 56 days: late.'",
        "2018-07-18, Wednesday 18 July 2018 is before the report was published."
    })
    void publication(String on, String words) {
        assertThat(officer.sees("/camunda/api/office/day-of-publication?published=2018-07-19&last=2018-09-12&on=" + on)
                        .body())
                .isEqualTo("{\"words\":\"" + words + "\"}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "published=2018-07-19&last=2018-09-12&on=soon",
                "published=2018-07-19&on=2018-08-01",
                "published=2018-07-19&last=2018-07-18&on=2018-08-01"
            })
    @DisplayName("of a publication is not said of what is no date")
    void noPublication(String query) {
        assertThat(officer.sees("/camunda/api/office/day-of-publication?" + query)
                        .statusCode())
                .isEqualTo(400);
    }

    @ParameterizedTest(
            name = "of a period that ends on {0} names the last working day, by the bank holidays of the office")
    @CsvSource({
        "2026-12-26, 'a Saturday: the last working day before it is Thursday 24 December 2026'",
        "2026-12-28, 'a bank holiday: the last working day before it is Thursday 24 December 2026'",
        "2027-12-28, 'a bank holiday: the last working day before it is Friday 24 December 2027'",
        "2024-05-06, 'a bank holiday: the last working day before it is Friday 3 May 2024'",
        "2022-12-27, 'a bank holiday: the last working day before it is Friday 23 December 2022'",
        "2028-04-18, a working day",
        // Gov.uk does not list that year yet.
        "2199-12-25, a Wednesday",
        "2199-06-01, a Saturday"
    })
    void bankHolidays(LocalDate last, String words) {
        assertThat(days.of(last, last.minusDays(55))).isEqualTo(words);
    }
}
