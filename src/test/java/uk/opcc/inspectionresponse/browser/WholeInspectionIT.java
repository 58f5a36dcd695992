package uk.opcc.inspectionresponse.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.history.HistoricJobLog;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import uk.opcc.inspectionresponse.OneDay;

/**
 * One inspection from its publication to five recipients, by hand in Tasklist, with everybody at a machine of their
 * own. Its pictures are in target/pictures; with {@code -Dreadme.pictures=true} they go to where the documentation
 * shows them.
 */
@OfficeInTheBrowser
@DisplayName("A real inspection, in the browser")
class WholeInspectionIT extends InABrowser {

    private static final Path PICTURES = Path.of(InspectionTexts.FOR_THE_README ? "docs/images" : "target/pictures");
    private static final ZoneId LONDON = ZoneId.of("Europe/London");
    private static final int PHONE = 360;
    private static final String FIRST = "Within three months, forces should review how they mark repeat calls.";
    private static final String SECOND =
            "By March 2019, forces should train everybody who takes calls – £0 is no reason.";

    private final InspectionTexts texts = InspectionTexts.get();
    private final HistoryService history;
    private final String address;

    @Autowired
    WholeInspectionIT(ProcessEngine engine, @LocalServerPort int port) {
        this.history = engine.getHistoryService();
        this.address = "http://localhost:" + port;
    }

    @Test
    @DisplayName("goes from its publication to five recipients, sent back once on the way")
    void fromPublicationToFiveRecipients() {
        HistoricProcessInstance inspection = isRegistered();
        timerStoodAtNineOnDay50AndFiredAtOnce(inspection);
        managerFollowsTheLinkInTheMail(inspection);
        findingsAreRecorded();
        chiefConstableComments();
        recommendationsAreExplained();
        responseIsDraftedByTwo();
        isSentBack();
        isRedraftedWithTheReasonsInSight();
        managerSeesWhatIsOutstanding();
        isApproved();
        isDistributedToFive();
        historyHoldsEverything(inspection);
        isReadByThePublic(inspection.getBusinessKey());
        isCorrected(inspection.getBusinessKey());
        comesBack(inspection.getBusinessKey());
        isProven(inspection.getBusinessKey());
    }

    private HistoricProcessInstance isRegistered() {
        try (Tasklist officer = atTheirMachine(address, "priya")) {
            officer.openStartForm();
            officer.fill("Title of the inspection report", texts.title());
            officer.fillDate("Date published", "19/07/2018");
            officer.select("Type of inspection", "Thematic Inspection");
            officer.fill("Link to the report", "https://inspectorate.example/understanding-the-difference");
            picture(officer, "register-inspection-report");
            officer.start();
        }
        return history.createHistoricProcessInstanceQuery()
                .variableValueEquals("title", texts.title())
                .singleResult();
    }

    private void timerStoodAtNineOnDay50AndFiredAtOnce(HistoricProcessInstance inspection) {
        assertThat(inspection.getBusinessKey()).startsWith("OPCCN-");
        Awaitility.await().until(() -> Boolean.TRUE.equals(value(inspection, "escalated")));
        HistoricJobLog fired = history.createHistoricJobLogQuery()
                .processInstanceId(inspection.getId())
                .activityIdIn("escalation-due")
                .successLog()
                .singleResult();
        assertThat(fired.getJobDueDate())
                .isEqualTo(ZonedDateTime.parse("2018-09-06T09:00:00+01:00")
                        .toInstant()
                        .toString());
    }

