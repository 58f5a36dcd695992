package uk.opcc.inspectionresponse.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.BoundingBox;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import uk.opcc.inspectionresponse.OneDay;
import uk.opcc.inspectionresponse.statutory.StatutoryPeriod;
import uk.opcc.inspectionresponse.statutory.WrittenDate;

@OfficeInTheBrowser
@DisplayName("In Tasklist")
class TasksToldApartIT extends InABrowser {

    private static final String FINDINGS = "Key findings";
    private static final String LONG =
            "An inspection of how effectively and efficiently forces, and those who work with"
                    + " them, respond to calls number ";

    private final TaskService tasks;
    private final ProcessEngine engine;
    private final String address;
    private InspectionsForTheBrowser inspections;

    @Autowired
    TasksToldApartIT(ProcessEngine engine, @LocalServerPort int port) {
        this.engine = engine;
        this.tasks = engine.getTaskService();
        this.address = "http://localhost:" + port;
    }

    @BeforeEach
    void officeIsThere() {
        inspections = new InspectionsForTheBrowser(engine, address);
    }

    private Tasklist signedIn(String user) {
        Tasklist person = atTheirMachine(address, user);
        person.page().setViewportSize(1366, 768);
        return person;
    }

    private static Locator cards(Tasklist person) {
        return person.page().locator("section.tasks-list li.task");
    }

    private static Locator card(Tasklist person, String words) {
        return cards(person).filter(new Locator.FilterOptions().setHasText(words));
    }

    private static void finds(Tasklist person, String words) {
        person.page().getByLabel("Find a task").fill(words);
        assertThat(person.page().locator(".office-search [role=status]")).containsText("found");
    }

    private static void orders(Tasklist person, String order) {
        person.page().getByLabel("Order").selectOption(order);
    }

    private static String weekday(LocalDate day) {
        return day.getDayOfWeek().toString().charAt(0)
                + day.getDayOfWeek().toString().substring(1).toLowerCase(Locale.ROOT);
    }

    @Test
    @DisplayName("seven tasks at least are in sight, though each card has the title of its report whole")
    void sevenInSight() {
        for (int number = 1; number <= 8; number++) {
            inspections.findingsTaskOf("priya", LONG + number);
        }
        try (Tasklist priya = signedIn("priya")) {
            orders(priya, "Newest first");
            assertThat(cards(priya).first()).containsText(LONG + 8);
            assertThat(cards(priya).nth(7)).containsText(LONG + 1);
            BoundingBox list =
                    priya.page().locator("section.tasks-list .content").boundingBox();
            for (int number = 0; number < 7; number++) {
                BoundingBox card = cards(priya).nth(number).boundingBox();
                Assertions.assertThat(card.y + card.height).isLessThanOrEqualTo(list.y + list.height);
                Locator title = cards(priya).nth(number).locator(".office-card-title");
                Assertions.assertThat((Boolean) title.evaluate("title => title.scrollHeight <= title.clientHeight + 1"
                                + " && title.scrollWidth <= title.clientWidth + 1"))
                        .isTrue();
            }
        }
    }

    @Test
    @DisplayName("a card says which recommendation it is about, which day it is, when it is due and with whom it is")
    void cardsSayIt() {
        List<String> two = inspections.explanationTasksOf("priya", "Told apart");
        tasks.setAssignee(two.get(1), null);
        LocalDate due = LocalDate.ofInstant(
                tasks.createTaskQuery()
                        .taskId(two.get(0))
                        .singleResult()
                        .getDueDate()
                        .toInstant(),
                StatutoryPeriod.ZONE);
        try (Tasklist priya = signedIn("priya")) {
            finds(priya, "told APART");
            assertThat(cards(priya)).hasCount(2);
            Locator first = card(priya, "Recommendation 1: Train.");
            assertThat(first).containsText("Told apart");
            assertThat(first).containsText("Day 4 of 56 · due " + weekday(due) + " " + due.getDayOfMonth());
            assertThat(first).containsText("With you");
            assertThat(card(priya, "Recommendation 2: Review.")).containsText("For Policy officers, not started");
            for (String number : List.of("50", "100")) {
                Assertions.assertThat(first.innerText()).doesNotContain(number);
            }
        }
    }

