package uk.opcc.inspectionresponse.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.variable.value.SerializableValue;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@OfficeInTheBrowser
@DisplayName("The items of a report")
class ItemsIT extends InABrowser {

    private static final String PASTED = """
            Cause of concern
            The force does not answer for its custody records.

            Recommendations
            The force should immediately:

            \u2022 record each search of a detainee; and
            \u2022 review these records each week.

            Recommendation 9
            Everybody should have a good look at it.
            """;

    private final ProcessEngine engine;
    private final String address;

    @Autowired
    ItemsIT(ProcessEngine engine, @LocalServerPort int port) {
        this.engine = engine;
        this.address = "http://localhost:" + port;
    }

    @Test
    @DisplayName("are shown with what is uncertain, corrected in Tasklist, and answered in one task, two of them alike")
    void correctedAndAnswered() {
        InspectionsForTheBrowser inspections = new InspectionsForTheBrowser(engine, address);
        String check = inspections.checkTaskOf("priya", "Custody records", PASTED);
        Tasklist priya = atTheirMachine(address, "priya");
        priya.openTask(check);
        Locator table = priya.form().locator(".items table");
        assertThat(table.locator("tbody th")).hasText(new String[] {
            "Cause of concern 1",
            "Cause of concern 1, recommendation 1",
            "Cause of concern 1, recommendation 2",
            "Recommendation 9"
        });
        assertThat(table.locator("tr").last()).containsText("The text does not say to whom it is addressed.");
        Assertions.assertThat(Axe.seriousFaults(priya.page())).isEmpty();

        priya.choose("Not all: correct them here");
        priya.fill("Name as printed: Recommendation 9", "Recommendation 10");
        priya.select("For whom: Recommendation 9", "the Ministry of Justice");
        Assertions.assertThat(Axe.seriousFaults(priya.page())).isEmpty();
        priya.complete();
        assertThat(table.locator("tbody th").last()).hasText("Recommendation 10");
        assertThat(table.locator("tr").last()).containsText("Together with others for the same body");
        assertThat(priya.field("How the response answers what is for the Ministry of Justice"))
                .hasValue(Pattern.compile("This is addressed to the Ministry of Justice.*"));

        priya.choose("Yes: invite the Chief Constable to comment");
        priya.choose("One task for all of them");
        priya.complete();
        String first = "Cause of concern 1, recommendation 1";
        String second = "Cause of concern 1, recommendation 2";
        Tasklist grace = atTheirMachine(address, "grace");
        grace.openTask(inspections.given("grace", inspections.next(check, "submit-comments")));
        grace.form()
                .getByRole(AriaRole.TEXTBOX, new Locator.GetByRoleOptions().setName("The Chief Constable's comments"))
                .fill("We accept it.");
        grace.fill("Comment on " + first, "It is in place.");
        grace.select("Status of " + first, "Complete");
        grace.fill("Owner of " + second, "Head of Custody");
        grace.fillDate("Target date for " + second, "31/03/2027");
        grace.fill("Not for publication: " + first, "See the annex on Operation Kestrel.");
        grace.choose("Submit these comments");
        Assertions.assertThat(Axe.seriousFaults(grace.page())).isEmpty();
        grace.complete();

        String answers = inspections.given("priya", inspections.next(check, "answer-recommendations"));
        priya.openTask(answers);
        assertThat(priya.form()).containsText("It is in place.");
        assertThat(priya.form()).containsText("Owner: Head of Custody; Target date: 31 March 2027");
        assertThat(priya.form().locator(".not-for-publication")).containsText("Operation Kestrel");
        priya.form().getByText("Action taken or proposed").first().click();
        priya.fill("Explanation for " + first, "The force does so since May.");
        priya.fill("Owner of the action on " + first, "Head of Policy");
        priya.form().getByText("The same answer as another").last().click();
        priya.select("Which answer is that to " + second + "?", first);
        priya.choose("All answers are finished");
        Assertions.assertThat(Axe.seriousFaults(priya.page())).isEmpty();
        priya.complete();
        priya.openTask(inspections.next(answers, "draft-pcc-response"));
        priya.page().getByText("Recommendations, and the action on each").click();
        assertThat(priya.form()).containsText(second);
        assertThat(priya.form().getByText("The force does so since May.")).hasCount(2);
        priya.form()
                .getByRole(AriaRole.TEXTBOX, new Locator.GetByRoleOptions().setName("The PCC's response"))
                .fill("I welcome it.");
        priya.choose("The draft is finished: send it to the PCC for approval");
        priya.complete();
        Tasklist helen = atTheirMachine(address, "helen");
        helen.openTask(inspections.given("helen", inspections.next(answers, "approve-response")));
        helen.choose("Approve: it is ready to be published");
        helen.select("Who signs the response", "Gareth Lowe");
        Assertions.assertThat(Axe.seriousFaults(helen.page())).isEmpty();
        helen.complete();
        String published = inspections.next(answers, "publish-on-website");
        SerializableValue signature = engine.getTaskService().getVariableTyped(published, "signature", false);
        Assertions.assertThat(signature.getValueSerialized())
                .contains("Gareth Lowe", "Deputy Police and Crime Commissioner for Norfolk");
    }
}
