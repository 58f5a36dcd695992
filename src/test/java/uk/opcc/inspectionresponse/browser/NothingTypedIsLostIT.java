package uk.opcc.inspectionresponse.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.awaitility.Awaitility;
import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;

/** Attempts to lose what somebody types, each by somebody who types like anybody else. */
@OfficeInTheBrowser
@DisplayName("What is typed into a form is there again")
class NothingTypedIsLostIT extends InABrowser {

    private static final String TEXT = "Calls were answered – in “eight” seconds 😀.\nTwo were not.";
    /** Milliseconds: longer than anything waits before it is sent, or sent again. */
    private static final int A_WHILE = 12_000;

    /** Writes into a field in one go, so that nothing is drawn in between. */
    private static final String WRITES = """
            (field, text) => {
              field.focus();
              field.value = text;
              field.dispatchEvent(new Event("input", { bubbles: true }));
            }
            """;

    private static final String TITLE = "Title of the inspection report";
    private static final String FINDINGS = "Key findings";
    private static final String REASONS = "Reasons";

    private final JdbcTemplate database;
    private final InspectionsForTheBrowser inspections;
    private final String address;

    private Tasklist priya;

    @Autowired
    NothingTypedIsLostIT(ProcessEngine engine, JdbcTemplate database, @LocalServerPort int port) {
        this.database = database;
        this.address = "http://localhost:" + port;
        this.inspections = new InspectionsForTheBrowser(engine, address);
    }

    @BeforeEach
    void priyaSignsIn() {
        database.update("delete from unfinished_form");
        priya = atAnotherMachine("priya");
    }

    @AfterEach
    void machineIsTurnedOff() {
        priya.close();
    }

    private Tasklist atAnotherMachine(String user) {
        return Tasklist.signIn(browser, address, user);
    }

    private static void isSaved(Tasklist person) {
        assertThat(person.saved()).hasText(Pattern.compile("Saved \\d\\d:\\d\\d"));
    }

    private static void types(Tasklist person, Locator field, String text) {
        person.page().waitForResponse(answer -> answer.request().method().equals("PUT"), () -> field.fill(text));
    }

    private boolean isOnTheServer(String task, String text) {
        return database
                .queryForList("select content from unfinished_form where subject = ?", String.class, task)
                .stream()
                .anyMatch(content -> content.contains(text));
    }

    private static Locator opens(Tasklist person, String task, String label) {
        person.openTask(task);
        return person.field(label);
    }

    private static Locator explanation(Tasklist person, int number) {
        return person.field("Explanation for Recommendation " + number);
    }

    private static void clicks(Tasklist person, String task) {
        person.page()
                .locator("section.tasks-list li.task a[href*='" + task + "']")
                .first()
                .click();
    }

    private static void choosesFrom(Tasklist person, int option) {
        person.form().locator("input[type=radio]").nth(option).check();
    }

    @Test
    @DisplayName("after a click on another task, Back, a reload and on another machine")
    void elsewhere() {
        List<String> two = inspections.explanationTasksOf("priya");
        Page page = priya.page();
        priya.openTask(two.get(0));
        explanation(priya, 1).fill(TEXT);
        clicks(priya, two.get(1));
        assertThat(explanation(priya, 2)).hasValue("");
        explanation(priya, 2).fill("Another text");

        page.goBack();
        assertThat(explanation(priya, 1)).hasValue(TEXT);
        assertThat(priya.said("What you typed earlier is back.")).isVisible();
        isSaved(priya);

        explanation(priya, 1).fill(TEXT + " More");
        page.reload();
        assertThat(explanation(priya, 1)).hasValue(TEXT + " More");
        isSaved(priya);

        try (Tasklist there = atAnotherMachine("priya")) {
            there.openTask(two.get(0));
            assertThat(explanation(there, 1)).hasValue(TEXT + " More");
            there.openTask(two.get(1));
            assertThat(explanation(there, 2)).hasValue("Another text");
        }
    }

