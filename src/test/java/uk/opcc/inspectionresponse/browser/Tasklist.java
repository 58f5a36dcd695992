package uk.opcc.inspectionresponse.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.TimeoutError;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** One person at a machine of their own, signed in to Tasklist, doing what people do there. */
final class Tasklist implements AutoCloseable {

    /** Milliseconds within which a page shows what was clicked, if the click has reached it. */
    private static final double SOON = 10_000;

    private final String user;
    private final BrowserContext machine;
    private final Page page;
    private final String address;
    private boolean staysSignedIn;

    private Tasklist(String user, BrowserContext machine, Page page, String address) {
        this.user = user;
        this.machine = machine;
        this.page = page;
        this.address = address;
    }

    /** Signs in with the password of the demo. */
    static Tasklist signIn(Browser browser, String address, String user) {
        return signIn(machine(browser, "en-GB", "Europe/London"), address, user);
    }

    /** A machine that believes to be in a country. */
    static BrowserContext machine(Browser browser, String language, String zone) {
        BrowserContext machine = browser.newContext(new Browser.NewContextOptions()
                .setLocale(language)
                .setTimezoneId(zone)
                .setViewportSize(1400, 900));
        machine.setDefaultTimeout(60_000);
        return machine;
    }

    /** Signs in at a machine, with the password of the demo. */
    static Tasklist signIn(BrowserContext machine, String address, String user) {
        Page page = machine.newPage();
        page.navigate(address + "/camunda/app/tasklist/");
        enter(page, user);
        return new Tasklist(user, machine, page, address);
    }

    /**
     * At a machine where this person is signed in already. It has Tasklist's scripts since, and forgets what else was
     * kept in it by tests before. No page of Tasklist is open yet.
     */
    static Tasklist signedIn(BrowserContext machine, String address, String user) {
        Page page = machine.newPage();
        // It is of the same server, and keeps nothing by itself.
        page.navigate(address + "/pages/pages.css");
        page.evaluate("() => localStorage.clear()");
        return new Tasklist(user, machine, page, address).staysSignedIn();
    }

    /** Opens the list, unless it is open. */
    Tasklist atTheList() {
        if (!page.url().contains("/tasklist/")) {
            page.navigate(address + "/camunda/app/tasklist/");
        }
        page.locator("section.tasks-list").waitFor();
        return this;
    }

    /** Whoever goes leaves the machine as it is, for the next time. */
    Tasklist staysSignedIn() {
        staysSignedIn = true;
        return this;
    }

    /** Signs in where the sign-in page is shown. */
    void enterAs(String somebody) {
        enter(page, somebody);
    }

    private static void enter(Page page, String user) {
        page.locator("#username").fill(user);
        page.locator("#password").fill("demo");
        page.locator("button[type=submit]").click();
        page.locator("section.tasks-list").waitFor();
    }

    private static Page.GetByRoleOptions named(String name) {
        return new Page.GetByRoleOptions().setName(name).setExact(true);
    }

    /** Opens the dialogue in which a report is registered. */
    void openStartForm() {
        openStartForm("Register a report", "Title of the inspection report");
    }

    /** Opens the dialogue in which something is started, and waits for a field of its form. */
    void openStartForm(String name, String label) {
        press(name);
        field(label).waitFor();
    }

    /** Presses what starts it, whatever it is called, and waits until the server has accepted it. */
    void start() {
        Locator start = page.locator(".modal-footer .btn-primary");
        assertThat(start).isEnabled();
        sends("/submit-form", start::click);
    }

    /** Opens the newest task of this name in the list and claims it, unless it is this person's already. */
    void open(String task) {
        page.evaluate("() => localStorage.setItem('office-order', 'Newest first')");
        page.navigate(address + "/camunda/app/tasklist/");
        Locator inList = page.locator("section.tasks-list li.task")
                .filter(new Locator.FilterOptions()
                        .setHas(page.getByText(task, new Page.GetByTextOptions().setExact(true))));
        Locator shown = page.locator(".task-card h2.task").getByText(task);
        inList.first().click();
        try {
            shown.waitFor(new Locator.WaitForOptions().setTimeout(SOON));
        } catch (TimeoutError e) {
            // A task that came in the middle of the click has moved the list under the pointer: a person clicks again.
            inList.first().click();
            shown.waitFor();
        }
        page.locator(".fjs-form").first().waitFor();
        Locator claim = page.getByText("Claim", new Page.GetByTextOptions().setExact(true));
        if (claim.count() > 0 && claim.first().isVisible()) {
            sends("/claim", () -> claim.first().click());
            page.locator(".fjs-form").first().waitFor();
        }
    }

    /** Opens the task of this id by its address. */
    void openTask(String id) {
        page.navigate(address + "/camunda/app/tasklist/default/#/?task=" + id);
        page.locator(".fjs-form").first().waitFor();
    }

    /** Another tab of the same browser, which nothing is open in. */
    Tasklist inAnotherTab() {
        Page tab = machine.newPage();
        tab.navigate(address + "/camunda/app/tasklist/");
        return new Tasklist(user, machine, tab, address);
    }

