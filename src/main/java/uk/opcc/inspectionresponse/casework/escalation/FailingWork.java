package uk.opcc.inspectionresponse.casework.escalation;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.history.HistoricActivityInstance;
import org.camunda.bpm.engine.management.JobDefinition;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.springframework.stereotype.Component;
import uk.opcc.inspectionresponse.process.AsApplication;
import uk.opcc.inspectionresponse.process.ProcessVariables;
import uk.opcc.inspectionresponse.process.ProcessVariables.Outstanding;

/**
 * What the application itself should have done in an inspection, such as sending a mail, and could not do yet; also in
 * the processes that the inspection has called, which go by the name of the step that calls them.
 */
@Component
class FailingWork {

    private final ManagementService jobs;
    private final HistoryService history;
    private final AsApplication application;

    FailingWork(ManagementService jobs, HistoryService history, AsApplication application) {
        this.jobs = jobs;
        this.history = history;
        this.application = application;
    }

    List<Outstanding> in(DelegateExecution execution) {
        return application.ask(() -> processes(execution.getProcessInstanceId()).entrySet().stream()
                .flatMap(process -> jobs.createJobQuery().processInstanceId(process.getKey()).list().stream()
                        .filter(job -> job.getExceptionMessage() != null || job.getRetries() == 0)
                        .map(job -> outstanding(
                                process.getValue().isEmpty() ? step(job, execution) : process.getValue(),
                                job,
                                execution)))
                .toList());
    }

    /**
     * The inspection, and the processes that it has called and waits for, with the name of the step that calls each.
     */
    private Map<String, String> processes(String inspection) {
        Map<String, String> processes = new LinkedHashMap<>();
        processes.put(inspection, "");
        for (HistoricActivityInstance call : history.createHistoricActivityInstanceQuery()
                .processInstanceId(inspection)
                .activityType("callActivity")
                .unfinished()
                .list()) {
            if (call.getCalledProcessInstanceId() != null) {
                processes.put(call.getCalledProcessInstanceId(), call.getActivityName());
            }
        }
        return processes;
    }

    private String step(Job job, DelegateExecution execution) {
        JobDefinition definition = jobs.createJobDefinitionQuery()
                .jobDefinitionId(job.getJobDefinitionId())
                .singleResult();
        FlowElement step = execution.getBpmnModelInstance().getModelElementById(definition.getActivityId());
        return step.getName();
    }

    private static Outstanding outstanding(String step, Job job, DelegateExecution execution) {
        return new Outstanding(
                step,
                (job.getRetries() > 0
                                ? "the application, which will try again"
                                : "the administrator, who sees an incident in Cockpit")
                        + (job.getExceptionMessage() == null ? "" : " (" + job.getExceptionMessage() + ")"),
                ProcessVariables.LAST_LAWFUL_DAY.get(execution));
    }
}