    @Test
    @DisplayName("after Back in the same moment, and where the form is left before the server has said what there is")
    void leftAtOnce() {
        List<String> two = inspections.explanationTasksOf("priya");
        Page page = priya.page();
        priya.openTask(two.get(0));
        assertThat(explanation(priya, 1)).isVisible();
        clicks(priya, two.get(1));
        explanation(priya, 2).focus();
        page.evaluate("() => { document.execCommand('insertText', false, 'Typed and left'); history.back(); }");
        assertThat(explanation(priya, 1)).isVisible();
        Awaitility.await().atMost(Duration.ofMinutes(1)).until(() -> isOnTheServer(two.get(1), "Typed and left"));

        String third = inspections.findingsTaskOf("priya");
        List<Route> unanswered = new CopyOnWriteArrayList<>();
        page.route("**/office/drafts/task/" + third, unanswered::add);
        opens(priya, third, FINDINGS).fill("Left unanswered");
        page.waitForCondition(() -> !unanswered.isEmpty());
        priya.openTask(two.get(0));
        assertThat(explanation(priya, 1)).isVisible();
        page.unroute("**/office/drafts/task/" + third);
        unanswered.forEach(Route::resume);
        Awaitility.await().atMost(Duration.ofMinutes(1)).until(() -> {
            // What is asked meanwhile goes on only while the browser is looked at.
            page.evaluate("() => 0");
            return isOnTheServer(third, "Left unanswered");
        });
    }

    @Test
    @DisplayName("after the tab is closed and after the browser crashes, whatever had not been sent by then")
    void tabs() {
        String task = inspections.findingsTaskOf("priya");
        opens(priya, task, FINDINGS).fill(TEXT);
        priya.page().close(new Page.CloseOptions().setRunBeforeUnload(true));
        priya = priya.inAnotherTab();
        assertThat(opens(priya, task, FINDINGS)).hasValue(TEXT);
        isSaved(priya);

        priya.page().route("**/office/drafts/**", Route::abort);
        priya.field(FINDINGS).fill(TEXT + " More");
        assertThat(priya.saved()).containsText("Not saved yet");
        try {
            priya.page().navigate("chrome://crash");
        } catch (PlaywrightException crashed) {
            // As it is meant to.
        }
        priya = priya.inAnotherTab();
        assertThat(opens(priya, task, FINDINGS)).hasValue(TEXT + " More");
        isSaved(priya);
    }

    @Test
    @DisplayName("after Escape, Close, Back and a reload of the dialogue in which a report is registered")
    void startDialogue() {
        Locator dialogue = priya.page().locator(".modal-dialog");
        priya.openStartForm();
        priya.fill(TITLE, "A report");
        priya.page().keyboard().press("Escape");
        assertThat(dialogue).hasCount(0);
        priya.openStartForm();
        assertThat(priya.field(TITLE)).hasValue("A report");
        isSaved(priya);

        priya.fill(TITLE, "A report, more");
        priya.press("Close");
        assertThat(dialogue).hasCount(0);
        priya.openStartForm();
        assertThat(priya.field(TITLE)).hasValue("A report, more");
        priya.fill(TITLE, "A report, and yet more");
        priya.page().reload();
        assertThat(priya.field(TITLE)).hasValue("A report, and yet more");

        priya.press("Discard it");
        assertThat(priya.field(TITLE)).hasValue("");
        priya.press("Undo");
        assertThat(priya.field(TITLE)).hasValue("A report, and yet more");
    }

    @Test
    @DisplayName("but no more in the dialogue when the report is registered")
    void registered() {
        priya.openStartForm();
        priya.fill(TITLE, "A report that is registered");
        priya.fillDate("Date published", "19 July 2018");
        priya.select("Type of inspection", "PEEL Inspection");
        isSaved(priya);
        priya.start();
        assertThat(priya.page().locator(".modal-dialog")).hasCount(0);

        priya.page().waitForResponse(answer -> answer.url().contains("/office/drafts/start"), priya::openStartForm);
        assertThat(priya.field(TITLE)).hasValue("");
        assertThat(priya.said("What you typed earlier")).hasCount(0);
    }

