package uk.opcc.inspectionresponse.casework.distribution;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;
import uk.opcc.inspectionresponse.process.ProcessVariables;
import uk.opcc.inspectionresponse.publishing.archive.ApprovedResponses;

/** Ticks the box For Office Use Only that belongs to a distribution when it is done, with its day. */
@Component("tickOfficeUseBox")
class TickOfficeUseBox implements TaskListener {

    private final ApprovedResponses approved;

    TickOfficeUseBox(ApprovedResponses approved) {
        this.approved = approved;
    }

    @Override
    public void notify(DelegateTask task) {
        approved.tick(
                task.getExecution().getProcessBusinessKey(),
                task.getTaskDefinitionKey(),
                ProcessVariables.DISTRIBUTION.get(task).day().orElseThrow());
    }
}
