package uk.opcc.inspectionresponse.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.history.HistoricVariableInstance;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;
import uk.opcc.inspectionresponse.OneDay;
import uk.opcc.inspectionresponse.statutory.WrittenDate;

/** Every date field of every form is the same to who writes in it, in whichever country the browser believes to be. */
@OfficeInTheBrowser
@DisplayName("A date field")
class DatesIT extends InABrowser {

    /** What people type and paste, and the day that they mean by it. */
    private static final Map<String, LocalDate> DAYS = days();

    /** What is no day, or of which nobody can know which, and what is said of it. */
    private static final Map<String, String> NO_DAYS = noDays();

    private final JdbcTemplate database;
    private final HistoryService history;
    private final InspectionsForTheBrowser inspections;
    private final String address;

    @Autowired
    DatesIT(ProcessEngine engine, JdbcTemplate database, @LocalServerPort int port) {
        this.database = database;
        this.history = engine.getHistoryService();
        this.address = "http://localhost:" + port;
        this.inspections = new InspectionsForTheBrowser(engine, address);
    }

    @BeforeEach
    void nothingIsTyped() {
        // What somebody began to register in another test would be offered here.
        database.update("delete from unfinished_form");
    }

    private static Map<String, LocalDate> days() {
        LocalDate july = LocalDate.of(2018, 7, 19);
        LocalDate november = LocalDate.of(2018, 11, 3);
        LocalDate leap = LocalDate.of(2024, 2, 29);
        LocalDate october = LocalDate.of(2018, 10, 28);
        Map<String, LocalDate> days = new LinkedHashMap<>();
        List<List<String>> writings = List.of(
                List.of("19/07/2018", "03/11/2018"),
                List.of("19/7/2018", "3/11/2018"),
                List.of("19.07.2018", "3.11.2018"),
                List.of("19.7.18", "3.11.18"),
                List.of("19-07-2018", "3-11-18"),
                List.of("19 July 2018", "3 November 2018"),
                List.of("19 Jul 2018", "3 Nov 2018"),
                List.of("19 jul 18", "03 NOV 18"),
                List.of("19th July 2018", "3rd November 2018"),
                List.of("Thursday 19 July 2018", "Saturday 3 November 2018"),
                List.of("Thu 19 July 2018", "Sat, 3 Nov 2018"),
                List.of("Thursday, 19th July, 2018", "Saturday the 3rd of November 2018"),
                List.of("July 19, 2018", "November 3rd 2018"),
                List.of("2018-07-19", "2018-11-03"),
                List.of("2018/07/19", "2018.11.03"),
                List.of("19-Jul-2018", "3-Nov-18"),
                List.of("  19 July 2018\u00a0", "\u200b3\u00a0November\u202f2018\ufeff"),
                List.of("19 / 07 / 2018", "3 . 11 . 2018"),
                List.of("19\u201107\u20112018", "3\u201311\u20132018"),
                List.of("19 07 2018", "3 11 2018"));
        writings.forEach(two -> {
            days.put(two.get(0), july);
            days.put(two.get(1), november);
        });
        days.put("29/02/2024", leap);
        // The hour that comes twice is in the night of this one.
        days.put("28/10/2018", october);
        days.put("Thurs. 29 Feb. 2024", leap);
        days.put("28 Oct. 2018", october);
        return days;
    }

    private static Map<String, String> noDays() {
        Map<String, String> none = new LinkedHashMap<>();
        none.put("31/09/2018", "September 2018 has no day 31");
        none.put("29 February 2023", "February 2023 has no day 29");
        none.put("07/19/2018", "the day comes first");
        none.put("10/13/2018", "the day comes first");
        none.put("0/7/2018", "has no day 0");
        none.put("Friday 19 July 2018", "is a Thursday, and not a Friday");
        none.put("July 2018", "needs a day, a month and a year");
        none.put("19 July", "needs a day, a month and a year");
        none.put("tomorrow", "is not a date");
        none.put("19 Juli 2018", "is not a date");
        none.put("19072018", "is not a date");
        none.put("19/07/218", "is not a date");
        none.put("19/07/02018", "is not a date");
        none.put("19 July 2018 or 20 July 2018", "is not a date");
        none.put("19–20 July 2018", "is not a date");
        none.put("-19/07/2018", "is not a date");
        none.put("19 July 1066", "check the year");
        none.put("٣/١١/٢٠١٨", "is not a date");
        return none;
    }

    private static void types(Locator field, String text) {
        field.fill(text);
        field.blur();
    }

