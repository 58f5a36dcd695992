package uk.opcc.inspectionresponse.platform.screens;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.runtime.VariableInstance;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.variable.VariableMap;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import uk.opcc.inspectionresponse.platform.refusal.Shortened;
import uk.opcc.inspectionresponse.platform.search.SearchWords;
import uk.opcc.inspectionresponse.process.ProcessVariables;
import uk.opcc.inspectionresponse.process.ProcessVariables.Item;

/**
 * Gives each task the few values that Tasklist's lists show and find it by, as its own: who sees a task in a list may
 * see these, and needs no permission for the variables of the whole inspection.
 */
@Component
class LabelTasks {

    /** What a text of the engine has room for. */
    private static final int ROOM = 4000;

    private static final List<String> OF_WORDS = List.of(
            ProcessVariables.TITLE.name(), ProcessVariables.REFERENCE.name(), ProcessVariables.RECOMMENDATION.name());

    private final TaskService tasks;
    private final RuntimeService runtime;

    LabelTasks(TaskService tasks, RuntimeService runtime) {
        this.tasks = tasks;
        this.runtime = runtime;
    }

    @EventListener(condition = "#task.eventName == '" + TaskListener.EVENTNAME_CREATE + "'")
    void taskIsCreated(DelegateTask task) {
        ProcessVariables.TITLE.find(task).ifPresent(title -> ProcessVariables.LISTED_TITLE.setLocal(task, title));
        ProcessVariables.LAST_LAWFUL_DAY
                .find(task)
                .ifPresent(day -> ProcessVariables.LISTED_LAST_DAY.setLocal(task, day));
        ProcessVariables.RECOMMENDATION_NUMBER
                .find(task)
                .ifPresent(number -> ProcessVariables.LISTED_RECOMMENDATION.setLocal(task, number));
        ProcessVariables.RECOMMENDATION
                .find(task)
                .ifPresent(item -> ProcessVariables.LISTED_ITEM.setLocal(task, item.label()));
        ProcessVariables.OTHER_DUTY
                .find(task)
                .ifPresent(duty -> ProcessVariables.LISTED_DUTY.setLocal(task, Shortened.within(ROOM, duty.what())));
        ProcessVariables.LISTED_WORDS.setLocal(
                task,
                words(
                        task.getName()
                                + ProcessVariables.OTHER_DUTY
                                        .find(task)
                                        .map(duty -> " " + duty.what())
                                        .orElse(""),
                        ProcessVariables.TITLE.find(task),
                        ProcessVariables.REFERENCE.find(task),
                        ProcessVariables.RECOMMENDATION.find(task)));
    }

    /** Tasks of an earlier release cannot be found by words before, or not by those of now. */
    @EventListener(ApplicationStartedEvent.class)
    void labelEarlierTasks() {
        List<VariableInstance> words = runtime.createVariableInstanceQuery()
                .variableName(ProcessVariables.LISTED_WORDS.name())
                .list();
        words.forEach(this::bringUpToDate);
        Set<String> labelled = words.stream().map(VariableInstance::getTaskId).collect(Collectors.toSet());
        for (Task task : tasks.createTaskQuery().active().list()) {
            if (!labelled.contains(task.getId())) {
                label(task);
            }
        }
    }

    private void bringUpToDate(VariableInstance words) {
        String before = String.valueOf(words.getValue());
        String now = Shortened.within(ROOM, SearchWords.plain(before));
        if (!now.equals(before)) {
            try {
                tasks.setVariableLocal(words.getTaskId(), ProcessVariables.LISTED_WORDS.name(), now);
            } catch (ProcessEngineException e) {
                // Completed meanwhile, suspended, or done by another server that starts at the same time.
            }
        }
    }

    private void label(Task task) {
        try {
            VariableMap variables = tasks.getVariablesTyped(task.getId(), OF_WORDS, false);
            tasks.setVariableLocal(
                    task.getId(),
                    ProcessVariables.LISTED_WORDS.name(),
                    words(
                            task.getName(),
                            ProcessVariables.TITLE.find(variables),
                            ProcessVariables.REFERENCE.find(variables),
                            ProcessVariables.RECOMMENDATION.find(variables)));
        } catch (ProcessEngineException e) {
            // Completed meanwhile, or labelled by another server that starts at the same time.
        }
    }

    private static String words(
            String name, Optional<String> title, Optional<String> reference, Optional<Item> recommendation) {
        StringBuilder words = new StringBuilder(name);
        title.ifPresent(text -> words.append(' ').append(text));
        reference.ifPresent(text -> words.append(' ').append(text));
        recommendation.ifPresent(
                one -> words.append(' ').append(one.label()).append(' ').append(one.text()));
        return Shortened.within(ROOM, SearchWords.plain(Shortened.within(2 * ROOM, words.toString())));
    }
}