    @Test
    @DisplayName("a button counts as pressed that was down while the server said anew what the task is")
    void pressedMeanwhile() {
        String task = inspections.findingsTaskOf("priya", "Pressed for long");
        tasks.setAssignee(task, null);
        try (Tasklist priya = signedIn("priya")) {
            Page page = priya.page();
            finds(priya, "Pressed for long");
            assertThat(card(priya, "not started")).hasCount(1);
            List<Route> late = new ArrayList<>();
            AtomicBoolean isOnItsWay = new AtomicBoolean(true);
            page.route(Pattern.compile(".*/tasks\\?ids=.*"), asked -> {
                if (isOnItsWay.get()) {
                    late.add(asked);
                } else {
                    asked.resume();
                }
            });
            page.locator("li.task a[href*='" + task + "']").first().click();
            BoundingBox claim = page.getByText("Claim", new Page.GetByTextOptions().setExact(true))
                    .first()
                    .boundingBox();
            page.mouse().move(claim.x + claim.width / 2, claim.y + claim.height / 2);
            page.mouse().down();
            page.waitForCondition(() -> !late.isEmpty());
            isOnItsWay.set(false);
            for (Route asked : late) {
                APIResponse answer = asked.fetch();
                asked.fulfill(new Route.FulfillOptions()
                        .setResponse(answer)
                        .setBody(answer.text().replace("not started", "not started yet")));
            }
            assertThat(page.locator(".office-task")).containsText("not started yet");
            page.mouse().up();
            assertThat(page.locator(".office-task")).containsText("With you");
            Assertions.assertThat(assigneeOf(task)).isEqualTo("priya");
        }
    }

    @Test
    @DisplayName("what is overdue comes first and says so, in whatever order it was made")
    void mostUrgentFirst() {
        inspections.findingsTaskOf("priya", "In no hurry");
        String late = inspections.findingsTaskOf("priya", "In a hurry");
        tasks.setPriority(late, 100);
        tasks.setDueDate(
                late,
                Date.from(OneDay.TODAY
                        .minusDays(90)
                        .atStartOfDay(StatutoryPeriod.ZONE)
                        .toInstant()));
        inspections.findingsTaskOf("priya", "In no hurry either");
        try (Tasklist priya = signedIn("priya")) {
            finds(priya, "hurry");
            assertThat(cards(priya).first()).containsText("In a hurry");
            assertThat(cards(priya).first().locator(".office-mark").first()).hasText("Overdue");

            orders(priya, "Newest first");
            assertThat(cards(priya).first()).containsText("In no hurry either");
            priya.page().navigate(address + "/camunda/app/welcome/");
            priya.page().navigate(address + "/camunda/app/tasklist/");
            assertThat(cards(priya).first()).containsText("In no hurry either");
            finds(priya, "hurry");
            orders(priya, "By inspection report");
            assertThat(cards(priya).locator(".office-card-title"))
                    .hasText(new String[] {"In a hurry", "In no hurry", "In no hurry either"});
            orders(priya, "Most urgent first");
            assertThat(cards(priya).first()).containsText("In a hurry");
        }
    }

    @Test
    @DisplayName(
            "a task is found by words of its report, its reference or its recommendation, and the list is whole again")
    void found() {
        List<String> two = inspections.explanationTasksOf("priya", "Sought – and found");
        String reference = (String) tasks.getVariable(two.get(0), "reference");
        try (Tasklist priya = signedIn("priya")) {
            int all = cards(priya).count();
            for (String words : List.of("sought found", "  SOUGHT   review ", reference)) {
                finds(priya, words);
                assertThat(cards(priya).first()).containsText("Sought – and found");
                Assertions.assertThat(cards(priya).count()).isLessThanOrEqualTo(2);
            }
            finds(priya, "sought lost");
            assertThat(cards(priya)).hasCount(0);
            priya.page().getByLabel("Find a task").fill("");
            assertThat(cards(priya).nth(Math.min(all, 3))).isVisible();
        }
    }

