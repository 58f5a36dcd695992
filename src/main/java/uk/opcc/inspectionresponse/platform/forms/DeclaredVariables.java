package uk.opcc.inspectionresponse.platform.forms;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.Resource;
import org.springframework.stereotype.Component;
import uk.opcc.inspectionresponse.process.AsApplication;
import uk.opcc.inspectionresponse.process.ProcessVariables;

/**
 * The variables that a version of the process may have: those that the application declares, those of the forms that
 * were deployed with it, where a process owner may have added some, and the engine's own.
 */
@Component
class DeclaredVariables {

    private final Map<String, Set<String>> byProcess = new ConcurrentHashMap<>();
    private final RepositoryService repository;
    private final AsApplication application;
    private final ObjectMapper json;

    DeclaredVariables(RepositoryService repository, AsApplication application, ObjectMapper json) {
        this.application = application;
        this.repository = repository;
        this.json = json;
    }

    Set<String> of(String processDefinition) {
        // A deployment never changes, so what was read of it once holds.
        Set<String> known = byProcess.get(processDefinition);
        if (known == null) {
            // Not within the map: whoever waits for a connection there would keep others from theirs.
            known = application.ask(() -> read(processDefinition));
            byProcess.put(processDefinition, known);
        }
        return known;
    }

    private Set<String> read(String processDefinition) {
        Set<String> names = new HashSet<>(ProcessVariables.all().keySet());
        names.addAll(ProcessVariables.OF_THE_ENGINE);
        String deployment = repository.getProcessDefinition(processDefinition).getDeploymentId();
        for (Resource resource : repository.getDeploymentResources(deployment)) {
            if (resource.getName().endsWith(".form")) {
                FormSchema.read(json, repository.getResourceAsStreamById(deployment, resource.getId()))
                        .fields()
                        .forEach(field -> names.add(field.variable()));
            }
        }
        return Set.copyOf(names);
    }
}
