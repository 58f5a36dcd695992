package uk.opcc.inspectionresponse.publishing.document;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import uk.opcc.inspectionresponse.browser.Axe;
import uk.opcc.inspectionresponse.browser.Browsers;

@DisplayName("The response document in a browser")
class DocumentsIT {

    private static Playwright driver;
    private static Browser browser;

    @BeforeAll
    static void open() {
        driver = Browsers.driver();
        browser = Browsers.launch(driver);
    }

    @AfterAll
    static void close() {
        driver.close();
    }

    @ParameterizedTest(name = "meets WCAG 2.2 A and AA, runs nothing and stays inside the page, {0} pixels wide")
    @CsvSource({"320, 700", "1280, 900"})
    void accessible(int width, int height, @TempDir Path folder) throws IOException {
        Documents documents = new Documents(TheForm.office());
        Files.write(folder.resolve("letterhead.png"), TheForm.letterhead("png"));
        List<byte[]> pages = List.of(
                documents.html(TheForm.invented()),
                documents.html(TheForm.inColumns()),
                documents.html(TheForm.withItems(12)),
                documents.recordCopy(documents.html(TheForm.invented()), TheForm.ticked()),
                documents.letter(TheForm.withItems(12), TheForm.letter()),
                documents.letter(TheForm.inColumns(), TheForm.letter()),
                TheForm.documents(folder).letter(TheForm.withItems(43), TheForm.letter()),
                documents.html(
                        DocumentsTest.everyKindOfResponse().skip(3).findFirst().orElseThrow()));
        try (BrowserContext context = browser.newContext(
                new com.microsoft.playwright.Browser.NewContextOptions().setViewportSize(width, height))) {
            for (byte[] html : pages) {
                Page page = context.newPage();
                page.onDialog(dialog -> {
                    throw new AssertionError("A typed script ran: " + dialog.message());
                });
                page.setContent(new String(html, StandardCharsets.UTF_8));
                assertThat(Axe.faults(page)).isEmpty();
                assertThat(page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"))
                        .isEqualTo(true);
                page.close();
            }
        }
    }
}
