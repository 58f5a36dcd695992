package uk.opcc.inspectionresponse.messages.notices;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import uk.opcc.inspectionresponse.messages.notices.NoticeText.Item;
import uk.opcc.inspectionresponse.messages.notices.OpenTasks.OpenTask;
import uk.opcc.inspectionresponse.platform.office.Office;
import uk.opcc.inspectionresponse.platform.office.StaffSite;
import uk.opcc.inspectionresponse.statutory.StatutoryPeriod;
import uk.opcc.inspectionresponse.statutory.WorkingDays;

@DisplayName("An email to a colleague")
class NoticeTextTest {

    private static final Instant NOW = Instant.parse("2026-11-28T09:00:00Z");

    private final StaffSite site = mock(StaffSite.class);
    private final NoticeText text = new NoticeText(
            new Office("The office", null), site, new WorkingDays(Set.of()), Clock.fixed(NOW, ZoneOffset.UTC));

    NoticeTextTest() {
        when(site.notices()).thenReturn("https://office.example/notices");
        when(site.task(anyString())).thenAnswer(call -> "https://office.example/tasks/" + call.getArgument(0));
    }

    private static Item item(Kind kind, String id, OpenTask task) {
        return new Item(new Notice(kind, id, "grace", id, Notice.State.WAITING, NOW), task);
    }

    private static OpenTask draft(String title) {
        return new OpenTask(
                "Draft the response",
                title,
                null,
                "2026-custody-1",
                LocalDate.of(2026, 11, 18),
                new StatutoryPeriod(LocalDate.of(2026, 10, 10)),
                "");
    }

    @ParameterizedTest(name = "has for {0} the subject: {1}")
    @CsvSource({
        "ARRIVAL, To do: Draft the response: Custody",
        "REMINDER, Due soon: Draft the response: Custody",
        "ESCALATION, 'Escalated, not published yet: Custody'"
    })
    void subjects(Kind kind, String subject) {
        assertThat(text.subject(List.of(item(kind, "1", draft("Custody"))))).isEqualTo(subject);
    }

    @Test
    @DisplayName("has a subject of one line, whatever the title is")
    void oneLine() {
        assertThat(text.subject(List.of(item(Kind.ARRIVAL, "1", draft("One\r\nBcc: \u0007two " + "x".repeat(200))))))
                .startsWith("To do: Draft the response: One Bcc: two xxx")
                .endsWith("x…")
                .hasSizeLessThan(200);
        assertThat(text.subject(List.of(item(Kind.ARRIVAL, "1", draft(""))))).isEqualTo("To do: Draft the response");
        assertThat(text.subject(
                        List.of(item(Kind.ARRIVAL, "1", draft("Custody")), item(Kind.REMINDER, "2", draft("Custody")))))
                .isEqualTo("2 tasks for you");
    }

    @Test
    @DisplayName("says what, by when and where, and what presses first")
    void body() {
        OpenTask claimed = new OpenTask(
                "Explain a recommendation",
                "Custody",
                "Area for improvement 4",
                "2026-custody-1",
                LocalDate.of(2026, 11, 18),
                null,
                "Priya Patel");
        assertThat(text.body(
                        List.of(item(Kind.ARRIVAL, "a", claimed), item(Kind.ESCALATION, "b", draft("Custody\n\nnow")))))
                .isEqualTo("""
                        The day of escalation has come, and work on a report is outstanding:

                        Draft the response
                        Custody now
                        Reference: 2026-custody-1
                        Due: Wednesday 18 November 2026
                        Last day for publishing the response: Friday 4 December 2026
                        Today is day 50 of 56
                        https://office.example/tasks/b

                        You have a new task:

                        Explain a recommendation (Area for improvement 4)
                        Custody
                        Reference: 2026-custody-1
                        Due: Wednesday 18 November 2026
                        Claimed by: Priya Patel
                        https://office.example/tasks/a

                        The office

                        To get one email a day, or none: https://office.example/notices
                        """);
    }

    @Test
    @DisplayName("of an escalation says nothing of a response that is published, where other work is outstanding")
    void publishedAlready() {
        OpenTask chase = new OpenTask("Chase the outstanding work", "Custody", null, "2026-custody-1", null, null, "");
        assertThat(text.subject(List.of(item(Kind.ESCALATION, "1", chase)))).isEqualTo("Escalated: Custody");
        assertThat(text.body(List.of(item(Kind.ESCALATION, "1", chase)))).doesNotContain("publish", "response is");
    }

    @Test
    @DisplayName("names the last working day where the last lawful one is none, and the day of a longer period")
    void lastWorkingDay() {
        OpenTask asked = new OpenTask(
                "Draft the response",
                "Restraint",
                null,
                "2026-restraint-1",
                null,
                new StatutoryPeriod(LocalDate.of(2026, 9, 27), 92),
                "");
        NoticeText overChristmas = new NoticeText(
                new Office("The office", null),
                site,
                new WorkingDays(Set.of(LocalDate.of(2026, 12, 25))),
                Clock.fixed(NOW, ZoneOffset.UTC));
        assertThat(overChristmas.body(List.of(item(Kind.ESCALATION, "b", asked))))
                .contains("""
                        Last day for publishing the response: 27 December 2026, a Sunday: the last working day before it is Thursday 24 December 2026
                        Today is day 63 of 92
                        """);
    }
}
