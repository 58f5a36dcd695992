package uk.opcc.inspectionresponse.platform.tasks;

import jakarta.servlet.http.HttpServletResponse;
import java.security.Principal;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.variable.VariableMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import uk.opcc.inspectionresponse.platform.office.References;
import uk.opcc.inspectionresponse.platform.people.People;
import uk.opcc.inspectionresponse.platform.people.WhoseTasks;
import uk.opcc.inspectionresponse.platform.refusal.Problem;
import uk.opcc.inspectionresponse.platform.refusal.RequestRefused;
import uk.opcc.inspectionresponse.platform.search.SearchWords;
import uk.opcc.inspectionresponse.process.AsApplication;
import uk.opcc.inspectionresponse.process.ProcessVariables;

/**
 * Says in words what somebody sees of tasks and of their inspections. The engine, which knows for the time of a request
 * who is signed in, is asked, so that its authorizations decide what that is.
 */
@RestController
@RequestMapping("${camunda.bpm.webapp.application-path:/camunda}/api/office")
class TaskWordsController {

    /** As many as a list of Tasklist shows on one page. */
    private static final int AT_MOST = 50;

    /** What the engine takes before a sign that would stand for another. */
    private static final char ESCAPE = '\\';

    private static final String IN_AN_ADDRESS = "[A-Za-z0-9_-]+";

    private final TaskService tasks;
    private final Cards cards;
    private final WorkOfInspection work;
    private final People people;
    private final List<PagesOfStaff> pages;
    private final References references;
    private final WhoseTasks whose;
    private final AsApplication application;

    TaskWordsController(
            TaskService tasks,
            Cards cards,
            WorkOfInspection work,
            People people,
            List<PagesOfStaff> pages,
            References references,
            WhoseTasks whose,
            AsApplication application) {
        this.references = references;
        this.whose = whose;
        this.tasks = tasks;
        this.cards = cards;
        this.work = work;
        this.people = people;
        this.pages = pages;
        this.application = application;
    }

    /**
     * An inspection.
     *
     * @param reference as people say it; empty where it has none
     * @param tasks that are open, and that the person may see
     * @param others that are open, each in words
     * @param pages that the person may open
     */
    record Inspection(String title, String reference, List<Card> tasks, List<String> others, List<Link> pages) {}

    /** The tasks of these ids, in that order, but for those that the person does not see. */
    @GetMapping("/tasks")
    List<Card> tasks(@RequestParam(defaultValue = "") String ids, Principal person) {
        String[] wanted = Arrays.stream(ids.split(","))
                .filter(id -> !id.isEmpty())
                .distinct()
                .toArray(String[]::new);
        if (wanted.length > AT_MOST) {
            throw new RequestRefused(Problem.ofInput(
                    HttpServletResponse.SC_BAD_REQUEST, "ids: ask for " + AT_MOST + " tasks at most.", "ids"));
        }
        if (wanted.length == 0) {
            return List.of();
        }
        Map<String, Task> seen = new HashMap<>();
        tasks.createTaskQuery().taskIdIn(wanted).list().forEach(task -> seen.put(task.getId(), task));
        return cards.of(
                Arrays.stream(wanted).filter(seen::containsKey).map(seen::get).toList(), person.getName());
    }

    /** What the words that somebody typed are in a question for tasks: each a pattern of {@code listedWords}. */
    @GetMapping("/search-words")
    List<String> searchWords(@RequestParam(defaultValue = "") String typed) {
        return SearchWords.patterns(typed, ESCAPE);
    }

    /** The inspection that a task is of. */
    @GetMapping("/tasks/{task}/inspection")
    Inspection inspection(@PathVariable String task, Principal person) {
        Task seen = Optional.ofNullable(tasks.createTaskQuery().taskId(task).singleResult())
                .orElseThrow(() -> whose.notOpen(task, person.getName()));
        VariableMap variables = application.ask(() -> tasks.getVariablesTyped(
                task, List.of(ProcessVariables.TITLE.name(), ProcessVariables.REFERENCE.name()), false));
        String reference = ProcessVariables.REFERENCE.find(variables).orElse("");
        List<Task> open = reference.isEmpty() ? work.seenIn(seen.getProcessInstanceId()) : work.seenOf(reference);
        Set<String> groups = new HashSet<>(people.groupsOf(person.getName()));
        return new Inspection(
                ProcessVariables.TITLE.find(variables).orElse(""),
                references.shown(reference),
                cards.of(open, person.getName()),
                reference.isEmpty() ? work.others(seen.getProcessInstanceId(), open) : work.othersOf(reference, open),
                reference.matches(IN_AN_ADDRESS)
                        ? pages.stream()
                                .flatMap(one -> one.ofInspection(groups, reference).stream())
                                .toList()
                        : List.of());
    }
}
