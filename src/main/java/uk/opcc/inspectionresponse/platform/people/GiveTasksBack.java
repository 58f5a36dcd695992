package uk.opcc.inspectionresponse.platform.people;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import uk.opcc.inspectionresponse.process.AsApplication;

/** Gives the tasks of somebody who leaves back to the groups that are to do them: nothing waits for who is gone. */
@Component
class GiveTasksBack {

    private static final Logger LOG = LoggerFactory.getLogger(GiveTasksBack.class);

    private final TaskService tasks;
    private final WhoseTasks whose;
    private final People people;
    private final AsApplication application;
    private final ApplicationEventPublisher events;
    private final TransactionOperations transaction;

    GiveTasksBack(
            TaskService tasks,
            WhoseTasks whose,
            People people,
            AsApplication application,
            ApplicationEventPublisher events,
            TransactionOperations transaction) {
        this.tasks = tasks;
        this.whose = whose;
        this.people = people;
        this.application = application;
        this.events = events;
        this.transaction = transaction;
    }

    @EventListener
    void rolesAreLost(RolesLost lost) {
        List<Task> claimed = application.ask(
                () -> tasks.createTaskQuery().taskAssignee(lost.user()).active().list());
        if (!claimed.isEmpty()) {
            Set<String> left = groupsLeft(lost);
            claimed.forEach(task -> giveBackUnlessIn(left, task));
        }
    }

    /**
     * Gives back what is still with somebody who has left: what was suspended then, when the engine changes nothing of
     * a task, and what an earlier release left so.
     */
    @Scheduled(fixedDelay = 5, timeUnit = TimeUnit.MINUTES)
    void giveBackTheRest() {
        Map<String, Set<String>> groups = new HashMap<>();
        for (Task task : tasks.createTaskQuery().taskAssigned().active().list()) {
            Set<String> left = groups.computeIfAbsent(task.getAssignee(), user -> Set.copyOf(people.groupsOf(user)));
            try {
                transaction.executeWithoutResult(status -> giveBackUnlessIn(left, task));
            } catch (RuntimeException e) {
                // Somebody does something to it in the same moment, or it is gone by now: it is looked at again.
                LOG.warn("The task {} of {} is not given back yet: {}", task.getId(), task.getAssignee(), e.toString());
            }
        }
    }

    private void giveBackUnlessIn(Set<String> left, Task task) {
        List<String> groups = whose.candidateGroupsOf(task.getId());
        boolean stillTheirs = whose.assigneeOf(task.getId())
                .filter(task.getAssignee()::equals)
                .isPresent();
        if (stillTheirs && !groups.isEmpty() && groups.stream().noneMatch(left::contains)) {
            // By whoever is signed in, where somebody is: so it stands in the audit trail.
            tasks.setAssignee(task.getId(), null);
            events.publishEvent(new TaskGivenBack(task.getId(), task.getAssignee(), groups));
        }
    }

    private Set<String> groupsLeft(RolesLost lost) {
        return lost.group()
                .map(group -> people.groupsOf(lost.user()).stream()
                        .filter(other -> !other.equals(group))
                        .collect(Collectors.toSet()))
                .orElse(Set.of());
    }
}
