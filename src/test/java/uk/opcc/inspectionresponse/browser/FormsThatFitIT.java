package uk.opcc.inspectionresponse.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.FrameLocator;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.BoundingBox;
import java.time.Instant;
import java.util.Date;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@OfficeInTheBrowser
@DisplayName("A form in Tasklist")
class FormsThatFitIT extends InABrowser {

    /** What an office has, and the same at 200 %. */
    private static final int WIDTH = 1366;

    private static final int HEIGHT = 768;

    private final ProcessEngine engine;
    private final String address;
    private InspectionsForTheBrowser inspections;

    @Autowired
    FormsThatFitIT(ProcessEngine engine, @LocalServerPort int port) {
        this.engine = engine;
        this.address = "http://localhost:" + port;
    }

    @BeforeEach
    void officeIsThere() {
        inspections = new InspectionsForTheBrowser(engine, address);
    }

    private Tasklist signedIn(String user) {
        Tasklist person = atTheirMachine(address, user);
        person.page().setViewportSize(WIDTH, HEIGHT);
        return person;
    }

    private static Locator section(Tasklist person, String heading) {
        return person.form()
                .locator(".fjs-form-field-html")
                .filter(new Locator.FilterOptions()
                        .setHas(person.page()
                                .locator("button.office-fold")
                                .filter(new Locator.FilterOptions().setHasText(heading))));
    }

    private static String focusedIn(Page page) {
        return (String) page.evaluate("() => (document.activeElement.closest('.fjs-form') ? 'form' : '') + ' '"
                + " + document.activeElement.tagName + ' ' + document.activeElement.className");
    }

    @ParameterizedTest(name = "to {0}")
    @CsvSource({
        "record the findings, Key findings",
        "submit the comments, The Chief Constable's comments",
        "explain a recommendation, Explanation for Recommendation 1",
        "draft the response, The PCC's response"
    })
    @DisplayName("has the field to write in in sight when it opens, and that is as high as the window allows")
    void fieldInSight(String what, String label) {
        String task = switch (what) {
            case "record the findings" -> inspections.findingsTaskOf("priya");
            case "submit the comments" -> inspections.commentsTaskOf("priya");
            case "draft the response" -> inspections.draftTaskOf("priya");
            default -> inspections.explanationTasksOf("priya").get(0);
        };
        try (Tasklist priya = signedIn("priya")) {
            priya.openTask(task);
            Locator field = priya.field(label);
            BoundingBox actions = priya.page().locator(".form-actions").boundingBox();
            BoundingBox atFirst = field.boundingBox();
            Assertions.assertThat(actions.y - atFirst.y).as("pixels in sight").isGreaterThan(100);
            Assertions.assertThat(atFirst.height).isGreaterThan(HEIGHT * 0.6);

            field.focus();
            BoundingBox written = field.boundingBox();
            Assertions.assertThat(written.y).isGreaterThanOrEqualTo(79);
            Assertions.assertThat(written.y + written.height).isLessThanOrEqualTo(actions.y + 1);
            // And so do the buttons, wherever one is.
            assertThat(priya.button()).isInViewport();
        }
    }

    @Test
    @DisplayName("folds what is to be read, and keeps it as somebody has folded it")
    void folds() {
        String task = inspections.draftTaskOf("priya");
        try (Tasklist priya = signedIn("priya")) {
            priya.openTask(task);
            Locator findings = section(priya, "Key findings");
            Locator fold = findings.locator("button.office-fold");
            assertThat(fold).hasAttribute("aria-expanded", "false");
            assertThat(findings.getByText("Fair.")).isHidden();

            fold.focus();
            priya.page().keyboard().press("Enter");
            assertThat(findings.getByText("Fair.")).isVisible();

            priya.fill("The PCC's response", "I agree with all of it.");
            assertThat(priya.saved()).containsText("Saved");
            priya.page().reload();
            assertThat(priya.field("The PCC's response")).hasValue("I agree with all of it.");
            fold.click();
            assertThat(findings.getByText("Fair.")).isVisible();
        }
    }

    @Test
    @DisplayName("unfolds for somebody who reads the task of a colleague, by mouse and by keyboard")
    void foldsForReaders() {
        String task = inspections.draftTaskOf("priya");
        try (Tasklist martin = signedIn("martin")) {
            martin.openTask(task);
            Locator findings = section(martin, "Key findings");
            findings.locator("button.office-fold").click();
            assertThat(findings.getByText("Fair.")).isVisible();

            Locator comments = section(martin, "The Chief Constable's comments");
            comments.locator("button.office-fold").press("Enter");
            assertThat(comments.getByText("Noted.")).isVisible();
        }
    }

    @Test
    @DisplayName("shows what is being typed as it will be published, while it is typed")
    void preview() {
        String task = inspections.draftTaskOf("priya");
        try (Tasklist priya = signedIn("priya")) {
            priya.openTask(task);
            priya.fill("The PCC's response", "I thank the inspectors.\n\n- First\n- Second");
            priya.press("Preview");
            FrameLocator published = priya.page().frameLocator(".office-preview iframe");
            assertThat(published.locator("main")).containsText("I thank the inspectors.");
            assertThat(published.locator("li")).containsText(new String[] {"First", "Second"});
            assertThat(published.locator("main")).containsText("Fair.");

            priya.fill(
                    "The PCC's response", "I thank the inspectors.\n\n" + "More to say.\n\n".repeat(80) + "The <end>.");
            assertThat(published.getByText("The <end>.")).isInViewport();
            // What is typed stays in sight beside it.
            assertThat(priya.field("The PCC's response")).isInViewport();

            priya.page().locator(".office-preview").getByText("Close").press("Escape");
            assertThat(priya.page().locator(".office-preview")).hasCount(0);
            assertThat(priya.page().locator(".office-shows-preview")).isFocused();
        }
    }

