package uk.opcc.inspectionresponse.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import org.assertj.core.api.Assertions;
import org.awaitility.Awaitility;
import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@OfficeInTheBrowser
@DisplayName("In Tasklist people read what they would say:")
class WordsIT extends InABrowser {

    private final ProcessEngine engine;
    private final String address;
    private InspectionsForTheBrowser inspections;

    @Autowired
    WordsIT(ProcessEngine engine, @LocalServerPort int port) {
        this.engine = engine;
        this.address = "http://localhost:" + port;
    }

    @BeforeEach
    void officeIsThere() {
        inspections = new InspectionsForTheBrowser(engine, address);
    }

    @ParameterizedTest(name = "{1}: {2}")
    @CsvSource(
            delimiter = '|',
            value = {
                "publish | Here: publish it now in the office's public register | Publish",
                "publish | It was published on another website: the public register links to it | Record the publication",
                "send | I sent it myself (from my mailbox, by post or in a portal): send nothing | Record that it was sent",
                "send | By email | Make the file",
                "draft | The draft is finished: send it to the PCC for approval | Send it to the PCC",
                "draft | Continue later: save what I have typed | Save it for later"
            })
    @DisplayName("the button says what it does,")
    void button(String what, String choice, String words) {
        String task = switch (what) {
            case "publish" -> inspections.publicationTaskOf("priya");
            case "send" -> inspections.sendingTaskOf("priya");
            default -> inspections.draftTaskOf("priya");
        };
        try (Tasklist priya = atTheirMachine(address, "priya")) {
            priya.openTask(task);
            priya.choose(choice);
            assertThat(priya.button()).hasText(words);
        }
    }

    @Test
    @DisplayName("a dialogue is named as what opened it, and a field says what is wrong with it")
    void dialogue() {
        try (Tasklist owen = atTheirMachine(address, "owen")) {
            owen.openStartForm();
            assertThat(owen.page().locator(".modal-title")).hasText("Register a report");
            assertThat(owen.page().locator(".modal-footer .btn-primary")).hasText("Register the report");
            owen.fill("Link to the report", "hmicfrs report of May");
            owen.fill("Title of the inspection report", "x".repeat(301));
            owen.field("Date published").focus();
            Locator said = owen.form().locator(".fjs-form-field-error");
            assertThat(said.filter(new Locator.FilterOptions().setHasText("link")))
                    .hasText("Must be a link that begins with https:// or http://.");
            assertThat(said.filter(new Locator.FilterOptions().setHasText("300")))
                    .hasText("Write 300 characters at most. These are 301: shorten it.");
            owen.fill("Title of the inspection report", "");
            assertThat(said.filter(new Locator.FilterOptions().setHasText("Fill")))
                    .hasText("Fill this in.");
        }
    }

    @Test
    @DisplayName("a refusal names the field as the form does, and is gone as soon as what was refused is changed")
    void refusal() {
        String task = inspections.findingsTaskOf("priya");
        try (Tasklist priya = atTheirMachine(address, "priya")) {
            priya.openTask(task);
            priya.fill("Key findings", "Fair.");
            priya.fill("Recommendations", "1. Train.");
            priya.choose("The report has none of these: continue to the Chief Constable");
            priya.button().click();
            Locator refusal = priya.page().locator(".page-notifications .alert");
            assertThat(refusal).containsText("the report has none of these by this choice");
            assertThat(refusal).not().containsText("findingsNext");

            priya.fill("Recommendations", "");
            assertThat(refusal).hasCount(0);
            priya.complete();
        }
    }

    @Test
    @DisplayName("a colleague who goes on is chosen by name")
    void whoGoesOn() {
        String task = inspections.draftTaskOf("priya");
        String inspection = inspectionOf(task);
        try (Tasklist priya = atTheirMachine(address, "priya")) {
            priya.openTask(task);
            priya.fill("The PCC's response", "So far.");
            priya.choose("Continue later: save what I have typed");
            Locator who = priya.page()
                    .locator("select.office-colleagues")
                    .and(priya.page().getByLabel("Who continues"));
            Assertions.assertThat(who.locator("option").allInnerTexts())
                    .contains("Owen Larkin", "Priya Raman")
                    .doesNotContain("Helen Marsh", "owen");
            who.selectOption("Owen Larkin");
            assertThat(priya.saved()).containsText("Saved");
            priya.page().reload();
            assertThat(who).hasValue("owen");
            priya.complete();
        }
        Awaitility.await()
                .untilAsserted(() -> Assertions.assertThat(engine.getTaskService()
                                .createTaskQuery()
                                .processInstanceId(inspection)
                                .singleResult()
                                .getAssignee())
                        .isEqualTo("owen"));
    }

    @Test
    @DisplayName("a manager gives a task to a colleague by name, who gives it back to the group")
    void givenByName() {
        String task = inspections.given(null, inspections.draftTaskOf("priya"));
        try (Tasklist martin = atTheirMachine(address, "martin")) {
            martin.openTask(task);
            martin.page().getByLabel("Give it to").selectOption("Owen Larkin");
            assertThat(martin.page().locator(".office-task")).containsText("With Owen Larkin");
        }
        try (Tasklist owen = atTheirMachine(address, "owen")) {
            owen.openTask(task);
            assertThat(owen.page().locator(".office-task")).containsText("With you");
            owen.press("Give it back");
            assertThat(owen.page().locator(".office-task")).containsText("For Policy officers, not started");
            assertThat(owen.page().getByLabel("Give it to")).hasCount(0);
        }
        Assertions.assertThat(engine.getTaskService()
                        .createTaskQuery()
                        .taskId(task)
                        .singleResult()
                        .getAssignee())
                .isNull();
    }

    @Test
    @DisplayName("who was too late to claim a task is told who has it, for as long as the task is open")
    void tooLate() {
        String task = inspections.given(null, inspections.draftTaskOf("priya"));
        try (Tasklist priya = atTheirMachine(address, "priya")) {
            priya.openTask(task);
            Locator who = priya.page().locator(".office-who");
            assertThat(who.getByText("Claim")).isVisible();
            inspections.given("owen", task);
            priya.press("Claim");
            assertThat(who.locator(".alert")).containsText("claimed by Owen Larkin");
            assertThat(priya.page().locator(".office-task")).containsText("With Owen Larkin");
            assertThat(who.locator(".alert")).isVisible();
        }
    }

    private String inspectionOf(String task) {
        return engine.getTaskService()
                .createTaskQuery()
                .taskId(task)
                .singleResult()
                .getProcessInstanceId();
    }
}
