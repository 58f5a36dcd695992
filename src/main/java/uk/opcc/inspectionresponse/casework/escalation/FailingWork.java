package uk.opcc.inspectionresponse.casework.escalation;

import java.util.List;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.management.JobDefinition;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.springframework.stereotype.Component;
import uk.opcc.inspectionresponse.process.AsApplication;
import uk.opcc.inspectionresponse.process.ProcessVariables;
import uk.opcc.inspectionresponse.process.ProcessVariables.Outstanding;

/** What the application itself should have done in an inspection, such as sending a mail, and could not do yet. */
@Component
class FailingWork {

    private final ManagementService jobs;
    private final AsApplication application;

    FailingWork(ManagementService jobs, AsApplication application) {
        this.jobs = jobs;
        this.application = application;
    }

    List<Outstanding> in(DelegateExecution execution) {
        return application.ask(
                () -> jobs.createJobQuery().processInstanceId(execution.getProcessInstanceId()).list().stream()
                        .filter(job -> job.getExceptionMessage() != null || job.getRetries() == 0)
                        .map(job -> outstanding(job, execution))
                        .toList());
    }

    private Outstanding outstanding(Job job, DelegateExecution execution) {
        JobDefinition definition = jobs.createJobDefinitionQuery()
                .jobDefinitionId(job.getJobDefinitionId())
                .singleResult();
        FlowElement step = execution.getBpmnModelInstance().getModelElementById(definition.getActivityId());
        return new Outstanding(
                step.getName(),
                (job.getRetries() > 0
                                ? "the application, which tries it again"
                                : "the administrator: see the incident in Cockpit")
                        + (job.getExceptionMessage() == null ? "" : " (" + job.getExceptionMessage() + ")"),
                ProcessVariables.LAST_LAWFUL_DAY.get(execution));
    }
}
