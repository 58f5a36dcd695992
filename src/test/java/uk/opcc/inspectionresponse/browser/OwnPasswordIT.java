package uk.opcc.inspectionresponse.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import org.camunda.bpm.engine.IdentityService;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import uk.opcc.inspectionresponse.Staff;
import uk.opcc.inspectionresponse.platform.people.Groups;

@OfficeInTheBrowser
@DisplayName("The page where people choose their own password")
class OwnPasswordIT {

    private static final String PERSON = "O'Brien [temporary]";

    private final IdentityService identity;
    private final String address;

    @Autowired
    OwnPasswordIT(IdentityService identity, @LocalServerPort int port) {
        this.identity = identity;
        this.address = "http://localhost:" + port;
    }

    @Test
    @DisplayName("can be used by everybody, says what is wrong, and leaves the person signed in")
    void changes() {
        Staff.employ(identity, PERSON, Groups.POLICY_OFFICERS);
        try (Playwright driver = Browsers.driver();
                Browser browser = Browsers.launch(driver);
                Page page = browser.newPage(new Browser.NewPageOptions().setViewportSize(1366, 768))) {
            page.navigate(address + "/password");
            page.getByLabel("User name").fill(PERSON);
            page.getByLabel("Password").fill(Staff.password(PERSON));
            page.getByText("Sign in").last().click();
            assertThat(page.title()).startsWith("Change your password");
            assertAccessible(page);
            picture(page, "password.png");

            fill(page, "wrong", "password1234", "password1234");
            assertThat(page.title()).startsWith("Error: ");
            assertThat(page.getByRole(AriaRole.ALERT).innerText())
                    .contains("this is not your password", "must not be a common password");
            assertAccessible(page);
            picture(page, "password-refused.png");

            fill(page, Staff.password(PERSON), "gravel tuba sonnet", "gravel tuba sonnet");
            assertThat(page.getByRole(AriaRole.STATUS).innerText()).contains("Your password is changed");
            assertAccessible(page);
            page.getByText("Tasklist").click();
            page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName("Your tasks"))
                    .waitFor();
        } finally {
            identity.deleteUser(PERSON);
        }
    }

    private static void fill(Page page, String current, String chosen, String again) {
        page.getByLabel("Current password").fill(current);
        page.locator("#new").fill(chosen);
        page.getByLabel("New password again").fill(again);
        page.getByText("Change password").click();
    }

    private static void assertAccessible(Page page) {
        assertThat(Axe.faults(page)).isEmpty();
    }

    private static void picture(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target/pictures", name)));
    }
}
