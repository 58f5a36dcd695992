package uk.opcc.inspectionresponse.platform.tasks;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.VariableInstance;
import org.camunda.bpm.engine.runtime.VariableInstanceQuery;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.Variables;
import org.springframework.stereotype.Component;
import uk.opcc.inspectionresponse.platform.people.People;
import uk.opcc.inspectionresponse.platform.people.WhoseTasks;
import uk.opcc.inspectionresponse.platform.refusal.Shortened;
import uk.opcc.inspectionresponse.process.AsApplication;
import uk.opcc.inspectionresponse.process.ProcessVariables;
import uk.opcc.inspectionresponse.statutory.DueDate;
import uk.opcc.inspectionresponse.statutory.StatutoryPeriod;

/** Puts tasks in words, for somebody who may see them. */
@Component
class Cards {

    /** Characters of an item, which is enough to know it by. */
    private static final int LONGEST_ITEM = 200;

    private final TaskService tasks;
    private final RuntimeService runtime;
    private final WhoseTasks whose;
    private final People people;
    private final List<KeptFromTasks> rules;
    private final AsApplication application;
    private final Clock clock;

    Cards(
            TaskService tasks,
            RuntimeService runtime,
            WhoseTasks whose,
            People people,
            List<KeptFromTasks> rules,
            AsApplication application,
            Clock clock) {
        this.tasks = tasks;
        this.runtime = runtime;
        this.whose = whose;
        this.people = people;
        this.rules = rules;
        this.application = application;
        this.clock = clock;
    }

    /** The tasks in words, in their order. */
    List<Card> of(List<Task> seen, String person) {
        if (seen.isEmpty()) {
            return List.of();
        }
        return application.ask(() -> {
            Map<String, VariableMap> ofTasks = variables(
                    runtime.createVariableInstanceQuery()
                            .taskIdIn(seen.stream().map(Task::getId).toArray(String[]::new))
                            .variableNameIn(
                                    ProcessVariables.LISTED_TITLE.name(),
                                    ProcessVariables.LISTED_LAST_DAY.name(),
                                    ProcessVariables.LISTED_DUTY.name(),
                                    ProcessVariables.LISTED_RECOMMENDATION.name()),
                    true);
            Map<String, VariableMap> ofInspections = variables(
                    runtime.createVariableInstanceQuery()
                            .processInstanceIdIn(seen.stream()
                                    .map(Task::getProcessInstanceId)
                                    .distinct()
                                    .toArray(String[]::new))
                            .variableNameIn(
                                    ProcessVariables.ESCALATED.name(),
                                    ProcessVariables.DATE_PUBLISHED.name(),
                                    ProcessVariables.PUBLISHED_ON_DAY.name()),
                    false);
            Map<String, String> names = new HashMap<>();
            List<String> groups = people.groupsOf(person);
            return seen.stream()
                    .map(task -> {
                        List<String> candidates =
                                task.getAssignee() == null ? whose.candidateGroupsOf(task.getId()) : List.of();
                        boolean isForThem = candidates.stream().anyMatch(groups::contains);
                        Optional<String> kept = isForThem ? keptFrom(task, person) : Optional.empty();
                        String with = with(task, candidates, person, names);
                        return card(
                                task,
                                ofTasks.getOrDefault(task.getId(), Variables.createVariables()),
                                ofInspections.getOrDefault(task.getProcessInstanceId(), Variables.createVariables()),
                                kept.map(why -> with + ". " + why).orElse(with),
                                isForThem && kept.isEmpty());
                    })
                    .toList();
        });
    }

    private static Map<String, VariableMap> variables(VariableInstanceQuery query, boolean ofTasks) {
        Map<String, VariableMap> found = new HashMap<>();
        for (VariableInstance variable :
                query.disableCustomObjectDeserialization().list()) {
            found.computeIfAbsent(
                            ofTasks ? variable.getTaskId() : variable.getProcessInstanceId(),
                            scope -> Variables.createVariables())
                    .putValueTyped(variable.getName(), variable.getTypedValue());
        }
        return found;
    }

    private Card card(Task task, VariableMap ofTask, VariableMap ofInspection, String with, boolean isToBeBegun) {
        LocalDate today = StatutoryPeriod.today(clock);
        Optional<Integer> publishedOnDay = ProcessVariables.PUBLISHED_ON_DAY.find(ofInspection);
        Optional<DueDate> due = Optional.ofNullable(task.getDueDate())
                .map(date -> new DueDate(LocalDate.ofInstant(date.toInstant(), StatutoryPeriod.ZONE), today));
        List<String> marks = new ArrayList<>();
        if (due.filter(DueDate::isOver).isPresent()) {
            marks.add("Overdue");
        }
        if (publishedOnDay.isEmpty()
                && ProcessVariables.ESCALATED.find(ofInspection).orElse(false)) {
            marks.add("Escalated");
        }
        return new Card(
                task.getId(),
                task.getName(),
                ProcessVariables.LISTED_TITLE.find(ofTask).orElse(""),
                ProcessVariables.LISTED_RECOMMENDATION
                        .find(ofTask)
                        .map(number -> item(task, number))
                        .or(() -> ProcessVariables.LISTED_DUTY.find(ofTask))
                        .orElse(""),
                publishedOnDay
                        .map("Published on day %,d"::formatted)
                        .or(() -> ProcessVariables.LISTED_LAST_DAY
                                .find(ofTask)
                                .map(last -> day(
                                        StatutoryPeriod.between(
                                                ProcessVariables.DATE_PUBLISHED
                                                        .find(ofInspection)
                                                        .orElse(null),
                                                last),
                                        today)))
                        .or(() -> ProcessVariables.DATE_PUBLISHED
                                .find(ofInspection)
                                .filter(published -> published.isAfter(today))
                                .map(announced -> "Not published yet"))
                        .orElse(""),
                due.map(DueDate::words).orElse(""),
                marks,
                with,
                isToBeBegun);
    }

    private Optional<String> keptFrom(Task task, String person) {
        return rules.stream().flatMap(rule -> rule.why(task, person).stream()).findFirst();
    }

    private String item(Task task, int number) {
        return ProcessVariables.RECOMMENDATION
                .find(tasks.getVariablesTyped(task.getId(), List.of(ProcessVariables.RECOMMENDATION.name()), false))
                .map(one -> one.label() + ": "
                        + Shortened.to(LONGEST_ITEM, one.text().strip().replaceAll("\\s+", " ")))
                .orElse("Recommendation " + number);
    }

    private static String day(StatutoryPeriod period, LocalDate today) {
        int day = period.dayOf(today);
        return day > period.length()
                ? "Day %,d, late since day %d".formatted(day, period.length() + 1)
                : day < 1 ? "" : "Day %d of %d".formatted(day, period.length());
    }

    private String with(Task task, List<String> candidates, String person, Map<String, String> names) {
        if (task.getAssignee() == null) {
            return candidates.isEmpty()
                    ? "With nobody"
                    : candidates.stream()
                            .map(group -> names.computeIfAbsent("group " + group, key -> people.nameOfGroup(group)))
                            .collect(Collectors.joining(" or ", "For ", ", not started"));
        }
        return task.getAssignee().equals(person)
                ? "With you"
                : "With "
                        + names.computeIfAbsent("user " + task.getAssignee(), key -> people.nameOf(task.getAssignee()));
    }
}
