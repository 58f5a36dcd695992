package uk.opcc.inspectionresponse.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;

/** What is offered to somebody works for them: whatever is clicked is answered, and in words. */
abstract class EveryControl extends InABrowser {

    /** They end the session, or do what other tests do on purpose. */
    private static final Set<String> LEFT_OUT = Set.of("Log out", "Claim", "Give it back");

    /** They lead nowhere, whoever presses them. */
    private static final Set<String> DEAD =
            Set.of("Create task", "Add Comment", "Start process", "History", "Human Tasks", "Delete Deployment");

    /** More of one kind, as of the cards of a list, are not tried. */
    private static final int OF_ONE_KIND = 2;

    /** Milliseconds: longer than any answer takes. */
    private static final int LONG_ENOUGH = 60_000;

    /**
     * Gives the visible controls; where it is told one of them, clicks it, or gives its address if it is a link that
     * leaves the page.
     */
    private static final String CONTROLS = """
            wanted => {
              const shown = element => element.checkVisibility({ visibilityProperty: true })
                && element.getBoundingClientRect().width > 0 && getComputedStyle(element).pointerEvents !== 'none';
              const kinds = new Map();
              const names = [];
              for (const element of document.querySelectorAll(
                  'a[href], a[ng-click], button, [ng-click], input:not([type=hidden]), select, [tabindex="0"]')) {
                if (!shown(element) || element.closest('footer') || element.matches('.form-actions .btn-primary')) {
                  continue;
                }
                const words = (element.getAttribute('aria-label') || element.innerText || element.className || '')
                  .toString().replace(/\\s+/g, ' ').trim().slice(0, 50);
                const kind = element.tagName + ' ' + (element.closest('li.task') ? 'card' : words);
                kinds.set(kind, (kinds.get(kind) || 0) + 1);
                const name = kind + ' #' + kinds.get(kind);
                names.push(name);
                if (name === wanted) {
                  if (element.getAttribute('href') && element.href.split('#')[0] !== location.href.split('#')[0]) {
                    return element.href;
                  }
                  element.click();
                  return names;
                }
              }
              return names;
            }
            """;

    /** Cockpit shows nothing between what each of its pages has at its edges. */
    private static final String IS_EMPTY = """
            () => [...document.querySelectorAll('[ng-view]')].some(
              view => view.textContent.trim() === '' && view.querySelector('input, svg, iframe') === null)
            """;

    private final TaskService tasks;
    private final RuntimeService runtime;
    private final String address;
    private final Set<Request> underWay = ConcurrentHashMap.newKeySet();
    private final Set<String> followed = new HashSet<>();
    private final List<String> refused = new ArrayList<>();
    private final List<String> problems = new ArrayList<>();
    private Page page;
    private String doing;

    EveryControl(TaskService tasks, RuntimeService runtime, int port) {
        this.tasks = tasks;
        this.runtime = runtime;
        this.address = "http://localhost:" + port;
    }

    /** What is in Tasklist, and in Cockpit for those who have it. */
    void worksFor(String user, String password, boolean hasCockpit) {
        try (BrowserContext machine = browser.newContext(
                new Browser.NewContextOptions().setViewportSize(1366, 768).setLocale("en-GB"))) {
            machine.setDefaultTimeout(LONG_ENOUGH);
            page = machine.newPage();
            page.onRequest(underWay::add);
            page.onRequestFinished(underWay::remove);
            page.onRequestFailed(underWay::remove);
            page.onResponse(answer -> note(answer.status(), answer.request().method() + " " + answer.url()));
            page.onPageError(error -> problems.add(doing + ": " + error));
            doing = "signing in";
            page.navigate(address + "/sign-in");
            page.locator("#username").fill(user);
            page.locator("#password").fill(password);
            page.locator("button[type=submit]").click();
            page.waitForURL(Pattern.compile(".*/tasklist/.*"));

            tries("tasklist/default/", true);
            String seen = seenBy(user);
            if (seen != null) {
                tries("tasklist/default/#/?task=" + seen, true);
            }
            if (hasCockpit) {
                Task some = tasks.createTaskQuery()
                        .taskDefinitionKey("draft-pcc-response")
                        .listPage(0, 1)
                        .get(0);
                String definition = runtime.createProcessInstanceQuery()
                        .processInstanceId(some.getProcessInstanceId())
                        .singleResult()
                        .getProcessDefinitionId();
                tries("cockpit/default/#/dashboard", true);
                tries("cockpit/default/#/process-definition/" + definition + "/runtime", !user.equals("admin"));
                tries(
                        "cockpit/default/#/process-instance/" + some.getProcessInstanceId() + "/runtime",
                        !user.equals("admin"));
                // It shows diagrams and forms as they were written.
                tries("cockpit/default/#/repository", false);
            }
        }
        assertThat(refused).isEmpty();
        assertThat(problems).isEmpty();
    }

