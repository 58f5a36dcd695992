package uk.opcc.inspectionresponse.platform.forms;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Optional;
import java.util.function.Supplier;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.springframework.stereotype.Component;
import uk.opcc.inspectionresponse.process.AsApplication;

/** The form of a task or a start, whoever asks: whether the person may see the task is not decided here. */
@Component
public class DeployedForms {

    /** The namespace of what the engine adds to a diagram. */
    private static final String CAMUNDA = "http://camunda.org/schema/1.0/bpmn";

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
     * The words of the form that a task, or a start, of a process has or had, whether or not there is one now.
     *
     * @param process the id of the process definition
     * @param step the id of the task, or of the start event, in its diagram
     */
    public Optional<FormWords> wordsOf(String process, String step) {
        return form(() -> {
            ModelElementInstance drawn =
                    repository.getBpmnModelInstance(process).getModelElementById(step);
            String name = drawn == null ? null : drawn.getAttributeValueNs(CAMUNDA, "formRef");
            if (name == null) {
                return null;
            }
            String deployment = repository.getProcessDefinition(process).getDeploymentId();
            return repository.getDeploymentResourceNames(deployment).stream()
                    .filter(resource -> resource.equals(name + ".form") || resource.endsWith("/" + name + ".form"))
                    .findFirst()
                    .map(resource ->
                            new FormWords(FormSchema.read(json, repository.getResourceAsStream(deployment, resource))))
                    .orElse(null);
        });
    }

    /**
     * Nothing where there is no such thing; the engine has no exception of its own for that, and a null pointer for a
     * task that somebody completes at this moment.
     */
    private <T> Optional<T> form(Supplier<T> question) {
        try {
            return Optional.ofNullable(application.ask(question));
        } catch (ProcessEngineException | NullPointerException e) {
            return Optional.empty();
        }
    }
}