    @Test
    @DisplayName("one inspection's tasks are together one click away, with its documents, its evidence and its history")
    void oneInspection() {
        List<String> two = inspections.explanationTasksOf("priya", "Together");
        String shown = ((String) tasks.getVariable(two.get(0), "reference")).replace('-', '/');
        try (Tasklist martin = signedIn("martin")) {
            martin.openTask(two.get(0));
            Page page = martin.page();
            Assertions.assertThat(page.locator(".nav-tabs").innerText()).doesNotContain("History");
            page.getByText("This inspection").click();
            Locator inspection = page.locator(".office-inspection");
            assertThat(inspection).containsText("Reference " + shown);
            assertThat(inspection.getByRole(AriaRole.LINK, named("Explain the action on one recommendation")))
                    .hasCount(2);
            Page history = page.waitForPopup(() -> inspection
                    .getByRole(AriaRole.LINK, named("Audit: who did what, and when"))
                    .click());
            assertThat(history.locator("main")).containsText(shown);
            Page evidence = page.waitForPopup(
                    () -> inspection.getByRole(AriaRole.LINK, named("Evidence")).click());
            assertThat(evidence.locator("main")).containsText(shown);
            inspection
                    .getByRole(AriaRole.LINK, named("Explain the action on one recommendation"))
                    .nth(1)
                    .click();
            assertThat(page.locator(".office-task")).containsText("Together");
        }
    }