    private void note(int status, String what) {
        if (status >= 400) {
            refused.add(doing + ": " + status + " " + what);
        }
    }

    /** A task that this person sees in the list. */
    private String seenBy(String user) {
        page.locator(".office-begin h2").first().waitFor();
        settles();
        Object address = page.evaluate("() => (document.querySelector('li.task h4 a') || {}).href || null");
        return address == null ? null : address.toString().replaceAll(".*task=([^&]*).*", "$1");
    }

    private void tries(String screen, boolean inWords) {
        opens(screen);
        Set<String> tried = new LinkedHashSet<>();
        for (String control = next(tried); control != null; control = nextOrLate(tried)) {
            tried.add(control);
            doing = screen.replaceAll("[0-9a-f-]{30,}", "…") + " " + control;
            Object elsewhere = page.evaluate(CONTROLS, control);
            if (elsewhere instanceof String link) {
                if (followed.add(link)) {
                    note(page.request().get(link).status(), link);
                }
                continue;
            }
            settles();
            looks(inWords);
            if (page.locator(".modal-dialog").count() > 0) {
                page.keyboard().press("Escape");
                page.waitForCondition(() -> page.locator(".modal-dialog").count() == 0);
            }
            unfolds();
            if (hasLeft(screen)) {
                looksWhereItLeads();
                returns(screen);
            }
        }
        assertThat(tried).as(screen).hasSizeGreaterThan(3);
    }

    /** What is counted or listed comes a moment after the screen. */
    private String nextOrLate(Set<String> tried) {
        String control = next(tried);
        if (control != null) {
            return control;
        }
        comes();
        return next(tried);
    }

    private String next(Set<String> tried) {
        @SuppressWarnings("unchecked")
        List<String> shown = (List<String>) page.evaluate(CONTROLS, "");
        shown.stream()
                .filter(control -> DEAD.stream().anyMatch(control::contains))
                .forEach(control -> problems.add(control + " is there after " + doing));
        return shown.stream()
                .filter(control -> !tried.contains(control))
                .filter(control -> LEFT_OUT.stream().noneMatch(control::contains))
                .filter(control -> Integer.parseInt(control.substring(control.lastIndexOf('#') + 1)) <= OF_ONE_KIND)
                .findFirst()
                .orElse(null);
    }

    private void unfolds() {
        page.evaluate(
                "() => { document.body.className = document.body.className.replace(/\\S+-column-close/g, '');"
                        + " document.querySelectorAll('.section-collapsed .section-toggle').forEach(toggle => toggle.click()); }");
    }

    private void looksWhereItLeads() {
        if (!followed.add(path(page.url()))) {
            return;
        }
        comes();
        if ((Boolean) page.evaluate(IS_EMPTY)) {
            problems.add(doing + " leads to an empty page");
        }
    }

    /** Within the same screen a change of what follows the # is enough. */
    private void returns(String screen) {
        page.evaluate("hash => { location.hash = hash; }", screen.replaceAll("^[^#]*#?", "#"));
        settles();
    }

    private boolean hasLeft(String screen) {
        return !path(page.url()).equals(path(address + "/camunda/app/" + screen));
    }

    /** Up to what says no more than which task, which tab or which order. */
    private static String path(String url) {
        return url.replaceAll("\\?.*", "").replaceAll("#?/?$", "");
    }

    private void opens(String screen) {
        page.navigate("about:blank");
        // What the page before had asked for is of no interest any more, and is not always reported as ended.
        underWay.clear();
        page.navigate(address + "/camunda/app/" + screen);
        page.waitForFunction("() => !document.querySelector('.app-splash') && document.querySelector('li.account')"
                + " && document.querySelectorAll('button, a[href]').length > 5");
        settles();
    }

    private void comes() {
        page.evaluate("() => new Promise(done => setTimeout(done, 100))");
        settles();
    }

    /** Until all that was asked for is answered. */
    private void settles() {
        page.evaluate("() => new Promise(done => setTimeout(done))");
        page.waitForCondition(underWay::isEmpty);
        page.evaluate("() => new Promise(done => setTimeout(done))");
    }

    private void looks(boolean inWords) {
        String alerts = String.join(
                " ", page.locator(".page-notifications .alert-danger").allInnerTexts());
        if (!alerts.isBlank()) {
            problems.add(doing + ": " + alerts);
        }
        if (inWords) {
            WordsOfMachines.on(page).forEach(words -> problems.add(doing + " shows " + words));
        }
    }
}
