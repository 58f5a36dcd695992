package uk.opcc.inspectionresponse.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Playwright;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** One browser for all tests of a class. */
abstract class InABrowser {

    /** Open while they run. */
    static Browser browser;

    private static Playwright driver;

    @BeforeAll
    static void browserIsOpen() {
        driver = Browsers.driver();
        browser = Browsers.launch(driver);
    }

    @AfterAll
    static void browserIsClosed() {
        browser.close();
        driver.close();
    }
}
