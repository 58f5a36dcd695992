package uk.opcc.inspectionresponse.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;

/** Attempts to lose what somebody types, each by somebody who types like anybody else. */
@OfficeInTheBrowser
@DisplayName("What is typed into a form is there again")
class NothingTypedIsLostIT {

    private static final String TEXT = "Calls were answered – in “eight” seconds 😀.\nTwo were not.";
    private static final String TITLE = "Title of the inspection report";
    private static final String EXPLANATION = "Explanation for recommendation";

    private static Playwright driver;
    private static Browser browser;

    private final JdbcTemplate database;
    private final InspectionsForTheBrowser inspections;
    private final String address;

    private BrowserContext machine;
    private Page page;

    @Autowired
    NothingTypedIsLostIT(ProcessEngine engine, JdbcTemplate database, @LocalServerPort int port) {
        this.database = database;
        this.inspections = new InspectionsForTheBrowser(engine);
        this.address = "http://localhost:" + port;
    }

    @BeforeAll
    static void browserIsStarted() {
        driver = Browsers.driver();
        browser = Browsers.launch(driver);
    }

    @AfterAll
    static void browserIsClosed() {
        browser.close();
        driver.close();
    }

    @BeforeEach
    void priyaSignsIn() {
        database.update("delete from unfinished_form");
        machine = machine();
        page = machine.newPage();
        signsIn(page, "priya");
    }

    @AfterEach
    void machineIsTurnedOff() {
        if (!page.isClosed()) {
            page.screenshot(
                    new Page.ScreenshotOptions().setPath(Path.of("target/pictures/last-of-what-was-typed.png")));
        }
        machine.close();
    }

    private static BrowserContext machine() {
        BrowserContext machine = browser.newContext(new Browser.NewContextOptions()
                .setLocale("en-GB")
                .setTimezoneId("Europe/London")
                .setViewportSize(1366, 768));
        machine.setDefaultTimeout(60_000);
        return machine;
    }

    private void signsIn(Page page, String user) {
        page.navigate(address + "/camunda/app/tasklist/");
        enters(page, user);
        page.locator("section.tasks-list").waitFor();
    }

    private static void enters(Page page, String user) {
        page.locator("#username").fill(user);
        page.locator("#password").fill("demo");
        page.locator("button[type=submit]").click();
    }

    private Locator opens(Page page, String task, String label) {
        page.navigate(address + "/camunda/app/tasklist/default/#/?task=" + task);
        return field(page, label);
    }

    private static Locator field(Page page, String label) {
        Locator field = page.getByLabel(Pattern.compile("^" + label + "( \\d+)?\\s*\\*?$"))
                .first();
        field.waitFor();
        return field;
    }

    private static Locator opensStartForm(Page page) {
        page.getByText("Start process", new Page.GetByTextOptions().setExact(true))
                .first()
                .click();
        Locator process = page.locator(".modal-body a").getByText("Respond to an inspection report");
        Locator title = page.getByLabel(Pattern.compile("^" + TITLE)).first();
        process.or(title).first().waitFor();
        if (!title.isVisible()) {
            process.click();
        }
        title.waitFor();
        return title;
    }

    private static Locator saved(Page page) {
        return page.locator(".office-saved");
    }

    private static void isSaved(Page page) {
        assertThat(saved(page)).hasText(Pattern.compile("Saved \\d\\d:\\d\\d"));
    }