    @Test
    @DisplayName("has the decision beside the response, and both in sight at the end of a long one")
    void decisionBeside() {
        String task = inspections.approvalTaskOf("helen", "I agree. ".repeat(3000));
        try (Tasklist helen = signedIn("helen")) {
            helen.openTask(task);
            Locator decision = helen.form().getByText("Approve: it is ready to be published");
            assertThat(decision).isInViewport();
            BoundingBox response = section(helen, "The PCC's response").boundingBox();
            Assertions.assertThat(decision.boundingBox().x).isGreaterThan(response.x + response.width);

            helen.page().mouse().move(response.x + 50, HEIGHT / 2.0);
            helen.page().mouse().wheel(0, 5000);
            assertThat(section(helen, "The PCC's response").locator("button"))
                    .not()
                    .isInViewport();
            assertThat(decision).isInViewport();
            helen.choose("Approve: it is ready to be published");
            assertThat(helen.button()).hasText("Approve the response");
            assertThat(helen.button()).isInViewport();
        }
    }

    @Test
    @DisplayName("opens where one is: from the list ten presses of the tabulator at most are to its first field")
    void byKeyboard() {
        String task = inspections.draftTaskOf("priya");
        inspections.given("priya", task);
        try (Tasklist priya = signedIn("priya")) {
            priya.page().getByLabel("Order").selectOption("Newest first");
            Locator card =
                    priya.page().locator("section.tasks-list li.task h4 a").first();
            // In another order another draft comes first.
            assertThat(card).hasAttribute("href", Pattern.compile(".*" + task + ".*"));
            card.focus();
            priya.page().keyboard().press("Enter");
            priya.field("The PCC's response").waitFor();
            assertThat(priya.page().locator(".fjs-container")).isFocused();
            int presses = 0;
            while (!focusedIn(priya.page()).contains("TEXTAREA")) {
                priya.page().keyboard().press("Tab");
                presses++;
                Assertions.assertThat(presses).isLessThanOrEqualTo(10);
            }
            priya.page().keyboard().type("By keyboard alone.");
            assertThat(priya.field("The PCC's response")).hasValue("By keyboard alone.");
        }
    }

    @Test
    @DisplayName("has the window for itself at 200 %, and nothing lies beside it")
    void at200Percent() {
        String task = inspections.draftTaskOf("priya");
        try (Tasklist priya = signedIn("priya")) {
            Page page = priya.page();
            page.setViewportSize(WIDTH / 2, HEIGHT / 2);
            priya.openTask(task);
            assertThat(page.locator("section.tasks-list")).isHidden();
            Assertions.assertThat((Integer) page.evaluate("() => document.documentElement.scrollWidth"))
                    .isLessThanOrEqualTo(WIDTH / 2);
            Assertions.assertThat(priya.field("The PCC's response").boundingBox().width)
                    .isGreaterThan(WIDTH * 0.4);
            priya.fill("The PCC's response", "At twice the size.");
            assertThat(priya.saved()).containsText("Saved");

            priya.press("Back to the list");
            assertThat(page.locator("section.tasks-list")).isVisible();
            Locator card = page.locator("section.tasks-list a[href*='" + task + "']");
            assertThat(card).isFocused();
            assertThat(page.locator(".fjs-form")).isHidden();

            // In another place of the list it has the focus still.
            page.getByLabel("Order")
                    .evaluate("order => { order.value = 'Newest first'; order.dispatchEvent(new Event('change')); }");
            assertThat(page.locator("section.tasks-list li.task h4 a").first())
                    .hasAttribute("href", Pattern.compile(".*" + task + ".*"));
            assertThat(card).isFocused();
        }
    }

    @Test
    @DisplayName("gives way to the list, which has the focus however long it takes to come into sight")
    void backToASlowList() {
        String task = inspections.draftTaskOf("priya");
        // With a clock of its own, which would stay.
        try (Tasklist priya = Tasklist.signIn(browser, address, "priya")) {
            Page page = priya.page();
            page.setViewportSize(WIDTH / 2, HEIGHT / 2);
            priya.openTask(task);
            page.evaluate("() => document.querySelector('section.tasks-list').style.setProperty('display', 'none',"
                    + " 'important')");
            page.clock().install();
            priya.press("Back to the list");
            // The list is asked for again in that time, and no more when it comes into sight.
            page.clock().pauseAt(Date.from(Instant.now().plusSeconds(60)));
            page.evaluate("() => document.querySelector('section.tasks-list').style.removeProperty('display')");
            assertThat(page.locator("section.tasks-list a[href*='" + task + "']"))
                    .isFocused();
        }
    }

    @Test
    @DisplayName("gives way to a list without its task, and the keyboard goes on at the first in it")
    void backToAListWithoutIt() {
        String task = inspections.draftTaskOf("priya");
        inspections.findingsTaskOf("priya", "Sought meanwhile, one");
        inspections.findingsTaskOf("priya", "Sought meanwhile, two");
        try (Tasklist priya = signedIn("priya")) {
            Page page = priya.page();
            Locator cards = page.locator("section.tasks-list li.task h4 a");
            page.getByLabel("Find a task").fill("Sought meanwhile");
            assertThat(cards).hasCount(2);
            page.setViewportSize(WIDTH / 2, HEIGHT / 2);
            page.evaluate("task => { location.hash = '#/?task=' + task; }", task);
            priya.field("The PCC's response").waitFor();

            priya.press("Back to the list");
            assertThat(cards.first()).isFocused();
            page.keyboard().press("Tab");
            assertThat(cards.last()).isFocused();
        }
    }
}
