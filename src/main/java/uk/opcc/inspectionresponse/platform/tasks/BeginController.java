package uk.opcc.inspectionresponse.platform.tasks;

import java.security.Principal;
import java.time.Clock;
import java.util.Comparator;
import java.util.Date;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.TaskService;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import uk.opcc.inspectionresponse.platform.people.Groups;
import uk.opcc.inspectionresponse.platform.people.People;
import uk.opcc.inspectionresponse.process.DiagramIds;

/**
 * Says where somebody who has just signed in may begin: what is theirs to do, what they may start, what they may open.
 */
@RestController
@RequestMapping("${camunda.bpm.webapp.application-path:/camunda}/api/office/begin")
class BeginController {

    private final RepositoryService repository;
    private final StartsInWords starts;
    private final TaskService tasks;
    private final People people;
    private final List<PagesOfStaff> pages;
    private final Clock clock;

    BeginController(
            RepositoryService repository,
            StartsInWords starts,
            TaskService tasks,
            People people,
            List<PagesOfStaff> pages,
            Clock clock) {
        this.repository = repository;
        this.starts = starts;
        this.tasks = tasks;
        this.people = people;
        this.pages = pages;
        this.clock = clock;
    }

    /**
     * Where to begin.
     *
     * @param yours the tasks that the person has
     * @param ofYourGroups the tasks for the person's groups that nobody has
     * @param overdue of all these
     * @param starts what the person may start
     * @param pages what the person may open
     * @param may what of the vendor's controls is there for the person
     */
    record Begin(long yours, long ofYourGroups, long overdue, List<Start> starts, List<Link> pages, Set<Control> may) {}

    /** A process that may be started: the words for it, and the key of its diagram. */
    record Start(String words, String process) {}

    /** The controls of the screens that are not for everybody. */
    enum Control {
        CHANGE_DATES,
        ASSIGN,
        EDIT_LISTS,
        OPEN_COCKPIT,
        SEE_ALL_TASKS,
        SEE_VARIABLES,

        /** Stop, suspend and try again. */
        INTERVENE
    }

    @GetMapping
    Begin begin(Principal person) {
        Set<String> groups = new HashSet<>(people.groupsOf(person.getName()));
        Date now = Date.from(clock.instant());
        return new Begin(
                tasks.createTaskQuery().taskAssignee(person.getName()).active().count(),
                groups.isEmpty()
                        ? 0
                        : tasks.createTaskQuery()
                                .taskCandidateGroupIn(List.copyOf(groups))
                                .active()
                                .count(),
                tasks.createTaskQuery()
                                .taskAssignee(person.getName())
                                .dueBefore(now)
                                .active()
                                .count()
                        + (groups.isEmpty()
                                ? 0
                                : tasks.createTaskQuery()
                                        .taskCandidateGroupIn(List.copyOf(groups))
                                        .dueBefore(now)
                                        .active()
                                        .count()),
                repository
                        .createProcessDefinitionQuery()
                        .latestVersion()
                        .active()
                        .startableInTasklist()
                        .startablePermissionCheck()
                        .list()
                        .stream()
                        .map(process -> new Start(
                                starts.of(process.getId(), process.getKey(), process.getName()), process.getKey()))
                        // What everything begins with comes first.
                        .sorted(Comparator.comparing(
                                        (Start start) -> !start.process().equals(DiagramIds.INSPECTION_RESPONSE))
                                .thenComparing(Start::words))
                        .toList(),
                pages.stream().flatMap(one -> one.forMembersOf(groups).stream()).toList(),
                may(groups));
    }

    private static Set<Control> may(Set<String> groups) {
        Set<Control> may = EnumSet.noneOf(Control.class);
        if (groups.contains(Groups.ADMINISTRATORS)) {
            may.addAll(Set.of(Control.CHANGE_DATES, Control.EDIT_LISTS, Control.INTERVENE, Control.SEE_VARIABLES));
        }
        if (groups.contains(Groups.ADMINISTRATORS) || groups.contains(Groups.MANAGERS)) {
            may.addAll(Set.of(Control.ASSIGN, Control.SEE_ALL_TASKS));
        }
        if (LinksToScreens.cockpitIsOpenTo(groups)) {
            may.add(Control.OPEN_COCKPIT);
        }
        return may;
    }
}
