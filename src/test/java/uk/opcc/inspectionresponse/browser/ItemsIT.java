package uk.opcc.inspectionresponse.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.camunda.bpm.engine.ProcessEngine;
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
        String answers = inspections.answersTaskOf("priya", check);
        priya.openTask(answers);
        String first = "Cause of concern 1, recommendation 1";
        String second = "Cause of concern 1, recommendation 2";
        priya.form().getByText("Action taken or proposed").first().click();
        priya.fill("Explanation for " + first, "The force does so since May.");
        priya.form().getByText("The same answer as another").last().click();
        priya.select("Which answer is that to " + second + "?", first);
        priya.choose("All answers are finished");
        Assertions.assertThat(Axe.seriousFaults(priya.page())).isEmpty();
        priya.complete();
        priya.openTask(inspections.next(answers, "draft-pcc-response"));
        priya.page().getByText("Recommendations, and the action on each").click();
        assertThat(priya.form()).containsText(second);
        assertThat(priya.form().getByText("The force does so since May.")).hasCount(2);
    }
}
