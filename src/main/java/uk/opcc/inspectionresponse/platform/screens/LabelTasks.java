package uk.opcc.inspectionresponse.platform.screens;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import uk.opcc.inspectionresponse.process.ProcessVariables;

/**
 * Gives each task the few values that Tasklist's lists show, as its own: who sees a task in a list may see these, and
 * needs no permission for the variables of the whole inspection.
 */
@Component
class LabelTasks {

    @EventListener(condition = "#task.eventName == '" + TaskListener.EVENTNAME_CREATE + "'")
    void taskIsCreated(DelegateTask task) {
        ProcessVariables.TITLE.find(task).ifPresent(title -> ProcessVariables.LISTED_TITLE.setLocal(task, title));
        ProcessVariables.LAST_LAWFUL_DAY
                .find(task)
                .ifPresent(day -> ProcessVariables.LISTED_LAST_DAY.setLocal(task, day));
        ProcessVariables.RECOMMENDATION_NUMBER
                .find(task)
                .ifPresent(number -> ProcessVariables.LISTED_RECOMMENDATION.setLocal(task, number));
    }
}
