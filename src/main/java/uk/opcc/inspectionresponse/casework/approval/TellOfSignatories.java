package uk.opcc.inspectionresponse.casework.approval;

import java.util.List;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.Variables;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import uk.opcc.inspectionresponse.process.DiagramIds;
import uk.opcc.inspectionresponse.process.ProcessVariables;
import uk.opcc.inspectionresponse.process.ProcessVariables.Signatory;

/** Has open approvals offer those who can sign now: an acting commissioner may have come after the task did. */
@Component
class TellOfSignatories {

    private final TaskService tasks;
    private final RuntimeService runtime;
    private final OfferSignatories offered;

    TellOfSignatories(TaskService tasks, RuntimeService runtime, OfferSignatories offered) {
        this.tasks = tasks;
        this.runtime = runtime;
        this.offered = offered;
    }

    @EventListener(ApplicationStartedEvent.class)
    void tell() {
        List<Signatory> now = offered.now();
        List<String> names = List.of(ProcessVariables.SIGNATORIES.name(), ProcessVariables.SIGNATORY.name());
        for (Task approval : tasks.createTaskQuery()
                .taskDefinitionKey(DiagramIds.APPROVE_RESPONSE)
                .list()) {
            VariableMap known = runtime.getVariablesTyped(approval.getProcessInstanceId(), names, false);
            // One that came under an earlier release has a form that asks for no signatory.
            if (ProcessVariables.SIGNATORIES
                    .find(known)
                    .filter(offeredThen -> !offeredThen.equals(now))
                    .isPresent()) {
                renew(approval, now, ProcessVariables.SIGNATORY.find(known).orElse(null));
            }
        }
    }

    private void renew(Task approval, List<Signatory> now, String chosen) {
        VariableMap renewed = Variables.createVariables();
        renewed.put(ProcessVariables.SIGNATORIES.name(), ProcessVariables.SIGNATORIES.engineValue(now));
        renewed.put(ProcessVariables.SIGNATORY.name(), OfferSignatories.proposed(now, chosen));
        try {
            runtime.setVariables(approval.getProcessInstanceId(), renewed);
        } catch (ProcessEngineException e) {
            // Completed meanwhile, or told by another server that starts at the same time.
        }
    }
}