    private static Locator.GetByRoleOptions named(String name) {
        return new Locator.GetByRoleOptions().setName(name).setExact(true);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "priya, Register a report/Change an inspection/Send a copy again, Audit",
        "martin, Correct a published response, Accounts",
        "helen, '', Audit",
        "grace, '', Audit",
        "tomasz, '', Cockpit",
        "bea, '', Audit"
    })
    @DisplayName("somebody who has signed in finds what is to be done, what may be started, and where the rest is")
    void whereToBegin(String user, String starts, String notOffered) {
        String start = starts.split("/")[0];
        try (Tasklist person = signedIn(user)) {
            Locator begin = person.page().locator(".office-begin");
            assertThat(begin).containsText("Your tasks");
            assertThat(begin.getByRole(AriaRole.LINK, named("Register of published responses")))
                    .isVisible();
            assertThat(begin.getByText(Pattern.compile("^Emails about your tasks")))
                    .isVisible();
            assertThat(begin.getByText(Pattern.compile("^" + notOffered))).hasCount(0);
            if (start.isEmpty()) {
                assertThat(begin.getByRole(AriaRole.BUTTON)).hasCount(0);
                assertThat(begin).not().containsText("Start something new");
            } else {
                assertThat(begin.getByRole(AriaRole.BUTTON)).hasText(starts.split("/"));
                begin.getByRole(AriaRole.BUTTON, named(start)).click();
                assertThat(person.page().locator(".modal-dialog .fjs-form")).isVisible();
                person.press("Close");
                assertThat(person.page().locator(".modal-dialog")).hasCount(0);
                begin.getByRole(AriaRole.BUTTON, named(start)).click();
                assertThat(person.page().locator(".modal-dialog .fjs-form")).isVisible();
            }
            for (String dead : List.of("Create task", "Add Comment", "Start process", "Create a filter")) {
                assertThat(person.page()
                                .getByText(dead, new Page.GetByTextOptions().setExact(true))
                                .locator("visible=true"))
                        .hasCount(0);
            }
        }
    }

    @Test
    @DisplayName("whoever has completed a task is told what is done and what comes next, and has the next one open")
    void whatComesNext() {
        String task = inspections.checkTaskOf("priya", "Next in turn");
        try (Tasklist priya = signedIn("priya")) {
            priya.openTask(task);
            priya.form().locator("input[type=radio]").first().check();
            priya.complete();

            Locator next = priya.page().locator(".office-next");
            assertThat(next).containsText("Done: Check the recommendations");
            assertThat(next).containsText("Next in turn");
            assertThat(next.getByRole(AriaRole.LINK, named("Submit the Chief Constable's comments")))
                    .isVisible();
            next.getByRole(AriaRole.LINK, named("Submit the Chief Constable's comments"))
                    .click();
            assertThat(priya.page().locator("h2.task")).hasText("Submit the Chief Constable's comments");
            assertThat(priya.page().locator(".office-task")).containsText("Next in turn");
            assertThat(next).hasText("");
        }
    }

    @Test
    @DisplayName("a link to what comes next is followed, also where another task would open while it is pressed")
    void pressed() {
        inspections.given("priya", inspections.draftTaskOf("priya"));
        String task = inspections.checkTaskOf("priya", "Pressed meanwhile");
        try (Tasklist priya = signedIn("priya")) {
            AtomicInteger looks = new AtomicInteger();
            priya.page().route("**/next", route -> {
                APIResponse answer = route.fetch();
                // As if the application were still at work at the first look.
                route.fulfill(new Route.FulfillOptions()
                        .setResponse(answer)
                        .setBody(
                                looks.incrementAndGet() == 1
                                        ? answer.text().replace("\"isSettled\":true", "\"isSettled\":false")
                                        : answer.text()));
            });
            priya.openTask(task);
            priya.form().locator("input[type=radio]").first().check();
            priya.complete();
            Locator link = priya.page()
                    .locator(".office-next")
                    .getByRole(AriaRole.LINK, named("Submit the Chief Constable's comments"));
            link.hover();
            priya.page().mouse().down();
            priya.page().waitForResponse("**/next", () -> {});
            priya.page().waitForTimeout(500);
            priya.page().mouse().up();

            assertThat(priya.page().locator("h2.task")).hasText("Submit the Chief Constable's comments");
            assertThat(priya.page().locator(".office-task")).containsText("Pressed meanwhile");
        }
    }

    @Test
    @DisplayName("the next task can be completed, also where the answer comes late that the one before is gone")
    void answerAboutTheOneBefore() {
        String before = inspections.checkTaskOf("priya", "One after the other");
        String after = inspections.checkTaskOf("priya", "One after the other");
        try (Tasklist priya = signedIn("priya")) {
            Page page = priya.page();
            priya.openTask(before);
            priya.form().locator("input[type=radio]").first().check();
            AtomicReference<Route> late = new AtomicReference<>();
            page.route("**/task/" + before, asked -> {
                if (!late.compareAndSet(null, asked)) {
                    asked.resume();
                }
            });
            page.evaluate("() => angular.element(document.body).injector().get('$rootScope').$broadcast('refresh')");
            page.waitForCondition(() -> late.get() != null);
            priya.complete();
            page.evaluate("task => { location.hash = '#/?task=' + task; }", after);
            assertThat(priya.form()).isVisible();
            priya.form().locator("input[type=radio]").first().check();
            late.get()
                    .fulfill(new Route.FulfillOptions()
                            .setStatus(404)
                            .setContentType("application/json")
                            .setBody("{}"));
            page.evaluate("() => new Promise(done => setTimeout(done))");

            assertThat(page.locator(".task-removed")).hasCount(0);
            priya.complete();
        }
    }

    @Test
    @DisplayName("of two tasks that are pressed one soon after the other the second one opens")
    void oneSoonAfterTheOther() {
        String first = inspections.findingsTaskOf("priya", "Pressed first");
        String second = inspections.findingsTaskOf("priya", "Pressed second");
        try (Tasklist priya = signedIn("priya")) {
            Page page = priya.page();
            List<Route> late = new ArrayList<>();
            page.route("**/engine/default/task/" + first, late::add);
            page.locator("li.task a[href*='" + first + "']").first().click();
            page.waitForCondition(() -> !late.isEmpty());
            page.locator("li.task a[href*='" + second + "']").first().click();
            assertThat(page).hasURL(Pattern.compile(".*" + second + ".*"));
            late.forEach(Route::resume);

            assertThat(page.locator(".office-task")).containsText("Pressed second");
            assertThat(priya.field(FINDINGS)).isVisible();
        }
    }

    @Test
    @DisplayName("the form of what is done cannot be written in while the next one is on its way")
    void formOfWhatIsDone() {
        List<String> both = inspections.explanationTasksOf("priya");
        both.forEach(task -> inspections.given(null, task));
        try (Tasklist priya = signedIn("priya")) {
            Page page = priya.page();
            priya.openTask(both.get(0));
            List<Route> late = new ArrayList<>();
            AtomicBoolean isOnItsWay = new AtomicBoolean(true);
            both.forEach(task -> page.route("**/engine/default/task/" + task, asked -> {
                if (isOnItsWay.get()) {
                    late.add(asked);
                } else {
                    asked.resume();
                }
            }));
            priya.choose("Action taken or proposed");
            priya.fill("Explanation for Recommendation 1", "Since October.");
            priya.choose("The explanation is finished");
            priya.complete();
            assertThat(page.locator(".office-next")).containsText("Your next task is open below.");

            assertThat(page.getByLabel("Explanation for Recommendation 1").locator("visible=true"))
                    .hasCount(0);
            assertThat(priya.button().locator("visible=true")).hasCount(0);
            isOnItsWay.set(false);
            late.forEach(Route::resume);
            priya.choose("Action taken or proposed");
            priya.fill("Explanation for Recommendation 2", "Since November.");
            priya.choose("The explanation is finished");
            priya.complete();
        }
    }

    @Test
    @DisplayName("whoever has registered a report has its first task open, or a link to it where another task is open")
    void registered() {
        try (Tasklist priya = signedIn("priya")) {
            registers(priya, "Registered first");
            Locator next = priya.page().locator(".office-next");
            assertThat(next).containsText("Done: Register a report");
            assertThat(next).containsText("Your next task is open below.");
            assertThat(priya.page().locator(".office-task")).containsText("Registered first");
            assertThat(priya.field(FINDINGS)).isVisible();

            registers(priya, "Registered second");
            assertThat(next).containsText("Registered second");
            assertThat(next.getByRole(AriaRole.LINK, named("Record the findings and recommendations")))
                    .isVisible();
            assertThat(priya.page().locator(".office-task")).containsText("Registered first");
            next.getByRole(AriaRole.LINK, named("Record the findings and recommendations"))
                    .click();
            assertThat(priya.page().locator(".office-task")).containsText("Registered second");
            assertThat(next).hasText("");
        }
    }

    private static void registers(Tasklist person, String title) {
        person.openStartForm();
        person.fill("Title of the inspection report", title);
        person.fillDate("Date published", WrittenDate.of(OneDay.TODAY));
        person.select("Type of inspection", "PEEL Inspection");
        person.start();
    }

    @Test
    @DisplayName("whoever has completed one of several tasks of an inspection has another of them open")
    void theNextOne() {
        List<String> two = inspections.explanationTasksOf("priya", "One after the other");
        tasks.setAssignee(two.get(1), null);
        try (Tasklist priya = signedIn("priya")) {
            priya.openTask(two.get(0));
            priya.fill("Explanation for Recommendation 1", "We train.");
            priya.form().locator("input[type=radio]").first().check();
            priya.choose("The explanation is finished");
            priya.complete();

            assertThat(priya.field("Explanation for Recommendation 2")).isVisible();
            assertThat(priya.page().locator(".office-next")).containsText("Your next task is open below.");
        }
    }

    @Test
    @DisplayName(
            "the list stays while it is asked for again: who presses a task opens it, and the keyboard stays there")
    void listStays() {
        String task = inspections.findingsTaskOf("priya", "Pressed at the wrong moment");
        try (Tasklist priya = signedIn("priya")) {
            Page page = priya.page();
            Locator card = page.locator("section.tasks-list li.task")
                    .filter(new Locator.FilterOptions().setHasText("Pressed at the wrong moment"));
            Locator link = card.locator("h4 a");
            assertThat(card).containsText("With you");
            link.focus();
            assertThat(link).isFocused();
            inspections.given("owen", task);

            card.hover();
            page.mouse().down();
            // As it is asked for every few seconds.
            page.waitForResponse(
                    answer -> answer.url().contains("/filter/") && answer.url().contains("/list"), () -> {});
            assertThat(card).containsText("With Owen Larkin");
            assertThat(link).isFocused();
            page.mouse().up();

            assertThat(page.locator(".task-card h2.task")).hasText("Record the findings and recommendations");
        }
    }

    @Test
    @DisplayName("a task that nobody has belongs to whoever begins to type, and the text is kept")
    void typingClaims() {
        String task = inspections.given(null, inspections.findingsTaskOf("priya"));
        try (Tasklist priya = signedIn("priya")) {
            priya.openTask(task);
            priya.field(FINDINGS).click();
            priya.field(FINDINGS).pressSequentially("Typed at once, without a click more.");
            assertThat(priya.saved()).hasText(Pattern.compile("Saved \\d\\d:\\d\\d"));
            Assertions.assertThat(assigneeOf(task)).isEqualTo("priya");
            assertThat(priya.field(FINDINGS)).hasValue("Typed at once, without a click more.");
            priya.page().reload();
            assertThat(priya.field(FINDINGS)).hasValue("Typed at once, without a click more.");
        }
    }

    @Test
    @DisplayName("a task that nobody has is done by whoever completes it")
    void completingClaims() {
        String task = inspections.given(null, inspections.approvalTaskOf("helen"));
        try (Tasklist helen = signedIn("helen")) {
            helen.openTask(task);
            helen.form().locator("input[type=radio]").first().check();
            helen.complete();
            assertThat(helen.page().locator(".office-next")).containsText("Done: Approve the response");
        }
        Assertions.assertThat(engine.getHistoryService()
                        .createHistoricTaskInstanceQuery()
                        .taskId(task)
                        .singleResult()
                        .getAssignee())
                .isEqualTo("helen");
    }

    @Test
    @DisplayName("whoever was slower is told who has the task, and still sees what was typed")
    void aColleagueWasQuicker() {
        String task = inspections.given(null, inspections.findingsTaskOf("priya"));
        try (Tasklist priya = signedIn("priya")) {
            priya.openTask(task);
            assertThat(priya.page().locator(".office-task")).containsText("not started");
            priya.page().route("**/task/" + task + "/claim", route -> {
                tasks.setAssignee(task, "owen");
                route.resume();
            });
            priya.fill(FINDINGS, "Typed a moment too late");
            assertThat(priya.page().locator(".office-trouble")).containsText("Owen Larkin");
            assertThat(priya.field(FINDINGS)).hasValue("Typed a moment too late");
            priya.page().unroute("**/task/" + task + "/claim");
            Assertions.assertThat(assigneeOf(task)).isEqualTo("owen");
        }
    }

    @Test
    @DisplayName("a task that is for others is read, and neither claimed nor written in")
    void forOthers() {
        String task = inspections.given(null, inspections.findingsTaskOf("priya"));
        try (Tasklist martin = signedIn("martin")) {
            martin.openTask(task);
            assertThat(martin.page().locator(".office-task")).containsText("For Policy officers, not started");
            assertThat(martin.page()
                            .getByText("Claim", new Page.GetByTextOptions().setExact(true))
                            .locator("visible=true"))
                    .hasCount(0);
            martin.field(FINDINGS).focus();
            martin.page().keyboard().type("Not mine");
            assertThat(martin.field(FINDINGS)).hasValue("");
            Assertions.assertThat(assigneeOf(task)).isNull();
        }
    }

    @Test
    @DisplayName("the task that the address names is open, also where Tasklist takes the change for its own")
    void byItsAddress() {
        String task = inspections.findingsTaskOf("priya", "Named by the address");
        try (Tasklist priya = signedIn("priya")) {
            assertThat(cards(priya).first()).isVisible();
            // Changes the address and changes it back, after which the vendor waits for a change that never comes.
            priya.page()
                    .evaluate("() => angular.element(document.body).injector().invoke(['search', '$rootScope',"
                            + " (search, root) => root.$apply(() => { search.updateSilently({ page: 7 });"
                            + " search.updateSilently({ page: null }); })])");
            priya.page().evaluate("task => { location.hash = '#/?task=' + task; }", task);
            assertThat(priya.page().locator(".office-task")).containsText("Named by the address");
            assertThat(priya.field(FINDINGS)).isVisible();
        }
    }

    @Test
    @DisplayName("what cannot be said in words at present is in the list all the same")
    void withoutWords() {
        String task = inspections.findingsTaskOf("priya", "Without words");
        try (Tasklist priya = signedIn("priya")) {
            priya.page().route("**/office/**", Route::abort);
            priya.openTask(task);
            assertThat(priya.page().locator("h2.task")).hasText("Record the findings and recommendations");
            assertThat(cards(priya).first().locator("h4")).isVisible();
        }
    }

    private String assigneeOf(String task) {
        return tasks.createTaskQuery().taskId(task).singleResult().getAssignee();
    }
}
