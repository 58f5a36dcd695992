package uk.opcc.inspectionresponse.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Playwright;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** One browser for all tests of a class. */
abstract class InABrowser {

    /** Open while they run. */
    static Browser browser;

    private static Playwright driver;

    /** At which somebody has signed in. */
    private static final Map<String, BrowserContext> MACHINES = new HashMap<>();

    @BeforeAll
    static void browserIsOpen() {
        driver = Browsers.driver();
        browser = Browsers.launch(driver);
    }

    /** Somebody at their machine, with the list of tasks in sight. */
    static Tasklist atTheirMachine(String address, String user) {
        return signedIn(address, user).atTheList();
    }

    /** Somebody at their machine, who opens the newest task of this name. */
    static Tasklist opens(String address, String user, String task) {
        Tasklist person = signedIn(address, user);
        person.open(task);
        return person;
    }

    /** At the machine at which this person has signed in once for all tests of the class. */
    private static Tasklist signedIn(String address, String user) {
        BrowserContext machine = MACHINES.get(user);
        if (machine != null) {
            return Tasklist.signedIn(machine, address, user);
        }
        machine = Tasklist.machine(browser, "en-GB", "Europe/London");
        MACHINES.put(user, machine);
        return Tasklist.signIn(machine, address, user).staysSignedIn();
    }

    @AfterAll
    static void browserIsClosed() {
        MACHINES.clear();
        browser.close();
        driver.close();
    }
}
