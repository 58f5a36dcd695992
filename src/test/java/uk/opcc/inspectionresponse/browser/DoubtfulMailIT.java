package uk.opcc.inspectionresponse.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Playwright;
import java.nio.file.Path;
import java.time.Duration;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import uk.opcc.inspectionresponse.casework.distribution.ResponseMail;
import uk.opcc.inspectionresponse.casework.distribution.ResponseMails;

@OfficeWithMailInTheBrowser
@DisplayName("A mail that may have been sent, in the browser")
class DoubtfulMailIT {

    /** The one of the demo of which a copy is sent by email, and comes back last. */
    private static final String REFERENCE = "demo-distribution";

    private final TaskService tasks;
    private final ResponseMails mails;
    private final String address;

    @Autowired
    DoubtfulMailIT(TaskService tasks, ResponseMails mails, @LocalServerPort int port) {
        this.tasks = tasks;
        this.mails = mails;
        this.address = "http://localhost:" + port;
    }

    @Test
    @DisplayName("comes back to a person, who reads what happened and records that it arrived")
    void comesBack() {
        await().atMost(Duration.ofMinutes(2))
                .until(() -> !mails.of(REFERENCE).isEmpty()
                        && tasks.createTaskQuery()
                                        .processInstanceBusinessKey(REFERENCE)
                                        .taskDefinitionKey("send-to-home-office")
                                        .count()
                                == 1);
        try (Playwright driver = Browsers.driver();
                Browser browser = Browsers.launch(driver);
                Tasklist officer = Tasklist.signIn(browser, address, "priya")) {
            officer.open("Send to the Home Office");
            assertThat(officer.form()).containsText("It is not certain that the email was sent");
            assertThat(officer.form())
                    .containsText(mails.of(REFERENCE).get(0).messageId().replaceAll("[<>]", ""));
            assertThat(officer.form()).not().containsText("By email");
            officer.choose("It arrived: record it as sent");
            assertThat(officer.completeIsRefused()).contains("Note");
            officer.fill("Note", "Ms Hall of the Home Office has it.");
            officer.picture(Path.of("target/pictures/doubtful-mail.png"));
            officer.complete();
        }
        assertThat(mails.events(REFERENCE)).last().satisfies(event -> {
            assertThat(event.type()).isEqualTo(ResponseMail.EventType.ARRIVED);
            assertThat(event.by()).isEqualTo("priya");
            assertThat(event.detail()).contains("Ms Hall");
        });
    }
}
