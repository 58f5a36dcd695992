package uk.opcc.inspectionresponse.platform.tasks;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.camunda.bpm.engine.TaskService;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import uk.opcc.inspectionresponse.platform.people.People;
import uk.opcc.inspectionresponse.platform.people.WhoseTasks;
import uk.opcc.inspectionresponse.process.AsApplication;

/** Where somebody finds the rest of an inspection: its evidence, its history, its documents, and what is open in it. */
@Component
public class PagesOfInspection {

    private static final String IN_AN_ADDRESS = "[A-Za-z0-9_-]+";

    /** More than these are not named one by one. */
    private static final int MOST_TASKS = 20;

    private final List<PagesOfStaff> pages;
    private final TaskService tasks;
    private final WhoseTasks whose;
    private final People people;
    private final ProcessesOfInspection processes;
    private final AsApplication application;
    private final String screens;

    PagesOfInspection(
            List<PagesOfStaff> pages,
            TaskService tasks,
            WhoseTasks whose,
            People people,
            ProcessesOfInspection processes,
            AsApplication application,
            @Value("${camunda.bpm.webapp.application-path:/camunda}") String screens) {
        this.pages = pages;
        this.tasks = tasks;
        this.whose = whose;
        this.people = people;
        this.processes = processes;
        this.application = application;
        this.screens = screens;
    }

    /** Those that a person may open; none of an inspection whose reference cannot stand in an address. */
    public List<Link> of(String reference, String person) {
        if (!reference.matches(IN_AN_ADDRESS)) {
            return List.of();
        }
        Set<String> groups = new HashSet<>(people.groupsOf(person));
        return Stream.concat(
                        pages.stream().flatMap(one -> one.ofInspection(groups, reference).stream()),
                        openTasks(reference, person, groups).stream())
                .toList();
    }

    private List<Link> openTasks(String reference, String person, Set<String> groups) {
        boolean seesAll = people.seesAll(person);
        String[] about = processes.of(reference);
        if (about.length == 0) {
            return List.of();
        }
        return application.ask(() -> tasks
                .createTaskQuery()
                .processInstanceIdIn(about)
                .active()
                .orderByTaskCreateTime()
                .asc()
                .listPage(0, MOST_TASKS)
                .stream()
                .filter(task -> seesAll
                        || whose.candidateGroupsOf(task.getId()).stream().anyMatch(groups::contains))
                .map(task -> new Link(
                        "Open task: " + task.getName(), screens + "/app/tasklist/default/#/?task=" + task.getId()))
                .toList());
    }
}