    private static String begins(LocalDate day) {
        return "Day 1 is " + WrittenDate.withWeekday(day) + ".";
    }

    @Test
    @DisplayName("is followed by what it means for a report of this type, whichever was chosen first")
    void followsTheType() {
        LocalDate published = OneDay.TODAY.minusDays(2);
        LocalDate by = published.plusDays(89);
        try (Tasklist owen = Tasklist.signIn(Tasklist.machine(browser, "en-GB", "Europe/London"), address, "owen")) {
            owen.openStartForm();
            Page page = owen.page();
            Locator follows = page.locator(".office-what-follows");
            Locator asked = page.getByText("The report asks for a response by");
            types(owen.field("Date published"), WrittenDate.of(published));
            assertThat(follows).containsText(" " + WrittenDate.of(published.plusDays(55)) + ", a");
            assertThat(asked).isHidden();
            owen.select("Type of inspection", "National Child Protection Inspection");
            assertThat(follows)
                    .containsText("Send the force's action plan to HMICFRS on or before "
                            + WrittenDate.withWeekday(published.plusWeeks(6)));
            owen.select("Type of inspection", "Super-complaint");
            assertThat(follows).containsText("Enter the date by which the report asks for a response.");
            types(owen.field("The report asks for a response by"), WrittenDate.of(by));
            assertThat(follows).containsText(" " + WrittenDate.of(by) + ", a");
            owen.select("Type of inspection", "Custody Inspection");
            assertThat(asked).isHidden();
            assertThat(follows).containsText(" " + WrittenDate.of(published.plusDays(55)) + ", a");
        }
    }

    @ParameterizedTest(name = "{0} in {1}")
    @CsvSource({
        "en-GB, Europe/London",
        "en-US, America/Los_Angeles",
        "de-DE, Pacific/Auckland",
        "ar-EG, Pacific/Pago_Pago"
    })
    @DisplayName("takes the day that somebody writes, in whichever way, or says what is wrong with it")
    void takesOrRefuses(String language, String zone) {
        String title = "Dates in " + language;
        try (Tasklist owen = Tasklist.signIn(Tasklist.machine(browser, language, zone), address, "owen")) {
            owen.openStartForm();
            Page page = owen.page();
            Locator field = owen.field("Date published");
            Locator follows = page.locator(".office-what-follows");
            Locator start = page.getByRole(
                    AriaRole.BUTTON,
                    new Page.GetByRoleOptions().setName("Register the report").setExact(true));
            List<String> wrong = new ArrayList<>();
            DAYS.forEach((text, day) -> {
                types(field, text);
                try {
                    assertThat(follows).containsText(begins(day));
                    assertThat(field).hasValue(WrittenDate.of(day));
                } catch (AssertionError e) {
                    wrong.add(text + ": " + field.inputValue() + ", " + follows.allInnerTexts());
                }
            });
            NO_DAYS.forEach((text, why) -> {
                types(field, text);
                Locator said = page.locator(".office-unread-date");
                try {
                    assertThat(said).containsText(why);
                    assertThat(field).hasValue(text);
                    assertThat(start).isDisabled();
                    assertThat(follows).hasText("");
                } catch (AssertionError e) {
                    wrong.add(text + ": " + field.inputValue() + ", " + said.allInnerTexts());
                }
            });
            page.screenshot(
                    new Page.ScreenshotOptions().setPath(Path.of("target/pictures/date-refused-" + language + ".png")));
            assertThat(wrong).isEmpty();

            types(field, "3 November 2018");
            owen.fill("Title of the inspection report", title);
            owen.select("Type of inspection", "PEEL Inspection");
            Locator invited = owen.field("The Chief Constable is invited to comment by");
            types(invited, "Friday 30 Nov 2018");
            assertThat(invited).hasValue("30 November 2018");
            owen.start();
        }
        String inspection = history.createHistoricVariableInstanceQuery()
                .variableName("title")
                .variableValueEquals("title", title)
                .singleResult()
                .getProcessInstanceId();
        assertThat(variable(inspection, "datePublished").getValue()).isEqualTo("2018-11-03");
        assertThat(variable(inspection, "commentsInvitedBy").getValue()).isEqualTo("2018-11-30");
    }

