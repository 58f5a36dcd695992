package uk.opcc.inspectionresponse.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.LoadState;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.ActiveProfiles;

/** What is closed to people is nothing that the screens themselves ask for. */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = "spring.datasource.url=jdbc:h2:mem:browser")
@ActiveProfiles("demo")
@DisplayName("The screens of whoever signs in")
class ScreensIT {

    private static final List<String> OF_EVERYBODY = List.of("tasklist/default/", "welcome/default/");
    private static final List<String> OF_COCKPIT = List.of(
            "cockpit/default/#/dashboard",
            "cockpit/default/#/processes",
            "cockpit/default/#/decisions",
            "cockpit/default/#/repository",
            "cockpit/default/#/batch");
    private static final List<String> OF_ADMIN = List.of(
            "admin/default/#/users",
            "admin/default/#/user-create",
            "admin/default/#/users/priya?tab=groups",
            "admin/default/#/groups",
            "admin/default/#/authorization",
            "admin/default/#/system?section=system-settings-metrics");

    /** The engine answers so by itself: comments want more rights than a task gives, and so does one of its reports. */
    private static final Pattern KNOWN = Pattern.compile(".*/task/(?:[^/]+/comment|report/candidate-group-count)$");

    @LocalServerPort
    private int port;

    @ParameterizedTest(name = "{0}")
    @CsvSource({"grace, demo, ''", "bea, demo, cockpit", "admin, admin, all"})
    @DisplayName("get an answer to all that they ask for")
    void nothingIsRefused(String user, String password, String screens) {
        Set<String> refused = new ConcurrentSkipListSet<>();
        try (Playwright driver = Browsers.driver();
                Browser browser = Browsers.launch(driver);
                BrowserContext machine = browser.newContext()) {
            Page page = machine.newPage();
            page.onResponse(answer -> {
                if (answer.status() >= 400
                        && !KNOWN.matcher(answer.url().split("\\?")[0]).matches()) {
                    refused.add(answer.status() + " " + answer.request().method() + " " + answer.url());
                }
            });
            page.navigate("http://localhost:" + port + "/sign-in");
            page.locator("#username").fill(user);
            page.locator("#password").fill(password);
            page.locator("button[type=submit]").click();
            page.waitForURL(Pattern.compile(".*/tasklist/.*"));
            OF_EVERYBODY.forEach(screen -> opens(page, screen));
            if (!screens.isEmpty()) {
                OF_COCKPIT.forEach(screen -> opens(page, screen));
                looksAtAProcess(page);
            }
            if (screens.equals("all")) {
                OF_ADMIN.forEach(screen -> opens(page, screen));
            }
        }
        assertThat(refused).isEmpty();
    }

    private void opens(Page page, String screen) {
        page.navigate("http://localhost:" + port + "/camunda/app/" + screen);
        // A change of what follows the # loads nothing by itself.
        page.reload();
        page.waitForLoadState(LoadState.NETWORKIDLE);
    }

    private void looksAtAProcess(Page page) {
        opens(page, "cockpit/default/#/processes");
        page.locator("a[href*='process-definition/']").first().click();
        page.waitForLoadState(LoadState.NETWORKIDLE);
        for (String tab : List.of("Incidents", "Called Process Definitions", "Job Definitions", "Process Instances")) {
            Locator found = page.getByText(tab, new Page.GetByTextOptions().setExact(true))
                    .first();
            found.click();
            page.waitForLoadState(LoadState.NETWORKIDLE);
        }
    }
}
