package uk.opcc.inspectionresponse.platform.rest;

import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.ProcessDefinitionQuery;
import org.springframework.stereotype.Component;
import uk.opcc.inspectionresponse.process.AsApplication;

/** Which processes people start: those that their diagrams offer in Tasklist, as process owners set it there. */
@Component
class StartedProcesses {

    private final RepositoryService repository;
    private final AsApplication application;

    StartedProcesses(RepositoryService repository, AsApplication application) {
        this.repository = repository;
        this.application = application;
    }

    /** Whether there is this process, and it is no person who starts it. */
    boolean byItself(StartRequest request) {
        ProcessDefinitionQuery asked = repository.createProcessDefinitionQuery().notStartableInTasklist();
        return application.ask(() -> (request.key() == null
                                ? asked.processDefinitionId(request.id())
                                : asked.processDefinitionKey(request.key()).latestVersion())
                        .count()
                > 0);
    }
}
