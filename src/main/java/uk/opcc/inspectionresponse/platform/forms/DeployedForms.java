package uk.opcc.inspectionresponse.platform.forms;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.ByteArrayInputStream;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.value.TypedValue;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.springframework.stereotype.Component;
import uk.opcc.inspectionresponse.process.AsApplication;
import uk.opcc.inspectionresponse.process.JsonTree;

/** The form of a task or a start, whoever asks: whether the person may see the task is not decided here. */
@Component
public class DeployedForms {

    /** The namespace of what the engine adds to a diagram. */
    private static final String CAMUNDA = "http://camunda.org/schema/1.0/bpmn";

    private final FormService forms;
    private final TaskService tasks;
    private final RepositoryService repository;
    private final AsApplication application;
    private final ObjectMapper json;
    private final FormRules rules;
    private final Decisions decisions;
    private final Map<String, ReadForm> kept = new ConcurrentHashMap<>();
    private final Map<String, Boolean> ofTheirDeployment = new ConcurrentHashMap<>();

    DeployedForms(
            FormService forms,
            TaskService tasks,
            RepositoryService repository,
            AsApplication application,
            ObjectMapper json,
            FormRules rules,
            Decisions decisions) {
        this.decisions = decisions;
        this.rules = rules;
        this.forms = forms;
        this.tasks = tasks;
        this.repository = repository;
        this.application = application;
        this.json = json;
    }

    /** The form of a task, with what it repeats and its choices; none if there is no such task, or it has no form. */
    public Optional<Form> ofTask(String task) {
        return form(() -> {
            Task open = tasks.createTaskQuery().taskId(task).singleResult();
            if (open == null) {
                return null;
            }
            ReadForm form = of(open.getProcessDefinitionId(), open.getTaskDefinitionKey(), task);
            return new Form(task, form.schema(valuesOf(task, form.lists())));
        });
    }

    /** The form of a task that is being completed. */
    FormSchema ofTask(DelegateTask task) {
        return application
                .ask(() -> of(task.getProcessDefinitionId(), task.getTaskDefinitionKey(), task.getId()))
                .schema(name -> tree(task.getVariableTyped(name, false)));
    }

    /** A form that is bound to the deployment never changes, nor do the tables beside it: it is read once. */
    private ReadForm of(String process, String step, String task) {
        if (!isOfItsDeployment(process, step)) {
            return read(task, process);
        }
        String key = process + ' ' + step;
        ReadForm known = kept.get(key);
        if (known == null) {
            known = read(task, process);
            kept.put(key, known);
        }
        return known;
    }

    private ReadForm read(String task, String process) {
        return new ReadForm(withChoices(FormSchema.tree(json, forms.getDeployedTaskForm(task)), () -> process));
    }

    private boolean isOfItsDeployment(String process, String step) {
        String key = process + ' ' + step;
        Boolean known = ofTheirDeployment.get(key);
        if (known == null) {
            // Not within the map: whoever waits for a connection there would keep others from theirs.
            known = repository.getBpmnModelInstance(process).getModelElementById(step) instanceof UserTask drawn
                    && "deployment".equals(drawn.getCamundaFormRefBinding())
                    && drawn.getCamundaFormRef() != null
                    && !drawn.getCamundaFormRef().contains("{");
            ofTheirDeployment.put(key, known);
        }
        return known;
    }

    /**
     * The form of a task with what it repeats and the choices that decision tables give it, as its Json; nothing where
     * it has neither.
     *
     * @param form as it was deployed
     */
    public Optional<byte[]> filledForTask(String task, byte[] form) {
        JsonNode deployed = FormSchema.tree(json, new ByteArrayInputStream(form));
        return written(deployed, application.ask(() -> filled(deployed, task)));
    }

    private JsonNode filled(JsonNode deployed, String task) {
        JsonNode offered = withChoices(
                deployed,
                () -> tasks.createTaskQuery().taskId(task).singleResult().getProcessDefinitionId());
        return RepeatedFields.in(offered, valuesOf(task, List.copyOf(RepeatedFields.listsIn(offered))));
    }

    /** Asked for together: each question by itself goes through all that the task belongs to. */
    private Function<String, JsonNode> valuesOf(String task, List<String> names) {
        if (names.isEmpty()) {
            return name -> MissingNode.getInstance();
        }
        VariableMap values = tasks.getVariablesTyped(task, names, false);
        return name -> tree(values.getValueTyped(name));
    }

    private static JsonNode tree(TypedValue value) {
        return value == null ? MissingNode.getInstance() : JsonTree.of(value);
    }

    /** The start form of a process, by its key or else by the id of one version; none if there is none. */
    public Optional<Form> ofStart(String key, String id) {
        return form(() -> {
            ProcessDefinition process = process(key, id).orElse(null);
            return process == null
                    ? null
                    : new Form(
                            process.getId(),
                            FormSchema.read(withChoices(
                                    FormSchema.tree(json, forms.getDeployedStartForm(process.getId())),
                                    process::getId)));
        });
    }

    /**
     * The start form of a process with the choices that decision tables give it, as its Json; nothing where there are
     * none.
     *
     * @param key of the process; null where one version is named
     * @param id of one version
     * @param form as it was deployed
     */
    public Optional<byte[]> filledForStart(String key, String id, byte[] form) {
        JsonNode deployed = FormSchema.tree(json, new ByteArrayInputStream(form));
        JsonNode filled = application
                .ask(() -> process(key, id))
                .map(process -> withChoices(deployed, process::getId))
                .orElse(deployed);
        return written(deployed, filled);
    }

    private Optional<byte[]> written(JsonNode deployed, JsonNode filled) {
        try {
            return filled == deployed ? Optional.empty() : Optional.of(json.writeValueAsBytes(filled));
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Optional<ProcessDefinition> process(String key, String id) {
        return Optional.ofNullable(
                key == null
                        ? repository
                                .createProcessDefinitionQuery()
                                .processDefinitionId(id)
                                .singleResult()
                        : repository
                                .createProcessDefinitionQuery()
                                .processDefinitionKey(key)
                                .latestVersion()
                                .singleResult());
    }

    /** Of the tables that were deployed with the process, which most forms do not ask for. */
    private JsonNode withChoices(JsonNode form, Supplier<String> process) {
        return ChoicesOfDecisions.in(
                form,
                (decision, input) -> decisions.inDeployment(
                        repository.getProcessDefinition(process.get()).getDeploymentId(), decision, input));
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
                    .map(resource -> new FormWords(
                            FormSchema.tree(json, repository.getResourceAsStream(deployment, resource)), rules))
                    .orElse(null);
        });
    }

    /**
     * Nothing where there is no such thing; the engine has no exception of its own for that, and a null pointer for a
     * task that somebody completes at this moment. That the database does not answer is another matter.
     */
    private <T> Optional<T> form(Supplier<T> question) {
        try {
            return Optional.ofNullable(application.ask(question));
        } catch (ProcessEngineException | NullPointerException e) {
            if (Stream.<Throwable>iterate(e, Objects::nonNull, Throwable::getCause)
                    .anyMatch(SQLException.class::isInstance)) {
                throw e;
            }
            return Optional.empty();
        }
    }
}
