package uk.opcc.inspectionresponse.platform.tasks;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.springframework.stereotype.Component;
import uk.opcc.inspectionresponse.platform.people.People;
import uk.opcc.inspectionresponse.platform.people.WhoseTasks;
import uk.opcc.inspectionresponse.process.AsApplication;

/**
 * The open tasks of an inspection: those that whoever is signed in may see, and of the others no more than what is to
 * be done and for whom.
 */
@Component
class WorkOfInspection {

    /** More than this many are not listed: nobody chooses among them. */
    private static final int AT_MOST = 100;

    private static final Comparator<Task> MOST_URGENT_FIRST = Comparator.comparing(Task::getPriority)
            .reversed()
            .thenComparing(Task::getDueDate, Comparator.nullsLast(Comparator.naturalOrder()))
            .thenComparing(Task::getCreateTime)
            .thenComparing(Task::getId);

    private final TaskService tasks;
    private final WhoseTasks whose;
    private final People people;
    private final AsApplication application;

    WorkOfInspection(TaskService tasks, WhoseTasks whose, People people, AsApplication application) {
        this.tasks = tasks;
        this.whose = whose;
        this.people = people;
        this.application = application;
    }

    /** Those that whoever is signed in may see, the most urgent first. */
    List<Task> seenIn(String processInstance) {
        return in(processInstance).stream().sorted(MOST_URGENT_FIRST).toList();
    }

    /** The others: what is to be done, and for whom. */
    List<String> others(String processInstance, List<Task> seen) {
        Set<String> known = seen.stream().map(Task::getId).collect(Collectors.toSet());
        return application.ask(() -> in(processInstance).stream()
                .filter(task -> !known.contains(task.getId()))
                .sorted(MOST_URGENT_FIRST)
                .map(task -> task.getName() + ", for " + groups(task))
                .distinct()
                .toList());
    }

    /**
     * The one that somebody should do next: one that they have before one that nobody has, and one of this inspection
     * before another. One that is for somebody else's group as well is for them to choose.
     */
    Optional<Task> nextOf(String person, List<Task> seenHere) {
        return seenHere.stream()
                .filter(task -> person.equals(task.getAssignee()))
                .findFirst()
                .or(() -> seenHere.stream()
                        .filter(task -> task.getAssignee() == null && isForNobodyElse(person, task))
                        .findFirst())
                .or(() -> tasks
                        .createTaskQuery()
                        .taskAssignee(person)
                        .active()
                        .orderByTaskPriority()
                        .desc()
                        .orderByDueDate()
                        .asc()
                        .orderByTaskId()
                        .asc()
                        .listPage(0, 1)
                        .stream()
                        .findFirst());
    }

    private boolean isForNobodyElse(String person, Task task) {
        return people.groupsOf(person).containsAll(whose.candidateGroupsOf(task.getId()));
    }

    private List<Task> in(String processInstance) {
        return tasks.createTaskQuery()
                .processInstanceId(processInstance)
                .active()
                .listPage(0, AT_MOST);
    }

    private String groups(Task task) {
        return whose.candidateGroupsOf(task.getId()).stream()
                .map(people::nameOfGroup)
                .collect(Collectors.joining(" or "));
    }
}