    private static void chooses(Page page, String label) {
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(label))
                .click();
    }

    private static Locator words(Page page, String words) {
        return page.locator(".office-unfinished > div").filter(new Locator.FilterOptions().setHasText(words));
    }

    @Test
    @DisplayName("after a click on another task, Back, a reload and on another machine")
    void elsewhere() {
        List<String> two = inspections.explanationTasksOf("priya");
        opens(page, two.get(0), EXPLANATION).fill(TEXT);
        page.locator("section.tasks-list li.task a[href*='" + two.get(1) + "']")
                .first()
                .click();
        page.waitForURL(Pattern.compile(".*" + two.get(1) + ".*"));
        assertThat(page.locator(".fjs-form")).containsText("Review.");
        assertThat(field(page, EXPLANATION)).hasValue("");
        field(page, EXPLANATION).fill("Another text");

        page.goBack();
        assertThat(page.locator(".fjs-form")).containsText("Train.");
        assertThat(field(page, EXPLANATION)).hasValue(TEXT);
        assertThat(words(page, "What you typed before is here again.")).isVisible();
        isSaved(page);

        field(page, EXPLANATION).fill(TEXT + " More");
        page.reload();
        assertThat(field(page, EXPLANATION)).hasValue(TEXT + " More");
        isSaved(page);

        try (BrowserContext another = machine()) {
            Page there = another.newPage();
            signsIn(there, "priya");
            assertThat(opens(there, two.get(0), EXPLANATION)).hasValue(TEXT + " More");
            assertThat(opens(there, two.get(1), EXPLANATION)).hasValue("Another text");
        }
    }

    @Test
    @DisplayName("after the tab is closed and after the browser crashes, whatever had not been sent by then")
    void tabs() {
        String task = inspections.findingsTaskOf("priya");
        opens(page, task, "Key findings").fill(TEXT);
        page.close(new Page.CloseOptions().setRunBeforeUnload(true));
        page = machine.newPage();
        assertThat(opens(page, task, "Key findings")).hasValue(TEXT);
        isSaved(page);

        page.route("**/office/drafts/**", route -> route.abort());
        field(page, "Key findings").fill(TEXT + " More");
        assertThat(saved(page)).containsText("Not saved yet");
        try {
            page.navigate("chrome://crash");
        } catch (PlaywrightException crashed) {
            // As it is meant to.
        }
        page = machine.newPage();
        assertThat(opens(page, task, "Key findings")).hasValue(TEXT + " More");
        isSaved(page);
    }

    @Test
    @DisplayName("after Escape, Close, Back and a reload of the dialogue in which a report is registered")
    void startDialogue() {
        opensStartForm(page).fill("A report");
        page.keyboard().press("Escape");
        assertThat(page.locator(".modal-dialog")).hasCount(0);
        assertThat(opensStartForm(page)).hasValue("A report");
        isSaved(page);

        opensStartForm(page, "A report, more", "Close");
        assertThat(opensStartForm(page)).hasValue("A report, more");
        opensStartForm(page, "A report, and more", "Back");
        page.locator(".modal-body a")
                .getByText("Respond to an inspection report")
                .click();
        assertThat(field(page, TITLE)).hasValue("A report, and more");

        field(page, TITLE).fill("A report, and yet more");
        page.reload();
        assertThat(field(page, TITLE)).hasValue("A report, and yet more");

        chooses(page, "Discard it");
        assertThat(field(page, TITLE)).hasValue("");
        chooses(page, "Undo");
        assertThat(field(page, TITLE)).hasValue("A report, and yet more");
    }

    private static void opensStartForm(Page page, String text, String leaveBy) {
        field(page, TITLE).fill(text);
        page.locator(".modal-footer")
                .getByText(leaveBy, new Locator.GetByTextOptions().setExact(true))
                .click();
    }

    @Test
    @DisplayName("and gone from the dialogue when the report is registered")
    void registered() {
        opensStartForm(page).fill("A report that is registered");
        Locator published = page.getByLabel(Pattern.compile("^Date published")).first();
        published.fill("19 July 2018");
        published.blur();
        page.locator(".fjs-form-field-select .fjs-input-group").click();
        page.locator(".fjs-dropdownlist-item").getByText("PEEL Inspection").click();
        isSaved(page);
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName("Start").setExact(true))
                .click();
        assertThat(page.locator(".modal-dialog")).hasCount(0);

        assertThat(opensStartForm(page)).hasValue("");
        assertThat(words(page, "What you typed before")).hasCount(0);
    }

    @Test
    @DisplayName("after the connection was lost, also where the form was left meanwhile")
    void offline() {
        List<String> two = inspections.explanationTasksOf("priya");
        opens(page, two.get(0), EXPLANATION);
        machine.setOffline(true);
        field(page, EXPLANATION).fill(TEXT);
        assertThat(saved(page)).hasText("Not saved yet. What you type is kept in this browser for now.");
        machine.setOffline(false);
        isSaved(page);

        machine.setOffline(true);
        field(page, EXPLANATION).fill(TEXT + " More");
        assertThat(saved(page)).containsText("Not saved yet");
        machine.setOffline(false);
        assertThat(opens(page, two.get(1), EXPLANATION)).hasValue("");
        try (BrowserContext another = machine()) {
            Page there = another.newPage();
            signsIn(there, "priya");
            assertThat(opens(there, two.get(0), EXPLANATION)).hasValue(TEXT + " More");
        }
    }

    @Test
    @DisplayName("after the session has ended, for the same person alone")
    void endOfTheSession() {
        String task = inspections.findingsTaskOf("priya");
        opens(page, task, "Key findings").fill("Begun");
        isSaved(page);
        machine.clearCookies();
        field(page, "Key findings").fill(TEXT);
        assertThat(words(page, "You are signed out.")).isVisible();
        chooses(page, "Sign in");
        enters(page, "owen");
        page.locator("section.tasks-list").waitFor();
        Locator ofOwen = opens(page, task, "Key findings");
        assertThat(ofOwen).hasValue("");
        machine.clearCookies();
        page.reload();
        enters(page, "priya");
        page.locator("section.tasks-list").waitFor();

        assertThat(opens(page, task, "Key findings")).hasValue(TEXT);
        isSaved(page);
    }

    @Test
    @DisplayName("after Complete was refused, and gone when it is accepted")
    void refused() {
        String task = inspections.findingsTaskOf("priya");
        opens(page, task, "Key findings").fill(TEXT);
        page.locator(".fjs-form input[type=radio]").first().check();
        isSaved(page);
        machine.route("**/submit-form", route -> route.abort());
        complete().click();
        assertThat(page.locator(".page-notifications .alert").first()).isVisible();
        field(page, "Key findings").fill(TEXT + " More");
        isSaved(page);
        page.reload();
        assertThat(field(page, "Key findings")).hasValue(TEXT + " More");
    }

    private Locator complete() {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Complete").setExact(true));
    }

    @Test
    @DisplayName("where another choice hides the field, and the first one shows it again")
    void hidden() {
        String task = inspections.approvalTaskOf("helen");
        try (BrowserContext another = machine()) {
            Page there = another.newPage();
            signsIn(there, "helen");
            there.navigate(address + "/camunda/app/tasklist/default/#/?task=" + task);
            Locator sendBack = there.locator(".fjs-form input[type=radio]").nth(1);
            sendBack.check();
            there.locator(".fjs-form textarea").fill(TEXT);
            there.locator(".fjs-form input[type=radio]").first().check();
            assertThat(there.locator(".fjs-form textarea")).hasCount(0);
            isSaved(there);
            there.reload();
            assertThat(there.locator(".fjs-form input[type=radio]").first()).isChecked();
            there.locator(".fjs-form input[type=radio]").nth(1).check();
            assertThat(there.locator(".fjs-form textarea")).hasValue(TEXT);
        }
    }

    @Test
    @DisplayName("in two windows: neither text replaces the other without a word")
    void twoWindows() {
        String task = inspections.findingsTaskOf("priya");
        opens(page, task, "Key findings").fill("In the first window");
        isSaved(page);
        Page second = machine.newPage();
        Locator inTheSecond = opens(second, task, "Key findings");
        assertThat(inTheSecond).hasValue("In the first window");
        inTheSecond.fill("In the second window");
        isSaved(second);
        field(page, "Key findings").fill("In the first window again");

        Locator differs = words(page, "Another text of yours");
        assertThat(differs).isVisible();
        differs.locator("summary").click();
        assertThat(differs).containsText("In the second window");
        chooses(page, "Use that text");
        assertThat(field(page, "Key findings")).hasValue("In the second window");
        chooses(page, "Undo");
        assertThat(field(page, "Key findings")).hasValue("In the first window again");
        isSaved(page);
        page.reload();
        assertThat(field(page, "Key findings")).hasValue("In the first window again");
    }

    @Test
    @DisplayName("for the colleague who takes the task over, beside what they have typed themselves")
    void takenOver() {
        String task = inspections.findingsTaskOf("priya");
        opens(page, task, "Key findings").fill(TEXT);
        isSaved(page);
        inspections.isWith(null, task);
        try (BrowserContext another = machine()) {
            Page there = another.newPage();
            signsIn(there, "owen");
            assertThat(opens(there, task, "Key findings")).hasValue("");
            assertThat(words(there, "Priya Raman")).hasCount(0);
            there.getByText("Claim", new Page.GetByTextOptions().setExact(true))
                    .first()
                    .click();
            Locator offer = words(there, "Priya Raman has begun to write here");
            assertThat(offer).isVisible();
            offer.getByText("Use that text").click();
            assertThat(field(there, "Key findings")).hasValue(TEXT);
            isSaved(there);
            there.reload();
            assertThat(field(there, "Key findings")).hasValue(TEXT);
        }
        inspections.isWith("priya", task);
        page.reload();
        assertThat(field(page, "Key findings")).hasValue(TEXT);
    }

    @Test
    @DisplayName("from Tasklist's own Save of an earlier release, which is gone")
    void savedBefore() {
        String task = inspections.findingsTaskOf("priya");
        page.evaluate(
                "([task, text]) => { localStorage['camunda-form:' + task] ="
                        + " JSON.stringify({ findings: { keyFindings: text }, findingsNext: null }); }",
                List.of(task, TEXT));
        page.navigate(address + "/camunda/app/tasklist/default/#/?task=" + task);
        page.reload();

        Locator offer = words(page, "A text was saved in this browser before.");
        assertThat(offer).isVisible();
        assertThat(page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName("Save").setExact(true)))
                .hasCount(0);
        offer.getByText("Use that text").click();
        assertThat(field(page, "Key findings")).hasValue(TEXT);
        isSaved(page);
    }
}
