package uk.opcc.inspectionresponse.platform.forms;

import java.util.Optional;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.DecisionDefinition;
import org.camunda.bpm.engine.repository.DecisionDefinitionQuery;
import org.springframework.stereotype.Component;
import uk.opcc.inspectionresponse.process.AsApplication;

/** What the deployed decision tables have in their rows, whoever asks. */
@Component
public class Decisions {

    private final RepositoryService repository;
    private final AsApplication application;

    Decisions(RepositoryService repository, AsApplication application) {
        this.repository = repository;
        this.application = application;
    }

    /** The rows of a table of a deployment, by the values of an input; nothing where it has no such table. */
    Optional<RowsOfDecision> inDeployment(String deployment, String decision, String input) {
        return rows(query(decision).deploymentId(deployment), decision, input);
    }

    /** The rows of the table that the newest version of a process, by its key, has beside it. */
    public Optional<RowsOfDecision> ofProcess(String process, String decision, String input) {
        return application
                .ask(() -> Optional.ofNullable(repository
                        .createProcessDefinitionQuery()
                        .processDefinitionKey(process)
                        .latestVersion()
                        .singleResult()))
                .flatMap(newest -> inDeployment(newest.getDeploymentId(), decision, input));
    }

    private DecisionDefinitionQuery query(String decision) {
        return repository.createDecisionDefinitionQuery().decisionDefinitionKey(decision);
    }

    private Optional<RowsOfDecision> rows(DecisionDefinitionQuery which, String decision, String input) {
        return application.ask(() -> Optional.ofNullable(which.singleResult())
                .map(DecisionDefinition::getId)
                .map(repository::getDmnModelInstance)
                .flatMap(model -> RowsOfDecision.in(model, decision, input)));
    }
}
