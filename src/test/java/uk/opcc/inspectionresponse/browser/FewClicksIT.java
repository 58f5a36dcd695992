package uk.opcc.inspectionresponse.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.ElementHandle;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ElementState;
import java.nio.file.Path;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.camunda.bpm.engine.HistoryService;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import uk.opcc.inspectionresponse.OneDay;
import uk.opcc.inspectionresponse.statutory.WrittenDate;

/** One click for each field that is written in, each choice, each button and each task that does not open by itself. */
@OfficeWithMailInTheBrowser
@DisplayName("From Register a report to published and sent")
class FewClicksIT {

    private static final int MOST = 45;
    private static final String TITLE = "Ready to answer: how forces take calls at night";

    private final HistoryService history;
    private final String address;
    private int clicks;

    @Autowired
    FewClicksIT(HistoryService history, @LocalServerPort int port) {
        this.history = history;
        this.address = "http://localhost:" + port;
    }

    @Test
    @DisplayName("a report with two recommendations takes five people no more than 45 clicks")
    void fewClicks() {
        try (Playwright driver = Browsers.driver();
                Browser browser = Browsers.launch(driver)) {
            by(browser, "priya", priya -> {
                priya.page().getByText("Register a report").first().click();
                writes(priya, "Title of the inspection report", TITLE);
                writes(priya, "Date published", WrittenDate.of(OneDay.TODAY.minusDays(3)));
                Locator types = priya.page().locator(".fjs-form-field-select");
                types.locator(".fjs-input-group").click();
                priya.page()
                        .locator(".fjs-dropdownlist-item")
                        .getByText("PEEL Inspection")
                        .click();
                priya.page().locator(".modal-footer .btn-primary").click();

                isOpen(priya, "Record the findings and recommendations");
                writes(priya, "Key findings", "Calls at night wait twice as long.");
                writes(
                        priya,
                        "Recommendations",
                        "Recommendation 1\nForces should staff the night.\n\nRecommendation 2\nForces should call back.");
                priya.choose(
                        "The report has recommendations, areas for improvement or causes of concern: read them and show them to me");
                completes(priya);
                isOpen(priya, "Check the recommendations");
                priya.choose("Yes: invite the Chief Constable to comment");
                completes(priya);
            });
            by(browser, "grace", grace -> {
                opens(grace, "Submit the Chief Constable's comments");
                writes(grace, "The Chief Constable's comments", "We have begun.");
                grace.choose("Submit these comments");
                completes(grace);
            });
            by(browser, "priya", priya -> {
                opens(priya, "Explain the action on one recommendation");
                for (int number = 0; number < 2; number++) {
                    isOpen(priya, "Explain the action on one recommendation");
                    priya.choose("Action taken or proposed");
                    Locator explanation = priya.page()
                            .getByLabel(Pattern.compile("^Explanation for Recommendation \\d"))
                            .first();
                    explanation.click();
                    explanation.fill("Since October.");
                    priya.choose("The explanation is finished");
                    completes(priya);
                }
                isOpen(priya, "Draft the PCC's response");
                writes(priya, "The PCC's response", "I welcome the report.");
                priya.choose("The draft is finished: send it to the PCC for approval");
                completes(priya);
            });
            by(browser, "helen", helen -> {
                opens(helen, "Approve the response");
                helen.choose("Approve: it is ready to be published");
                completes(helen);
            });
            by(browser, "tomasz", tomasz -> {
                opens(tomasz, "Publish on the OPCC's website");
                completes(tomasz);
            });
            by(browser, "priya", priya -> {
                opens(priya, "Send to the Home Office");
                for (int sent = 0; sent < 4; sent++) {
                    isOpen(priya, "Send to");
                    completes(priya);
                }
            });
        }
        String inspection = history.createHistoricVariableInstanceQuery()
                .variableName("title")
                .variableValueEquals("title", TITLE)
                .singleResult()
                .getProcessInstanceId();
        Awaitility.await()
                .until(() -> history.createHistoricProcessInstanceQuery()
                                .processInstanceId(inspection)
                                .singleResult()
                                .getEndTime()
                        != null);
        assertThat(clicks).isBetween(20, MOST);
    }

    private void by(Browser browser, String person, Consumer<Tasklist> work) {
        BrowserContext machine = Tasklist.machine(browser, "en-GB", "Europe/London");
        int before = clicks;
        machine.exposeFunction("officeClicked", what -> ++clicks);
        machine.addInitScript("addEventListener('pointerdown', () => officeClicked(), true)");
        try (Tasklist signedIn = Tasklist.signIn(machine, address, person)) {
            // To sign in is no part of it.
            clicks = before;
            work.accept(signedIn);
        }
    }

    private static void writes(Tasklist person, String label, String text) {
        Locator field = person.field(label);
        field.click();
        field.fill(text);
    }

    /** And waits until its form is gone: the next task may look the same. */
    private static void completes(Tasklist person) {
        ElementHandle form = person.form().elementHandle();
        person.complete();
        form.waitForElementState(ElementState.HIDDEN);
    }

    private static void isOpen(Tasklist person, String task) {
        Page page = person.page();
        assertThat(page.locator(".task-card h2.task")).containsText(task);
        assertThat(page.locator(".office-task")).containsText(TITLE);
        page.locator(".fjs-form").first().waitFor();
    }

    private static void opens(Tasklist person, String task) {
        Page page = person.page();
        page.locator("section.tasks-list li.task")
                .filter(new Locator.FilterOptions().setHasText(TITLE))
                .filter(new Locator.FilterOptions().setHasText(task))
                .first()
                .click();
        isOpen(person, task);
        page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target/pictures/few-clicks.png")));
    }
}
