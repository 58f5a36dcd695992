package uk.opcc.inspectionresponse.platform.tasks;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.task.TaskQuery;
import org.springframework.stereotype.Component;
import uk.opcc.inspectionresponse.platform.people.People;
import uk.opcc.inspectionresponse.platform.people.WhoseTasks;
import uk.opcc.inspectionresponse.process.AsApplication;
import uk.opcc.inspectionresponse.process.ProcessVariables;

/**
 * The open tasks of an inspection: those that whoever is signed in may see, and of the others no more than what is to
 * be done and for whom.
 */
@Component
class WorkOfInspection {

    /** More than this many are not listed: nobody chooses among them. */
    private static final int AT_MOST = 100;

    private final TaskService tasks;
    private final WhoseTasks whose;
    private final People people;
    private final ProcessesOfInspection processes;
    private final AsApplication application;

    WorkOfInspection(
            TaskService tasks,
            WhoseTasks whose,
            People people,
            ProcessesOfInspection processes,
            AsApplication application) {
        this.processes = processes;
        this.tasks = tasks;
        this.whose = whose;
        this.people = people;
        this.application = application;
    }

    /** Those of a process instance that whoever is signed in may see, the most urgent first. */
    List<Task> seenIn(String processInstance) {
        return found(in(processInstance));
    }

    /** Those of an inspection, and of the corrections of its response, that whoever is signed in may see. */
    List<Task> seenOf(String reference) {
        String[] about = processes.of(reference);
        return about.length == 0 ? List.of() : found(in(about));
    }

    /** The others of a process instance: what is to be done, and for whom. */
    List<String> others(String processInstance, List<Task> seen) {
        return others(in(processInstance), seen);
    }

    /** The others of an inspection, and of the corrections of its response. */
    List<String> othersOf(String reference, List<Task> seen) {
        String[] about = processes.of(reference);
        return about.length == 0 ? List.of() : others(in(about), seen);
    }

    private List<String> others(TaskQuery query, List<Task> seen) {
        Set<String> known = seen.stream().map(Task::getId).collect(Collectors.toSet());
        return application.ask(() -> found(query).stream()
                .filter(task -> !known.contains(task.getId()))
                .map(task ->
                        Optional.ofNullable(tasks.getVariableLocal(task.getId(), ProcessVariables.LISTED_DUTY.name()))
                                        .map(Object::toString)
                                        .orElse(task.getName())
                                + ", for " + groups(task))
                .distinct()
                .toList());
    }

    /**
     * Those that are open again where one of the same kind was completed, as it is for somebody who goes on later.
     *
     * @param item the number of the recommendation, or the words of the duty, that it was about; null if it was about
     *     none
     */
    List<Task> openAgain(String processInstance, String taskDefinition, Object item) {
        return application.ask(() -> in(processInstance).taskDefinitionKey(taskDefinition).list().stream()
                .filter(task -> Objects.equals(item, subject(task.getId())))
                .toList());
    }

    private Object subject(String task) {
        return Optional.ofNullable(tasks.getVariableLocal(task, ProcessVariables.LISTED_RECOMMENDATION.name()))
                .orElseGet(() -> tasks.getVariableLocal(task, ProcessVariables.LISTED_DUTY.name()));
    }

    /**
     * The one that somebody should do next: one that they have before one that nobody has, and one of this inspection
     * before another. One that is for somebody else's group as well is for them to choose.
     */
    Optional<Task> nextOf(String person, List<Task> seenHere, List<Task> putAside) {
        Set<String> aside = putAside.stream().map(Task::getId).collect(Collectors.toSet());
        List<Task> here =
                seenHere.stream().filter(task -> !aside.contains(task.getId())).toList();
        return here.stream()
                .filter(task -> person.equals(task.getAssignee()))
                .findFirst()
                .or(() -> here.stream()
                        .filter(task -> task.getAssignee() == null && isForNobodyElse(person, task))
                        .findFirst())
                .or(() -> found(tasks.createTaskQuery().taskAssignee(person).active()).stream()
                        .filter(task -> !aside.contains(task.getId()))
                        .findFirst());
    }

    private boolean isForNobodyElse(String person, Task task) {
        return people.groupsOf(person).containsAll(whose.candidateGroupsOf(task.getId()));
    }

    private TaskQuery in(String processInstance) {
        return tasks.createTaskQuery().processInstanceId(processInstance).active();
    }

    private TaskQuery in(String[] about) {
        return tasks.createTaskQuery().processInstanceIdIn(about).active();
    }

    private static List<Task> found(TaskQuery query) {
        return query.orderByTaskPriority()
                .desc()
                .orderByDueDate()
                .asc()
                .orderByTaskCreateTime()
                .asc()
                .orderByTaskId()
                .asc()
                .listPage(0, AT_MOST);
    }

    private String groups(Task task) {
        return whose.candidateGroupsOf(task.getId()).stream()
                .map(people::nameOfGroup)
                .collect(Collectors.joining(" or "));
    }
}
