package uk.opcc.inspectionresponse.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.LoadState;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import uk.opcc.inspectionresponse.statutory.WrittenDate;

/** What is closed to people is nothing that the screens themselves ask for. */
@OfficeInTheBrowser
@DisplayName("The screens of whoever signs in")
class ScreensIT extends InABrowser {

    /** The others are looked at by the tests of every control and of every screen. */
    private static final List<String> OF_ADMINISTRATORS = List.of(
            "welcome/default/",
            "cockpit/default/#/batch",
            "admin/default/#/users",
            "admin/default/#/user-create",
            "admin/default/#/users/priya?tab=groups",
            "admin/default/#/groups",
            "admin/default/#/authorization",
            "admin/default/#/system?section=system-settings-metrics");

    /** A date, or a time, as it is stored and sent; a reference begins with one, too, and is none. */
    private static final String AS_STORED = "(?<![\\w/-])\\d{4}-\\d\\d-\\d\\d(?!-)";

    private static final Pattern PUBLISHED = Pattern.compile("published on|announced for");

    private static final Pattern WHEN =
            Pattern.compile("(?:Day [\\d,]+(?: of 56|, late since day 57)|Published on day [\\d,]+|Not published yet)"
                    + " · (?:was )?due \\w+day \\d{1,2} \\w+");

    @LocalServerPort
    private int port;

    @Autowired
    private TaskService tasks;

    @Test
    @DisplayName("of an administrator get an answer to all that they ask for")
    void nothingIsRefused() {
        Set<String> refused = new ConcurrentSkipListSet<>();
        try (BrowserContext machine = browser.newContext()) {
            Page page = machine.newPage();
            page.onResponse(answer -> {
                if (answer.status() >= 400) {
                    refused.add(answer.status() + " " + answer.request().method() + " " + answer.url());
                }
            });
            signsIn(page, "admin", "admin");
            OF_ADMINISTRATORS.forEach(screen -> opens(page, screen));
        }
        assertThat(refused).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"grace", "helen", "martin", "priya"})
    @DisplayName(
            "have dates as people write them in the list of tasks and in each form, whatever the browser's language")
    void datesAreWritten(String user) {
        try (BrowserContext machine = browser.newContext(
                new Browser.NewContextOptions().setLocale("en-US").setTimezoneId("America/Los_Angeles"))) {
            Page page = machine.newPage();
            signsIn(page, user, "demo");
            page.waitForLoadState(LoadState.NETWORKIDLE);
            Locator inList = page.locator("li.task");
            inList.first().waitFor();
            for (int number = 0; number < inList.count(); number++) {
                Locator card = inList.nth(number);
                String address = card.locator("h4 a").getAttribute("href");
                String task = address.substring(address.indexOf('=') + 1);
                String assignee = assigneeOf(task);
                // What a card says comes a moment after it, and again where the list is drawn anew.
                PlaywrightAssertions.assertThat(card.locator(".office-card-when"))
                        .containsText(WHEN);
                assertThat(card.innerText()).doesNotContainPattern(AS_STORED);

                card.locator("h4 a").click();
                page.waitForURL(Pattern.compile(".*" + Pattern.quote(address.substring(3)) + ".*"));
                Locator form = page.locator(".fjs-form");
                form.getByText(PUBLISHED).first().waitFor();
                page.waitForLoadState(LoadState.NETWORKIDLE);
                String published = (String) tasks.getVariable(task, "datePublished");
                assertThat(form.innerText())
                        .containsPattern(PUBLISHED + " " + WrittenDate.of(LocalDate.parse(published)) + "\\.")
                        .doesNotContainPattern(AS_STORED)
                        .doesNotContain("null");
                assertThat(assigneeOf(task))
                        .as("Whoever opens a task has not begun it")
                        .isEqualTo(assignee);
            }
        }
    }

    private String assigneeOf(String task) {
        return tasks.createTaskQuery().taskId(task).singleResult().getAssignee();
    }

    private void signsIn(Page page, String user, String password) {
        page.navigate("http://localhost:" + port + "/sign-in");
        page.locator("#username").fill(user);
        page.locator("#password").fill(password);
        page.locator("button[type=submit]").click();
        page.waitForURL(Pattern.compile(".*/tasklist/.*"));
    }

    private void opens(Page page, String screen) {
        page.navigate("http://localhost:" + port + "/camunda/app/" + screen);
        // A change of what follows the # loads nothing by itself.
        page.reload();
        page.waitForLoadState(LoadState.NETWORKIDLE);
    }
}
