package uk.opcc.inspectionresponse.platform.unfinished;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import uk.opcc.inspectionresponse.platform.people.People;
import uk.opcc.inspectionresponse.platform.people.WhoseTasks;

/**
 * Forgets what was typed into a form when its task ends, or its process has begun: in the engine's transaction, so that
 * it is there again where that is refused.
 */
@Component
class ForgetFinishedForms {

    private final UnfinishedForms forms;
    private final WhoseTasks tasks;
    private final People people;

    ForgetFinishedForms(UnfinishedForms forms, WhoseTasks tasks, People people) {
        this.forms = forms;
        this.tasks = tasks;
        this.people = people;
    }

    @EventListener(
            condition = "#task.eventName == '" + TaskListener.EVENTNAME_COMPLETE + "' or #task.eventName == '"
                    + TaskListener.EVENTNAME_DELETE + "'")
    void taskEnds(DelegateTask task) {
        forms.forget(OpenForm.ofTask(task.getId()));
    }

    @EventListener(condition = "#execution.eventName == '" + ExecutionListener.EVENTNAME_START + "'")
    void processBegins(DelegateExecution execution) {
        if (execution.getBpmnModelElementInstance() instanceof StartEvent start
                && (start.getCamundaFormRef() != null || start.getCamundaFormKey() != null)
                && start.getParentElement() instanceof Process process) {
            people.signedIn().ifPresent(person -> forms.forget(OpenForm.thatStarts(process.getId()), person));
        }
    }

    /** What was saved at the very moment at which its task ended. */
    @EventListener(ApplicationStartedEvent.class)
    void applicationStarts() {
        forms.ofTasks().stream().filter(form -> !tasks.has(form.subject())).forEach(forms::forget);
    }
}
