package uk.opcc.inspectionresponse.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.options.ScreenshotType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Looks at each screen as each role sees it, in an office where something is at every stage. */
@OfficeInTheBrowser
@DisplayName("Each screen that is shown")
class EveryScreenIT extends InABrowser {

    private static final Path PICTURES =
            Path.of(InspectionTexts.FOR_THE_README ? "docs/images/screens" : "target/pictures/screens");

    /** The pictures by role and by what they show. */
    private static final Map<String, Map<String, String>> SEEN = new LinkedHashMap<>();

    private final String address;
    private final List<String> problems = new ArrayList<>();
    private final Set<Request> underWay = ConcurrentHashMap.newKeySet();
    private Page page;
    private String who;
    private String role;

    EveryScreenIT(@LocalServerPort int port) {
        this.address = "http://localhost:" + port;
    }

    @AfterAll
    static void pageOfThePictures() throws IOException {
        if (InspectionTexts.FOR_THE_README) {
            StringBuilder words = new StringBuilder("""
                    # Every screen

                    As each role sees it in the demo, at 1366 × 768. The browser test that looks at each screen makes these pictures and
                    this page: see [Contributing](../CONTRIBUTING.md).
                    """);
            SEEN.forEach((role, screens) -> {
                words.append("\n## ")
                        .append(role.substring(0, 1).toUpperCase(Locale.UK))
                        .append(role.substring(1))
                        .append("\n");
                screens.forEach((screen, file) ->
                        words.append("\n**" + screen + "**\n\n![" + screen + "](images/screens/" + file + ")\n"));
            });
            Files.writeString(Path.of("docs/screens.md"), words);
        }
    }

    @ParameterizedTest(name = "to the {0}")
    @CsvSource({
        "policy officer, priya, Register a report, false",
        "Chief Constable's office, grace, , false",
        "PCC, helen, , false",
        "communications officer, tomasz, , false",
        "manager, martin, Correct a published response, true",
        "process owner, bea, , true",
        "administrator, admin, , false"
    })
    @DisplayName("is one that everybody can read: nothing serious for axe, and no word of machines")
    void isReadByEverybody(String title, String user, String start, boolean hasCockpit) {
        who = title;
        SEEN.put(who, new LinkedHashMap<>());
        role = who.toLowerCase(Locale.ROOT).replaceAll("[^a-z]+", "-");
        try (BrowserContext machine = browser.newContext(
                new Browser.NewContextOptions().setViewportSize(1366, 768).setLocale("en-GB"))) {
            machine.setDefaultTimeout(60_000);
            page = machine.newPage();
            page.onResponse(answer -> {
                if (answer.status() >= 400) {
                    problems.add(answer.status() + " " + answer.url());
                }
            });
            page.onRequest(underWay::add);
            page.onRequestFinished(underWay::remove);
            page.onRequestFailed(underWay::remove);
            page.navigate(address + "/sign-in");
            page.locator("#username").fill(user);
            if (SEEN.size() == 1) {
                looks("Sign in");
            }
            page.locator("#password").fill(user.equals("admin") ? user : "demo");
            page.locator("button[type=submit]").click();
            page.waitForURL(Pattern.compile(".*/tasklist/.*"));
            page.locator(".office-begin h2").first().waitFor();
            looks("Where to begin");
            List<String> pages = page.locator(".office-begin a[target]").all().stream()
                    .map(link -> link.getAttribute("href"))
                    .filter(link -> !link.contains("/camunda/"))
                    .toList();
            if (!user.equals("admin")) {
                looksAtTheTasks();
            }
            if (start != null) {
                page.locator(".office-starts").getByText(start).click();
                page.locator(".modal-dialog .fjs-form").waitFor();
                looks(start);
                page.keyboard().press("Escape");
            }
            if (hasCockpit) {
                looksAtCockpit();
            }
            for (String link : pages) {
                goesTo(link);
                looks(page.locator("h1").first().innerText().strip());
            }
            if (user.equals("admin")) {
                // These are the vendor's, and only administrators see them.
                for (String part : List.of("users", "groups", "authorization")) {
                    goesTo("/camunda/app/admin/default/#/" + part);
                    settles();
                    photographs("Admin, " + part);
                }
            }
        }
        assertThat(problems).isEmpty();
    }