    private void managerFollowsTheLinkInTheMail(HistoricProcessInstance inspection) {
        String task = history.createHistoricTaskInstanceQuery()
                .processInstanceId(inspection.getId())
                .taskDefinitionKey("chase-outstanding-work")
                .singleResult()
                .getId();
        String told = Awaitility.await()
                .until(() -> mailsTo("martin@opcc.example", "/notices/tasks/" + task), mails -> !mails.isEmpty())
                .get(0);
        try (BrowserContext machine = browser.newContext(
                new Browser.NewContextOptions().setLocale("en-GB").setViewportSize(1000, 560))) {
            machine.setDefaultTimeout(60_000);
            Page page = machine.newPage();
            page.navigate(address + path("/notices/tasks/\\S+", told));
            page.locator("#username").fill("martin");
            page.locator("#password").fill("demo");
            page.locator("button[type=submit]").click();
            page.locator(".task-card h2.task")
                    .getByText("Chase the outstanding work")
                    .waitFor();

            page.navigate(address + path("/notices\\b(?!/)", told));
            isAccessible(page);
            page.screenshot(new Page.ScreenshotOptions().setPath(PICTURES.resolve("notices.png")));
            page.setViewportSize(PHONE, 740);
            page.getByLabel("One email a day").check();
            page.getByText("Save").click();
            assertThat(page.getByRole(AriaRole.STATUS)).hasText("Your choice is saved.");
            isAccessible(page);
        }
    }

    private static String path(String pattern, String mail) {
        Matcher found = Pattern.compile(pattern).matcher(mail);
        assertThat(found.find()).isTrue();
        return found.group();
    }