    @Test
    @DisplayName("after the connection was lost, also where the form was left meanwhile")
    void offline() {
        List<String> two = inspections.explanationTasksOf("priya");
        BrowserContext machine = priya.page().context();
        priya.openTask(two.get(0));
        machine.setOffline(true);
        explanation(priya, 1).fill(TEXT);
        assertThat(priya.saved()).hasText("Not saved yet. What you type is kept in this browser for now.");
        machine.setOffline(false);
        isSaved(priya);

        machine.setOffline(true);
        explanation(priya, 1).fill(TEXT + " More");
        assertThat(priya.saved()).containsText("Not saved yet");
        machine.setOffline(false);
        priya.openTask(two.get(1));
        assertThat(explanation(priya, 2)).hasValue("");
        Awaitility.await().atMost(Duration.ofMinutes(1)).until(() -> isOnTheServer(two.get(0), "More"));
        try (Tasklist there = atAnotherMachine("priya")) {
            there.openTask(two.get(0));
            assertThat(explanation(there, 1)).hasValue(TEXT + " More");
        }
    }

    @Test
    @DisplayName("after the session has ended, for the same person alone")
    void endOfTheSession() {
        String task = inspections.findingsTaskOf("priya");
        opens(priya, task, FINDINGS).fill("Begun");
        isSaved(priya);
        priya.page().context().clearCookies();
        priya.field(FINDINGS).fill(TEXT);
        assertThat(priya.said("You are signed out.")).isVisible();
        priya.press("Sign in");
        priya.enterAs("owen");
        assertThat(opens(priya, task, FINDINGS)).hasValue("");

        priya.page().context().clearCookies();
        priya.page().reload();
        priya.enterAs("priya");
        assertThat(opens(priya, task, FINDINGS)).hasValue(TEXT);
        isSaved(priya);
    }

    @Test
    @DisplayName("after Complete could not be sent")
    void refused() {
        String task = inspections.findingsTaskOf("priya");
        opens(priya, task, FINDINGS).fill(TEXT);
        choosesFrom(priya, 0);
        priya.page().route("**/submit-form", Route::abort);
        priya.button().click();
        assertThat(priya.page().locator(".page-notifications .alert").first()).isVisible();
        assertThat(priya.field(FINDINGS)).hasValue(TEXT);

        types(priya, priya.field(FINDINGS), TEXT + " More");
        priya.page().reload();
        assertThat(priya.field(FINDINGS)).hasValue(TEXT + " More");
    }

    @Test
    @DisplayName("where the server takes it not as it is: it is sent again once it has changed, and no sooner")
    void notTaken() {
        String task = inspections.findingsTaskOf("priya");
        priya.page().clock().install();
        Locator findings = opens(priya, task, FINDINGS);
        AtomicInteger refused = new AtomicInteger();
        priya.page().route("**/office/drafts/**", route -> {
            if (route.request().method().equals("PUT")) {
                refused.incrementAndGet();
                route.fulfill(new Route.FulfillOptions().setStatus(413).setBody("{\"message\": \"It is too long.\"}"));
            } else {
                route.resume();
            }
        });
        findings.fill(TEXT);
        assertThat(priya.said("What you type is not saved at present. It is too long."))
                .isVisible();
        priya.page().clock().runFor(A_WHILE);
        Assertions.assertThat(refused).hasValue(1);

        priya.page().unroute("**/office/drafts/**");
        findings.fill("Shorter");
        isSaved(priya);
        assertThat(priya.said("What you type is not saved at present.")).hasCount(0);
    }