    /** At one of each kind, each tab of the first, and the first at 200 %. */
    private void looksAtTheTasks() {
        Map<String, String> kinds = new LinkedHashMap<>();
        Locator cards = page.locator("section.tasks-list li.task h4 a");
        for (int number = 0; number < cards.count(); number++) {
            kinds.putIfAbsent(
                    cards.nth(number).innerText().strip().replaceAll("^Send to.*", "Send"),
                    cards.nth(number).getAttribute("href"));
        }
        boolean isFirst = true;
        for (Map.Entry<String, String> task : kinds.entrySet()) {
            goesTo("/camunda/app/tasklist/default/" + task.getValue());
            page.locator(".fjs-form").first().waitFor();
            looks(task.getKey());
            if (isFirst) {
                for (String tab : List.of("This inspection", "Diagram", "Description", "Form")) {
                    page.locator(".task-card .nav-tabs").getByText(tab).click();
                    if (!tab.equals("Form")) {
                        looks(tab);
                    }
                }
                page.setViewportSize(683, 384);
                looks(task.getKey() + " at 200 %");
                page.setViewportSize(1366, 768);
                isFirst = false;
            }
        }
    }

    private void looksAtCockpit() {
        for (String part : List.of("dashboard", "processes", "decisions", "repository")) {
            goesTo("/camunda/app/cockpit/default/#/" + part);
            looks("Cockpit, " + part);
        }
        goesTo("/camunda/app/cockpit/default/#/processes");
        page.getByText("Respond to an inspection report").first().click();
        page.locator("[state-circle]").first().waitFor();
        looksAtTabs("Cockpit, the process:");
        page.locator(".nav-tabs").getByText("Cases").first().click();
        page.locator("td.instance-id a").first().click();
        page.locator("dd.business-key, .process-information").first().waitFor();
        looksAtTabs("Cockpit, a case:");
    }

    private void looksAtTabs(String screen) {
        Locator tabs = page.locator(".ctn-tabbed-content .nav-tabs a, .ctn-row.ctn-tabbed .nav-tabs a, .nav-tabs a");
        for (int number = 0; number < tabs.count(); number++) {
            tabs.nth(number).click();
            looks(screen + " " + tabs.nth(number).innerText().strip());
        }
    }

    private void goesTo(String part) {
        page.navigate("about:blank");
        // What the page before had asked for is not always reported as ended.
        underWay.clear();
        page.navigate(address + part);
    }

    /** Until all that was asked for is answered, and what is named a moment after it is shown has its name. */
    private void settles() {
        page.evaluate("() => new Promise(done => setTimeout(done, 50))");
        page.waitForCondition(underWay::isEmpty);
        page.evaluate("() => new Promise(done => setTimeout(done, 150))");
        page.waitForCondition(underWay::isEmpty);
    }

    private void looks(String screen) {
        settles();
        WordsOfMachines.on(page).forEach(words -> problems.add(screen + " says " + words));
        List<String> faults = faults(screen);
        // A page that is still being drawn has faults that do not stay.
        for (int look = 0; look < 10 && !faults.isEmpty(); look++) {
            page.evaluate("() => new Promise(done => setTimeout(done, 300))");
            faults = faults(screen);
        }
        problems.addAll(faults);
        photographs(screen);
    }

    private void photographs(String screen) {
        String file = role + "-" + screen.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-") + ".jpg";
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(PICTURES.resolve(file))
                .setType(ScreenshotType.JPEG)
                .setQuality(45));
        SEEN.get(who).put(screen, file);
    }

    private List<String> faults(String screen) {
        return Axe.seriousFaults(page).stream()
                .map(fault -> screen + ": " + fault.getId() + " at "
                        + fault.getNodes().get(0).getHtml())
                .toList();
    }
}