    /** Their texts, out of the folder that stands for a mail server. */
    private static List<String> mailsTo(String address, String link) throws IOException, MessagingException {
        List<String> texts = new ArrayList<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(Path.of("target/mail"), "*.eml")) {
            for (Path file : files) {
                try (InputStream mail = Files.newInputStream(file)) {
                    MimeMessage message = new MimeMessage(null, mail);
                    String text = ((MimeMultipart) message.getContent())
                            .getBodyPart(0)
                            .getContent()
                            .toString();
                    if (message.getAllRecipients()[0].toString().equals(address) && text.contains(link)) {
                        texts.add(text);
                    }
                }
            }
        }
        return texts;
    }

    private void findingsAreRecorded() {
        try (Tasklist officer = opens(address, "priya", "Record the findings and recommendations")) {
            officer.fill("Key findings", texts.keyFindings());
            officer.choose("Continue later: save what I have typed");
            officer.complete();
        }
        try (Tasklist colleague = opens(address, "owen", "Record the findings and recommendations")) {
            assertThat(colleague.valueOf("Key findings")).isEqualTo(texts.keyFindings());
            colleague.fill("Recommendations", "Recommendation 1\n" + FIRST + "\n\nRecommendation 2\n" + SECOND);
            colleague.choose(
                    "The report has recommendations, areas for improvement or causes of concern: read them and show them to me");
            picture(colleague, "record-findings");
            colleague.complete();

            colleague.open("Check the recommendations");
            assertThat(colleague.form()).containsText(FIRST);
            assertThat(colleague.form()).containsText(SECOND);
            picture(colleague, "check-recommendations");
            colleague.choose("Yes: invite the Chief Constable to comment");
            colleague.complete();
        }
    }

    private void chiefConstableComments() {
        try (Tasklist staffOfficer = opens(address, "grace", "Submit the Chief Constable's comments")) {
            assertThat(staffOfficer.page().locator(".office-task")).containsText(texts.title());
            staffOfficer.choose("Submit these comments");
            assertThat(staffOfficer.completeIsRefused()).contains("The Chief Constable's comments");
            staffOfficer.fill("The Chief Constable's comments", texts.comments());
            picture(staffOfficer, "submit-comments");
            staffOfficer.complete();
        }
    }

    private void recommendationsAreExplained() {
        try (Tasklist officer = atTheirMachine(address, "priya")) {
            explain(officer, "Action taken or proposed");
        }
        try (Tasklist colleague = atTheirMachine(address, "owen")) {
            explain(colleague, "No action: explain why none has been taken or is proposed");
        }
    }

    private void explain(Tasklist officer, String kind) {
        officer.open("Explain the action on one recommendation");
        boolean first = officer.form().innerText().contains(FIRST);
        assertThat(officer.form()).containsText(first ? FIRST : SECOND);
        int number = first ? 1 : 2;
        officer.choose(kind);
        officer.fill("Explanation for Recommendation " + number, explanation(number));
        officer.choose("The explanation is finished");
        picture(officer, "explain-recommendation");
        officer.complete();
    }

    private static String explanation(int number) {
        return number == 1 ? "The mark was reviewed in August." : "Everybody has been trained already – in 2017.";
    }

    private void responseIsDraftedByTwo() {
        try (Tasklist officer = opens(address, "priya", "Draft the PCC's response")) {
            assertThat(officer.form()).containsText(explanation(1));
            assertThat(officer.form()).containsText(explanation(2));
            officer.fill("The PCC's response", "I welcome");
            officer.choose("Continue later: save what I have typed");
            officer.field("Who continues").selectOption("Owen Larkin");
            officer.complete();
        }
        try (Tasklist colleague = opens(address, "owen", "Draft the PCC's response")) {
            assertThat(colleague.valueOf("The PCC's response")).isEqualTo("I welcome");
            colleague.fill("The PCC's response", "I welcome the report.");
            colleague.choose("The draft is finished: send it to the PCC for approval");
            colleague.complete();
        }
    }

    private void isSentBack() {
        try (Tasklist commissioner = opens(address, "helen", "Approve the response")) {
            assertThat(commissioner.form()).containsText("I welcome the report.");
            commissioner.choose("Send back to the drafter");
            commissioner.fill("Reasons", "Please say what I will ask the Chief Constable to do.");
            commissioner.complete();
        }
    }

    private void isRedraftedWithTheReasonsInSight() {
        try (Tasklist officer = opens(address, "owen", "Draft the PCC's response")) {
            assertThat(officer.form()).containsText("Sent back in round 1 by Helen Marsh");
            assertThat(officer.form()).containsText("Please say what I will ask the Chief Constable to do.");
            officer.fill("The PCC's response", texts.response());
            officer.choose("The draft is finished: send it to the PCC for approval");
            picture(officer, "draft-pcc-response");
            officer.complete();
        }
    }

    private void managerSeesWhatIsOutstanding() {
        try (Tasklist manager = opens(address, "martin", "Chase the outstanding work")) {
            manager.choose("List again what is outstanding");
            manager.complete();
            manager.open("Chase the outstanding work");
            assertThat(manager.form()).containsText("Approve the response");
            picture(manager, "chase-outstanding-work");

            Page page = manager.page();
            page.navigate(address + "/camunda/app/cockpit/default/#/processes");
            page.getByText("Respond to an inspection report").first().click();
            page.locator(".djs-container .djs-shape").first().waitFor();
            // By their titles, and not by what they are called until those are known.
            page.locator("td").getByText(texts.title()).first().waitFor();
            page.getByText("Activity Instance Statistics: on").waitFor();
            page.screenshot(new Page.ScreenshotOptions().setPath(PICTURES.resolve("cockpit.png")));
        }
    }

    private void isApproved() {
        try (Tasklist commissioner = opens(address, "helen", "Approve the response")) {
            assertThat(commissioner.form())
                    .containsText(texts.response().lines().findFirst().orElseThrow());
            assertThat(commissioner.form()).containsText("Helen Marsh: back to the drafter");
            assertThat(commissioner.read("open it in the browser")).contains(FIRST, explanation(2));
            commissioner.choose("Approve: it is ready to be published");
            picture(commissioner, "approve-response");
            commissioner.complete();
        }
    }

    private void isDistributedToFive() {
        try (Tasklist communications = opens(address, "tomasz", "Publish on the OPCC's website")) {
            assertThat(communications.read("HTML")).contains(FIRST, explanation(2));
            assertThat(communications.form()).containsText("/responses/OPCCN-");
            picture(communications, "publish-on-website");
            communications.complete();
        }
        try (Tasklist officer = atTheirMachine(address, "priya")) {
            for (String recipient : new String[] {
                "Send to the Home Office",
                "Send to HMICFRS",
                "Send to the Chief Constable",
                "Send to the Police and Crime Panel"
            }) {
                officer.open(recipient);
                assertThat(officer.valueOf("Subject")).contains(texts.title().substring(0, 20));
                assertThat(officer.valueOf("Covering text")).contains("19 July 2018", "OPCC Norfolk");
                assertThat(officer.form()).containsText("it sends nothing");
                if (recipient.equals("Send to HMICFRS")) {
                    picture(officer, "send-to-hmicfrs");
                }
                if (recipient.equals("Send to the Police and Crime Panel")) {
                    sentMyself(officer, recipient);
                } else {
                    officer.complete();
                    assertThat(officer.form()).not().isVisible();
                }
            }
            for (String recipient :
                    new String[] {"Send to the Home Office", "Send to HMICFRS", "Send to the Chief Constable"}) {
                officer.open(recipient);
                assertThat(officer.form()).containsText("Nobody has this email yet");
                assertThat(officer.form().getByText("Open the email")).isVisible();
                sentMyself(officer, recipient);
            }
        }
    }

    private static void sentMyself(Tasklist officer, String recipient) {
        officer.choose("I sent it myself (from my mailbox, by post or in a portal): send nothing");
        officer.fill("Note", "Seen by me: " + recipient);
        officer.complete();
    }

    private void historyHoldsEverything(HistoricProcessInstance inspection) {
        Awaitility.await()
                .until(() -> history.createHistoricProcessInstanceQuery()
                                .processInstanceId(inspection.getId())
                                .finished()
                                .count()
                        == 1);
        String today = OneDay.TODAY.toString();
        assertThat(json(inspection, "findings").path("keyFindings").asText()).isEqualTo(texts.keyFindings());
        assertThat(json(inspection, "comments").path("text").asText()).isEqualTo(texts.comments());
        assertThat(json(inspection, "response").path("text").asText()).isEqualTo(texts.response());
        assertThat(json(inspection, "recommendations").findValuesAsText("text")).containsExactly(FIRST, SECOND);
        assertThat(json(inspection, "explanations").findValuesAsText("text"))
                .containsExactly(explanation(1), explanation(2));
        assertThat(json(inspection, "rounds").findValuesAsText("decision"))
                .containsExactly("send-back-to-drafter", "approve");
        assertThat(json(inspection, "rounds").findValuesAsText("decidedBy")).containsExactly("helen", "helen");
        assertThat(value(inspection, "draftedBy")).isEqualTo("owen");
        assertThat(value(inspection, "publishedOn")).isEqualTo(today);
        assertThat(value(inspection, "inTime")).isEqualTo(false);
        assertThat(json(inspection, "websiteDistribution").path("address").asText())
                .isEqualTo("http://localhost:8080/responses/" + inspection.getBusinessKey());
        assertThat(json(inspection, "websiteDistribution").path("recordedBy").asText())
                .isEqualTo("tomasz");
        for (String variable : new String[] {
            "homeOfficeDistribution", "hmicfrsDistribution", "chiefConstableDistribution", "panelDistribution"
        }) {
            assertThat(json(inspection, variable).path("recordedBy").asText()).isEqualTo("priya");
            assertThat(json(inspection, variable).path("doneOn").asText()).isEqualTo(today);
            assertThat(json(inspection, variable).path("way").asText()).isEqualTo("another");
            assertThat(json(inspection, variable).path("note").asText()).startsWith("Seen by me: ");
        }
    }

    private void isReadByThePublic(String reference) {
        for (int width : new int[] {1280, PHONE}) {
            String screen = width == PHONE ? "-phone" : "";
            try (BrowserContext reader = browser.newContext(
                    new Browser.NewContextOptions().setViewportSize(width, width == PHONE ? 740 : 900))) {
                Page page = reader.newPage();
                page.navigate(address + "/responses");
                isAccessible(page);
                page.screenshot(new Page.ScreenshotOptions().setPath(PICTURES.resolve("register" + screen + ".png")));
                page.getByLabel("Search by title, type, reference or recommendation")
                        .fill(texts.title());
                page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Search"))
                        .click();
                page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(texts.title()))
                        .click();
                assertThat(page).hasURL(address + "/responses/" + reference);
                assertThat(page.locator("article"))
                        .containsText(texts.response().lines().findFirst().orElseThrow());
                isAccessible(page);
                if (width != PHONE) {
                    page.screenshot(new Page.ScreenshotOptions().setPath(PICTURES.resolve("published-response.png")));
                }
            }
        }
    }

    private static void isAccessible(Page page) {
        assertThat(Axe.faults(page)).isEmpty();
        assertThat(page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"))
                .isEqualTo(true);
    }

    private void comesBack(String reference) {
        try (Tasklist officer = atTheirMachine(address, "priya")) {
            officer.openStartForm("Send a copy again", "What came back");
            officer.page().locator(".modal-dialog select.office-colleagues").selectOption(reference);
            officer.select("Whose copy", "HMICFRS");
            officer.fill("What came back", "550 5.1.1 no such mailbox");
            officer.start();
            officer.open("Send the copy again");
            assertThat(officer.form()).containsText("The copy did not arrive");
            assertThat(officer.form()).containsText("550 5.1.1 no such mailbox");
            assertThat(officer.form()).containsText("it sends nothing");
            sentMyself(officer, "Send to HMICFRS");
        }
    }

    private void isCorrected(String reference) {
        String corrected = "Corrected: " + texts.response();
        try (Tasklist manager = atTheirMachine(address, "martin")) {
            manager.openStartForm("Correct a published response", "Reason for the correction");
            manager.page().locator(".modal-dialog select.office-colleagues").selectOption(reference);
            manager.fill("Reason for the correction", "A name was left out. We are sorry.");
            manager.start();
            manager.open("Write the correction");
            assertThat(manager.valueOf("The PCC's response")).isEqualTo(texts.response());
            assertThat(manager.valueOf("Explanations")).contains("=== Recommendation 2 ===");
            manager.fill("The PCC's response", corrected);
            manager.choose("The correction is finished: send it for approval");
            picture(manager, "write-correction");
            manager.complete();
        }
        try (Tasklist commissioner = opens(address, "helen", "Approve the correction")) {
            assertThat(commissioner.form()).containsText("A name was left out.");
            commissioner.choose("Approve: publish the correction");
            commissioner.complete();
        }
        Awaitility.await()
                .until(() -> history.createHistoricProcessInstanceQuery()
                                .processInstanceBusinessKey(reference + "-correction-1")
                                .finished()
                                .count()
                        == 1);
        try (BrowserContext reader = browser.newContext(new Browser.NewContextOptions().setViewportSize(PHONE, 740))) {
            Page page = reader.newPage();
            page.navigate(address + "/responses/" + reference);
            assertThat(page.locator("article")).containsText("Corrected: ");
            assertThat(page.locator("main")).containsText("A name was left out. We are sorry.");
            isAccessible(page);
            page.screenshot(new Page.ScreenshotOptions().setPath(PICTURES.resolve("corrected-response-phone.png")));
            PrintedPage.write(page, PICTURES.resolve("published-response-printed.png"));
            page.getByText("Read the earlier version").click();
            assertThat(page.locator("main")).containsText("This is an earlier version.");
            isAccessible(page);
        }
    }

    private void isProven(String reference) {
        try (Tasklist manager = atTheirMachine(address, "martin")) {
            Page page = manager.page();
            page.navigate(address + "/audit/" + reference);
            assertThat(page.locator("main")).containsText("published the response");
            isAccessible(page);
            page.locator("nav.inspection").getByText("Evidence").click();
            assertThat(page.locator("h1")).containsText(texts.title());
            assertThat(page.locator(".verdict")).containsText("after the 56 days: late.");
            assertThat(page.locator("main")).containsText("A name was left out. We are sorry.");
            assertThat(page.locator("main")).containsText("Seen by me: Send to the Police and Crime Panel");
            isAccessible(page);
            page.screenshot(new Page.ScreenshotOptions().setPath(PICTURES.resolve("evidence.png")));
            PrintedPage.write(page, PICTURES.resolve("evidence-printed.png"));
            page.setViewportSize(PHONE, 740);
            isAccessible(page);
        }
    }

    private Object value(HistoricProcessInstance inspection, String variable) {
        var found = history.createHistoricVariableInstanceQuery()
                .processInstanceId(inspection.getId())
                .variableName(variable)
                .singleResult();
        return found == null ? null : found.getValue();
    }

    private JsonNode json(HistoricProcessInstance inspection, String variable) {
        try {
            return new ObjectMapper().readTree(value(inspection, variable).toString());
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }

    private static void picture(Tasklist tasklist, String name) {
        tasklist.picture(PICTURES.resolve(name + ".png"));
    }
}
