package uk.opcc.inspectionresponse.platform.forms;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Optional;
import java.util.function.Supplier;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.springframework.stereotype.Component;
import uk.opcc.inspectionresponse.process.AsApplication;

/** The form of a task or a start, whoever asks: whether the person may see the task is not decided here. */
@Component
public class DeployedForms {

    private final FormService forms;
    private final RepositoryService repository;
    private final AsApplication application;
    private final ObjectMapper json;

    DeployedForms(FormService forms, RepositoryService repository, AsApplication application, ObjectMapper json) {
        this.forms = forms;
        this.repository = repository;
        this.application = application;
        this.json = json;
    }

    /** The form of a task; none if there is no such task, or it has no form. */
    public Optional<Form> ofTask(String task) {
        return form(() -> new Form(task, FormSchema.read(json, forms.getDeployedTaskForm(task))));
    }

    /** The start form of a process, by its key or else by the id of one version; none if there is none. */
    public Optional<Form> ofStart(String key, String id) {
        return form(() -> {
            ProcessDefinition process = key == null
                    ? repository
                            .createProcessDefinitionQuery()
                            .processDefinitionId(id)
                            .singleResult()
                    : repository
                            .createProcessDefinitionQuery()
                            .processDefinitionKey(key)
                            .latestVersion()
                            .singleResult();
            return process == null
                    ? null
                    : new Form(process.getId(), FormSchema.read(json, forms.getDeployedStartForm(process.getId())));
        });
    }

    /**
     * Nothing where there is no such thing; the engine has no exception of its own for that, and a null pointer for a
     * task that somebody completes at this moment.
     */
    private Optional<Form> form(Supplier<Form> question) {
        try {
            return Optional.ofNullable(application.ask(question));
        } catch (ProcessEngineException | NullPointerException e) {
            return Optional.empty();
        }
    }
}
