package uk.opcc.inspectionresponse.casework.publication;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.variable.VariableMap;
import org.springframework.stereotype.Component;
import uk.opcc.inspectionresponse.casework.drafting.ResponseOfInspection;
import uk.opcc.inspectionresponse.process.PeriodOfInspection;
import uk.opcc.inspectionresponse.process.ProcessVariables;
import uk.opcc.inspectionresponse.process.ProcessVariables.Distribution;
import uk.opcc.inspectionresponse.publishing.register.Publication;
import uk.opcc.inspectionresponse.publishing.register.Register;

/**
 * Publishes the approved response, in the transaction of whoever completes the task: section 55(5). With it the day of
 * the publication stands, whatever becomes of the files that are exported later.
 *
 * <p>In the diagrams of release 1 it hears instead that the task is completed.
 */
@Component("publishResponse")
class PublishResponse implements JavaDelegate, TaskListener {

    private static final String ELSEWHERE = "elsewhere";

    private final Register register;

    PublishResponse(Register register) {
        this.register = register;
    }

    @Override
    public void execute(DelegateExecution execution) {
        publish(execution.getVariablesTyped(false));
    }

    @Override
    public void notify(DelegateTask task) {
        publish(task.getVariablesTyped(false));
    }

    private void publish(VariableMap variables) {
        Distribution distribution = ProcessVariables.DISTRIBUTION.get(variables);
        boolean elsewhere = ProcessVariables.PUBLISHED_WHERE.get(variables).equals(ELSEWHERE);
        register.publish(
                ProcessVariables.REFERENCE.get(variables),
                ResponseOfInspection.in(variables),
                new Publication(
                        ProcessVariables.PUBLISHED_ON.get(variables),
                        ProcessVariables.PUBLISHED_ON_DAY.get(variables),
                        ProcessVariables.IN_TIME.get(variables),
                        PeriodOfInspection.of(variables).length(),
                        elsewhere ? distribution.address() : null,
                        distribution.recordedBy()));
    }
}