    @Test
    @DisplayName("gives the form what was typed last, however soon it comes after what was typed before")
    void typedAtOnce() {
        String third = "2018-11-03";
        List<List<String>> writings = List.of(
                List.of("31/09/2018", "3/11/2018", "3 November 2018", third),
                List.of("19 July 2018", "31/09/2018", "31/09/2018", ""),
                List.of("19 July 2018", "3/11/2018", "3 November 2018", third),
                List.of("19 July 2018", "", "", ""));
        try (Tasklist owen = Tasklist.signIn(browser, address, "owen")) {
            owen.openStartForm();
            Locator field = owen.field("Date published");
            for (List<String> one : writings) {
                // A form takes a date over when the screen has been drawn: here nothing is drawn between the two.
                Runnable types = () -> field.evaluate("""
                        async (field, texts) => {
                          for (const text of texts) {
                            field.focus();
                            field.value = text;
                            field.dispatchEvent(new Event("input", { bubbles: true }));
                            field.blur();
                            for (let i = 0; i < 20; i++) {
                              await null;
                            }
                          }
                        }
                        """, one.subList(0, 2));
                // The draft has what the form has: with another day, or with none where there is one, this comes never.
                owen.page()
                        .waitForRequest(
                                request -> request.method().equals("PUT")
                                        && request.url().contains("/drafts/")
                                        && request.postData().contains(third) == one.contains(third)
                                        && !request.postData().contains("2018-07-19"),
                                types);
                assertThat(field).hasValue(one.get(2));
            }
        }
    }

    @ParameterizedTest(name = "{0} in {1}")
    @CsvSource({"en-US, America/Los_Angeles", "en-NZ, Pacific/Auckland"})
    @DisplayName("of a task is the same: what is typed, restored and shown is one day")
    void ofTasks(String language, String zone) {
        String task = inspections.publicationTaskOf("tomasz");
        String inspection = history.createHistoricTaskInstanceQuery()
                .taskId(task)
                .singleResult()
                .getProcessInstanceId();
        String today = WrittenDate.of(OneDay.TODAY);
        try (Tasklist tomasz = Tasklist.signIn(Tasklist.machine(browser, language, zone), address, "tomasz")) {
            Page page = tomasz.page();
            tomasz.openTask(task);
            tomasz.choose("It was published on another website: the public register links to it");
            Locator field = tomasz.field("Published on");
            types(field, "31.04.26");
            assertThat(page.locator(".office-unread-date")).containsText("April 2026 has no day 31");
            assertThat(field).hasAttribute("aria-describedby", Pattern.compile("description.*unread"));
            types(field, OneDay.TODAY.toString());
            assertThat(field).hasValue(today);
            assertThat(field).not().hasAttribute("aria-describedby", Pattern.compile("unread"));
            tomasz.fill("Link to the published response", "https://office.example/response");
            assertThat(page.locator(".office-saved")).containsText("Saved");
            page.reload();
            assertThat(tomasz.field("Published on")).hasValue(today);
            tomasz.complete();
        }
        assertThat(history.createHistoricVariableInstanceQuery()
                        .processInstanceId(inspection)
                        .list())
                .anySatisfy(found -> assertThat(String.valueOf(found.getValue()))
                        .contains("https://office.example/response", OneDay.TODAY.toString()));
    }

    @Test
    @DisplayName("of a task keeps what is typed as soon as it appears, before the form has given it its first value")
    void typedAsSoonAsItAppears() {
        String task = inspections.publicationTaskOf("tomasz");
        try (Tasklist tomasz = Tasklist.signIn(browser, address, "tomasz")) {
            Page page = tomasz.page();
            tomasz.openTask(task);
            page.evaluate("""
                    () => {
                      const { port1, port2 } = new MessageChannel();
                      port1.onmessage = () => {
                        const field = document.querySelector(".fjs-form-field-datetime input:not([type=hidden])");
                        if (!field || !field._flatpickr) {
                          port2.postMessage(null);
                          return;
                        }
                        field.focus();
                        field.value = "31.04.26";
                        field.dispatchEvent(new Event("input", { bubbles: true }));
                        port1.close();
                      };
                      port2.postMessage(null);
                    }
                    """);
            tomasz.choose("It was published on another website: the public register links to it");
            Locator field = tomasz.field("Published on");
            assertThat(field).hasValue("31.04.26");
            // Until the form has told the field all that it has to tell at first.
            assertThat(page.locator(".office-saved")).containsText("Saved");
            field.blur();
            assertThat(page.locator(".office-unread-date")).containsText("April 2026 has no day 31");
        }
    }

    private HistoricVariableInstance variable(String inspection, String name) {
        return history.createHistoricVariableInstanceQuery()
                .processInstanceId(inspection)
                .variableName(name)
                .singleResult();
    }
}