    /** The corner of the open form that says when it was saved. */
    Locator saved() {
        return page.locator(".office-saved");
    }

    /** What is said above the open form, and has these words. */
    Locator said(String words) {
        return page.locator(".office-unfinished > div").filter(new Locator.FilterOptions().setHasText(words));
    }

    /** Presses the button of this name. */
    void press(String button) {
        page.getByRole(AriaRole.BUTTON, named(button)).first().click();
    }

    /** The names of the tasks in the list. */
    Locator tasks() {
        return page.locator("section.tasks-list h4.task");
    }

    /** What the open form shows. */
    Locator form() {
        return page.locator(".fjs-form").first();
    }

    /** Follows a link of the open form, which opens a page beside it, and gives the text of that page. */
    String read(String link) {
        Locator there = form().getByRole(
                        AriaRole.LINK,
                        new Locator.GetByRoleOptions().setName(link).setExact(true));
        try (Page beside = page.waitForPopup(there::click)) {
            return beside.locator("main").innerText();
        }
    }

    /** Types into the field of this label. */
    void fill(String label, String text) {
        field(label).fill(text);
    }

    /** Types a date as people write it, such as 19/07/2018. */
    void fillDate(String label, String date) {
        Locator field = field(label);
        field.click();
        field.fill(date);
        // The tabulator would open the list of a select that follows.
        field.blur();
    }

    /** Chooses from a list that opens. */
    void select(String label, String option) {
        // The field itself is hidden behind what shows its value.
        page.locator(".fjs-form-field-select")
                .filter(new Locator.FilterOptions().setHasText(label))
                .locator(".fjs-input-group")
                .click();
        page.locator(".fjs-dropdownlist-item")
                .filter(new Locator.FilterOptions().setHasText(option))
                .click();
        assertThat(page.locator(".fjs-dropdownlist")).hasCount(0);
    }

    /** Chooses one of several that are all shown. */
    void choose(String option) {
        form().getByText(option, new Locator.GetByTextOptions().setExact(true)).click();
    }

    /** What a field holds. */
    String valueOf(String label) {
        return field(label).inputValue();
    }

    /** What completes the open task, whatever it is called. */
    Locator button() {
        return page.locator(".form-actions .btn-primary");
    }

    /** Presses what completes the task and waits until the server has accepted it. */
    void complete() {
        Locator complete = button();
        assertThat(complete).isEnabled();
        sends("/submit-form", complete::click);
    }

    /** Presses what completes the task and gives the server's refusal as Tasklist shows it. */
    String completeIsRefused() {
        Response response =
                page.waitForResponse(answer -> answer.url().contains("/submit-form"), () -> button().click());
        if (response.ok()) {
            throw new AssertionError("The server accepted it: " + response.status());
        }
        Locator message = page.locator(".page-notifications .alert").first();
        message.waitFor();
        String text = message.innerText();
        message.locator(".close:visible").click();
        return text;
    }

    /** Goes to another page of the application, or to the same one again. */
    Page page() {
        return page;
    }

    /** A picture of the whole form, which a window of the usual height cuts off. */
    void picture(Path file) {
        int height = ((Number) page.evaluate("() => Math.max(900, 330 + Math.max(0, ...[...document.querySelectorAll("
                        + "'.fjs-form')].map(form => form.scrollHeight)))"))
                .intValue();
        page.setViewportSize(1400, Math.min(height, 2400));
        page.mouse().move(0, 0);
        page.evaluate("() => document.querySelectorAll('*').forEach(element => { element.scrollTop = 0; })");
        page.evaluate("() => document.activeElement && document.activeElement.blur()");
        page.screenshot(new Page.ScreenshotOptions().setPath(file));
        page.setViewportSize(1400, 900);
    }

    /** The field of this label, in a form that is open. */
    Locator field(String label) {
        // The browser's regular expressions know no \Q.
        String quoted = label.replaceAll("[^\\p{L}\\p{N} '’]", "\\\\$0");
        return page.getByLabel(Pattern.compile("^" + quoted + "\\s*\\*?$")).first();
    }

    private void sends(String path, Runnable click) {
        Response response = page.waitForResponse(answer -> answer.url().contains(path), click);
        if (!response.ok()) {
            throw new AssertionError(response.status() + " " + response.text());
        }
    }

    /** Leaves in target/pictures what the person saw last, which tells most where the test has failed. */
    @Override
    public void close() {
        if (!page.isClosed()) {
            page.screenshot(new Page.ScreenshotOptions()
                    .setPath(Path.of("target/pictures/last-of-" + user + test().orElse("") + ".png")));
        }
        if (staysSignedIn) {
            List.copyOf(machine.pages()).forEach(Page::close);
        } else {
            machine.close();
        }
    }

    /** Of which test the picture is, or what is done after it. */
    private static Optional<String> test() {
        return StackWalker.getInstance()
                .walk(frames -> frames.filter(frame -> frame.getClassName().endsWith("IT"))
                        .map(frame -> frame.getClassName().replaceAll(".*\\.", "-in-") + "-" + frame.getMethodName())
                        .findFirst());
    }
}
