package uk.opcc.inspectionresponse.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import uk.opcc.inspectionresponse.platform.rest.Deployment;
import uk.opcc.inspectionresponse.platform.rest.Door;

@OfficeInTheBrowser
@DisplayName("After a process owner has deployed a diagram")
class AfterDeploymentIT extends InABrowser {

    private static final String DIAGRAM = "inspection-response.bpmn";
    private final RepositoryService repository;
    private final RuntimeService runtime;
    private final String address;

    @Autowired
    AfterDeploymentIT(RepositoryService repository, RuntimeService runtime, @LocalServerPort int port) {
        this.repository = repository;
        this.runtime = runtime;
        this.address = "http://localhost:" + port;
    }

    private ProcessDefinition newest() {
        return repository
                .createProcessDefinitionQuery()
                .processDefinitionKey("inspection-response")
                .latestVersion()
                .singleResult();
    }

    private long running(ProcessDefinition version) {
        return runtime.createProcessInstanceQuery()
                .processDefinitionId(version.getId())
                .count();
    }

    private void opens(Page page, ProcessDefinition version) {
        page.navigate(address + "/camunda/app/cockpit/default/#/process-definition/" + version.getId() + "/runtime");
        page.reload();
        page.locator("table.process-instances").waitFor();
    }

    @Test
    @DisplayName("Cockpit shows the inspections that run in the versions before, in the list and on the diagram")
    void allVersions() throws IOException {
        ProcessDefinition before = newest();
        long inspections = running(before);
        assertThat(inspections).isPositive();
        String deployment = Deployment.ofTheProject()
                .with(
                        DIAGRAM,
                        Files.readString(Path.of("processes", DIAGRAM))
                                .replace("name=\"Approve the response\"", "name=\"Sign the response\""))
                .create(Door.rest(address, "bea", "demo"))
                .good()
                .json()
                .path("id")
                .asText();
        try (Tasklist martin = Tasklist.signIn(browser, address, "martin")) {
            Page page = martin.page();
            ProcessDefinition after = newest();
            assertThat(after.getVersion()).isEqualTo(before.getVersion() + 1);
            assertThat(running(after)).isZero();

            opens(page, after);
            Locator rows = page.locator("table.process-instances tbody tr");
            assertThat(rows).hasCount((int) Math.min(inspections, 50));
            assertThat(page.locator(".djs-overlays .badge").first()).isVisible();
            page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target/pictures/all-versions.png")));
            rows.first().locator("a[href*=process-instance]").first().click();
            page.waitForURL(Pattern.compile(".*/process-instance/.*"));

            opens(page, before);
            assertThat(rows).hasCount((int) Math.min(inspections, 50));
        } finally {
            // Nobody can do that over REST.
            repository.deleteDeployment(deployment, true);
        }
    }

    @Test
    @DisplayName("a release that waits is told at the first thing that is seen, until somebody has read it")
    void releaseThatWaits() {
        try (Tasklist bea = Tasklist.signIn(browser, address, "bea")) {
            Page page = bea.page();
            assertThat(page.locator(".office-release")).hasCount(0);
            page.route(
                    Pattern.compile(".*/api/office/release"),
                    route -> route.fulfill(new Route.FulfillOptions()
                            .setContentType("application/json")
                            .setBody("{\"words\": \"Nothing is replaced until you decide.\", \"details\":"
                                    + " [\"response-timetable.dmn: 45 here\"], \"address\": \"/processes\"}")));
            for (String screen : new String[] {"tasklist", "cockpit"}) {
                page.navigate(address + "/camunda/app/" + screen + "/default/");
                Locator told = page.getByRole(
                        AriaRole.REGION,
                        new Page.GetByRoleOptions().setName("The processes and forms of this release"));
                assertThat(told).containsText("until you decide");
                assertThat(told).containsText("45 here");
                page.screenshot(
                        new Page.ScreenshotOptions().setPath(Path.of("target/pictures/waits-in-" + screen + ".png")));
                told.getByText("Later").click();
                assertThat(told).hasCount(0);
            }
            page.reload();
            page.getByText("See what differs, and decide").click();
            assertThat(page.locator("main")).containsText("The processes and forms of this release are in use.");
        }
    }
}