    @Test
    @DisplayName("where two texts differ and nobody has decided yet: both, also after the form was left")
    void undecided() {
        String task = inspections.findingsTaskOf("priya");
        opens(priya, task, FINDINGS).fill("Begun");
        isSaved(priya);
        priya.page().route("**/office/drafts/**", Route::abort);
        priya.fill(FINDINGS, "Typed without a connection");
        assertThat(priya.saved()).containsText("Not saved yet");
        try (Tasklist there = atAnotherMachine("priya")) {
            // Whoever types before the draft is there is asked which of the two it shall be.
            assertThat(opens(there, task, FINDINGS)).hasValue("Begun");
            types(there, there.field(FINDINGS), "Typed elsewhere meanwhile");
        }

        priya.page().close();
        priya = priya.inAnotherTab();
        // What a page that is still being opened waits for would never come.
        priya.page().navigate("about:blank");
        priya.page().clock().install();
        assertThat(opens(priya, task, FINDINGS)).hasValue("Typed elsewhere meanwhile");
        assertThat(priya.said("Another text of yours")).containsText("Typed without a connection");
        priya.openTask(inspections.findingsTaskOf("priya"));
        assertThat(priya.field(FINDINGS)).hasValue("");
        priya.page().reload();
        assertThat(priya.field(FINDINGS)).hasValue("");
        priya.page().clock().runFor(A_WHILE);

        assertThat(opens(priya, task, FINDINGS)).hasValue("Typed elsewhere meanwhile");
        assertThat(priya.said("Another text of yours")).isVisible();
        priya.press("Use that text");
        assertThat(priya.field(FINDINGS)).hasValue("Typed without a connection");
        isSaved(priya);
    }

    @Test
    @DisplayName("where another choice hides the field, and the first one shows it again")
    void hidden() {
        String task = inspections.approvalTaskOf("helen");
        try (Tasklist helen = atAnotherMachine("helen")) {
            helen.openTask(task);
            choosesFrom(helen, 1);
            helen.field(REASONS).fill(TEXT);
            choosesFrom(helen, 0);
            assertThat(helen.form().locator("textarea")).hasCount(0);
            isSaved(helen);
            helen.page().reload();
            assertThat(helen.form().locator("input[type=radio]").first()).isChecked();
            choosesFrom(helen, 1);
            assertThat(helen.field(REASONS)).hasValue(TEXT);
        }
    }

    @Test
    @DisplayName("in two windows: neither text replaces the other without a word")
    void twoWindows() {
        String task = inspections.findingsTaskOf("priya");
        opens(priya, task, FINDINGS).fill("In the first window");
        isSaved(priya);
        Tasklist second = priya.inAnotherTab();
        assertThat(opens(second, task, FINDINGS)).hasValue("In the first window");
        types(second, second.field(FINDINGS), "In the second window");
        priya.fill(FINDINGS, "In the first window again");

        Locator differs = priya.said("Another text of yours");
        assertThat(differs).isVisible();
        differs.locator("summary").click();
        assertThat(differs).containsText("In the second window");
        assertThat(priya.saved()).hasText("Not saved until you choose one of the two texts");
        priya.press("Use that text");
        assertThat(priya.field(FINDINGS)).hasValue("In the second window");
        isSaved(priya);
        priya.page().waitForResponse(answer -> answer.request().method().equals("PUT"), () -> priya.press("Undo"));
        assertThat(priya.field(FINDINGS)).hasValue("In the first window again");
        priya.page().reload();
        assertThat(priya.field(FINDINGS)).hasValue("In the first window again");
    }

    @Test
    @DisplayName("where the task is completed in another window meanwhile: on the page, which says who did")
    void completedInAnotherWindow() {
        String task = inspections.findingsTaskOf("priya");
        opens(priya, task, FINDINGS).fill("In the first window");
        isSaved(priya);
        Tasklist second = priya.inAnotherTab();
        assertThat(opens(second, task, FINDINGS)).hasValue("In the first window");
        second.choose("The report has none of these: continue to the Chief Constable");
        second.complete();
        priya.fill(FINDINGS, "In the first window, and more");

        assertThat(priya.said("This task is done: Priya Raman completed it")).isVisible();
        assertThat(priya.field(FINDINGS)).hasValue("In the first window, and more");
    }

