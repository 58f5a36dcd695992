package uk.opcc.inspectionresponse.oversight.monitoring;

import java.util.List;
import java.util.Optional;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.management.JobDefinition;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.springframework.stereotype.Component;
import uk.opcc.inspectionresponse.process.AsApplication;

/**
 * Work of the application that it does not try any more: a mail that could not be sent, an escalation that does not
 * come. A job that has no retries left waits for an administrator, for as long as nobody looks.
 */
@Component
public class StoppedWork {

    /** More than a page shows. */
    private static final int MOST_SHOWN = 100;

    private final ManagementService jobs;
    private final RuntimeService runtime;
    private final RepositoryService repository;
    private final AsApplication application;

    StoppedWork(
            ManagementService jobs, RuntimeService runtime, RepositoryService repository, AsApplication application) {
        this.jobs = jobs;
        this.runtime = runtime;
        this.repository = repository;
        this.application = application;
    }

    /** How many jobs have stopped. */
    public long count() {
        return application.ask(() -> jobs.createJobQuery().noRetriesLeft().count());
    }

    /** The jobs that have stopped, at most 100 of them. */
    public List<Stopped> list() {
        return application.ask(
                () -> jobs.createJobQuery().noRetriesLeft().orderByJobId().asc().listPage(0, MOST_SHOWN).stream()
                        .map(this::stopped)
                        .toList());
    }

    private Stopped stopped(Job job) {
        // A process that an inspection has called has no reference of its own.
        ProcessInstance inspection = find(job.getProcessInstanceId())
                .flatMap(process -> find(process.getRootProcessInstanceId()))
                .orElse(null);
        return new Stopped(
                job.getId(),
                inspection == null || inspection.getBusinessKey() == null ? "" : inspection.getBusinessKey(),
                step(job),
                Optional.ofNullable(job.getExceptionMessage()).orElse(""));
    }

    private Optional<ProcessInstance> find(String id) {
        return id == null
                ? Optional.empty()
                : Optional.ofNullable(runtime.createProcessInstanceQuery()
                        .processInstanceId(id)
                        .singleResult());
    }

    private String step(Job job) {
        JobDefinition definition = jobs.createJobDefinitionQuery()
                .jobDefinitionId(job.getJobDefinitionId())
                .singleResult();
        if (job.getProcessDefinitionId() == null || definition == null) {
            return "Work of the application itself";
        }
        return repository
                                        .getBpmnModelInstance(job.getProcessDefinitionId())
                                        .getModelElementById(definition.getActivityId())
                                instanceof FlowElement step
                        && step.getName() != null
                ? step.getName()
                : definition.getActivityId();
    }

    /**
     * A job that has stopped.
     *
     * @param job its id, by which an administrator finds it
     * @param reference of the inspection, or empty if it belongs to none
     * @param step the name of the step in the diagram
     * @param reason why it failed the last time, or empty if it did not
     */
    public record Stopped(String job, String reference, String step, String reason) {}
}