    @Test
    @DisplayName("for the colleague who takes the task over, and for its author")
    void takenOver() {
        String task = inspections.findingsTaskOf("priya");
        opens(priya, task, FINDINGS).fill(TEXT);
        isSaved(priya);
        inspections.given(null, task);
        try (Tasklist owen = atAnotherMachine("owen")) {
            assertThat(opens(owen, task, FINDINGS)).hasValue("");
            assertThat(owen.said("Priya Raman")).hasCount(0);
            owen.page()
                    .getByText("Claim", new Page.GetByTextOptions().setExact(true))
                    .locator("visible=true")
                    .first()
                    .click();
            assertThat(owen.said("Priya Raman has begun to fill in this form")).isVisible();
            owen.press("Use that text");
            assertThat(owen.field(FINDINGS)).hasValue(TEXT);
            isSaved(owen);
            owen.page().reload();
            assertThat(owen.field(FINDINGS)).hasValue(TEXT);
        }
        inspections.given("priya", task);
        priya.page().reload();
        assertThat(priya.field(FINDINGS)).hasValue(TEXT);
    }

    @Test
    @DisplayName("where it is typed in the moment in which a date that was typed before takes effect")
    void whileADateTakesEffect() {
        priya.openStartForm();
        Locator title = priya.field(TITLE);
        Locator published = priya.field("Date published");
        for (String day : List.of("19 July 2018", "3/11/2018", "31/09/2018", "")) {
            published.fill(day);
            typesAtOnce(published, title, "A report of " + day);
            assertThat(title).hasValue("A report of " + day);
        }
        priya.page().reload();
        assertThat(priya.field(TITLE)).hasValue("A report of ");
    }

    @Test
    @DisplayName("where it is typed in the moment in which the server says what was typed before")
    void whileTheServerAnswers() {
        String task = inspections.findingsTaskOf("priya");
        opens(priya, task, FINDINGS).fill("Begun");
        isSaved(priya);
        AtomicInteger asked = new AtomicInteger();
        priya.page().route("**/office/drafts/task/" + task, route -> {
            // Nothing is typed before the form has been drawn, and the answer comes after.
            if (asked.getAndIncrement() == 0) {
                priya.field(FINDINGS).evaluate(WRITES, "Written meanwhile");
            }
            route.resume();
        });
        priya.page().reload();
        assertThat(priya.said("Another text of yours")).isVisible();
        assertThat(priya.field(FINDINGS)).hasValue("Written meanwhile");
        assertThat(priya.said("Another text of yours")).containsText("Begun");
    }

    /** Leaves the one field and writes into the other before the screen is drawn again. */
    private static void typesAtOnce(Locator left, Locator field, String text) {
        left.focus();
        field.evaluate(WRITES, text);
    }

    @Test
    @DisplayName("from Tasklist's own Save of an earlier release, which is gone")
    void savedBefore() {
        String task = inspections.findingsTaskOf("priya");
        priya.page()
                .evaluate(
                        "([task, text]) => { localStorage['camunda-form:' + task] ="
                                + " JSON.stringify({ findings: { keyFindings: text }, findingsNext: null }); }",
                        List.of(task, TEXT));
        priya = priya.inAnotherTab();
        priya.openTask(task);

        assertThat(priya.said("An earlier text is saved in this browser.")).isVisible();
        assertThat(priya.page()
                        .getByRole(
                                AriaRole.BUTTON,
                                new Page.GetByRoleOptions().setName("Save").setExact(true)))
                .hasCount(0);
        priya.press("Use that text");
        assertThat(priya.field(FINDINGS)).hasValue(TEXT);
        isSaved(priya);
    }
}
