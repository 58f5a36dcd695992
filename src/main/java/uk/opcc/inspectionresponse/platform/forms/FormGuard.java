package uk.opcc.inspectionresponse.platform.forms;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.camunda.bpm.engine.variable.value.BytesValue;
import org.camunda.bpm.engine.variable.value.FileValue;
import org.camunda.bpm.engine.variable.value.StringValue;
import org.camunda.bpm.engine.variable.value.TypedValue;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.spin.plugin.variable.SpinValues;
import org.camunda.spin.plugin.variable.value.JsonValue;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import uk.opcc.inspectionresponse.platform.refusal.InputRefused;
import uk.opcc.inspectionresponse.platform.refusal.Shortened;
import uk.opcc.inspectionresponse.platform.text.PastedText;
import uk.opcc.inspectionresponse.process.AsApplication;
import uk.opcc.inspectionresponse.process.JsonTree;
import uk.opcc.inspectionresponse.statutory.WrittenDate;

/**
 * Lets no task be completed and no inspection be started with values that its form would refuse, whoever sends them.
 *
 * <p>It hears of every task and start through the starter's events, so that a task which a process owner adds is
 * guarded as well.
 */
@Component
class FormGuard {

    /** The bullet of a list, or the envelope before an address, as the fonts of Word have them: no part of a line. */
    private static final Pattern ICON = Pattern.compile("^(?:[\\s\\p{Z}]*+\\p{Co})+");

    private final DeployedForms deployed;
    private final FormRules rules;
    private final DeclaredVariables declared;
    private final AsApplication application;
    private final CurrentSubmission submissions;
    private final List<SubmissionCheck> checks;

    FormGuard(
            DeployedForms deployed,
            FormRules rules,
            DeclaredVariables declared,
            AsApplication application,
            CurrentSubmission submissions,
            List<SubmissionCheck> checks) {
        this.deployed = deployed;
        this.rules = rules;
        this.declared = declared;
        this.application = application;
        this.submissions = submissions;
        this.checks = List.copyOf(checks);
    }

    @EventListener(condition = "#task.eventName == '" + TaskListener.EVENTNAME_COMPLETE + "'")
    void taskIsCompleted(DelegateTask task) {
        Set<String> known = declared.of(task.getProcessDefinitionId());
        refuseUndeclared(task, known);
        if (task.getBpmnModelElementInstance().getCamundaFormRef() != null) {
            Submission submission = current();
            FormSchema form = submission.formOf(task.getId()).orElseGet(() -> deployed.ofTask(task));
            rules.check(form, values(task, form), submission.keys(), known);
            checks.forEach(check -> check.check(task, form.submittedLabels()));
        }
    }

    @EventListener(condition = "#execution.eventName == '" + ExecutionListener.EVENTNAME_START + "'")
    void inspectionIsStarted(DelegateExecution execution) {
        if (isAtStartForm(execution)) {
            Submission submission = current();
            FormSchema form = submission
                    .formOf(execution.getProcessDefinitionId())
                    .or(() -> deployed.ofStart(null, execution.getProcessDefinitionId())
                            .map(Form::schema))
                    .orElseThrow();
            refuseUndeclared(
                    execution, form.fields().stream().map(FormField::variable).collect(Collectors.toSet()));
            rules.check(
                    form, values(execution, form), submission.keys(), declared.of(execution.getProcessDefinitionId()));
        }
    }

    /**
     * The start of the process is told of its start event too, but what a form sends is set only after it: this waits
     * for the start event's own start.
     */
    private static boolean isAtStartForm(DelegateExecution execution) {
        return execution.getBpmnModelElementInstance() instanceof StartEvent start
                && start.getCamundaFormRef() != null
                && !execution.getProcessInstanceId().equals(execution.getActivityInstanceId());
    }

    private Submission current() {
        return submissions.find().orElse(Submission.NONE);
    }

    private static void refuseUndeclared(VariableScope scope, Set<String> declared) {
        for (String name : scope.getVariableNames()) {
            if (!declared.contains(name)) {
                throw new InputRefused(
                        name,
                        "The variable '" + Shortened.name(name) + "' is not one of this form: leave it out."
                                + (name.contains(".")
                                        ? " A field whose key has a dot is sent as a property of the Json variable '"
                                                + name.substring(0, name.indexOf('.')) + "'."
                                        : ""));
            }
        }
    }

    /**
     * The variables of the scope that the form's rules may ask for, as trees; those of the form become String or Json
     * where a client sent them in another way.
     */
    private Map<String, JsonNode> values(VariableScope scope, FormSchema form) {
        Set<String> jsonVariables = variables(form, field -> !field.property().isEmpty());
        Set<String> plainVariables = variables(form, field -> field.property().isEmpty());
        Map<String, JsonNode> values = new LinkedHashMap<>();
        for (String name : scope.getVariableNames()) {
            if (!form.needs(name)) {
                continue;
            }
            TypedValue typed = scope.getVariableTyped(name, false);
            JsonNode value = value(name, typed);
            if (jsonVariables.contains(name) && !(typed instanceof JsonValue) && value.isObject()) {
                scope.setVariable(name, SpinValues.jsonValue(value.toString()).create());
            } else if (plainVariables.contains(name) && !(typed instanceof StringValue) && value.isTextual()) {
                scope.setVariable(name, value.textValue());
            }
            values.put(name, asMeant(name, value, form, scope));
        }
        return values;
    }

    /**
     * What is pasted into a line, such as a title, is kept in the characters that were meant: it stands in lists,
     * letters and addresses as it is kept. Longer texts are kept as they were typed, and are read when they are
     * printed.
     */
    private static JsonNode asMeant(String name, JsonNode value, FormSchema form, VariableScope scope) {
        JsonNode changed = value;
        for (FormField field : form.fields()) {
            if (!field.variable().equals(name)) {
                continue;
            }
            JsonNode typed = field.property().isEmpty() ? changed : changed.path(field.property());
            if (!typed.isTextual()) {
                continue;
            }
            String meant = meant(field, typed.textValue());
            if (!meant.equals(typed.textValue())) {
                changed = field.property().isEmpty()
                        ? TextNode.valueOf(meant)
                        : ((ObjectNode) (changed == value ? changed.deepCopy() : changed))
                                .set(field.property(), TextNode.valueOf(meant));
            }
        }
        if (changed != value) {
            scope.setVariable(
                    name,
                    changed.isTextual()
                            ? changed.textValue()
                            : SpinValues.jsonValue(changed.toString()).create());
        }
        return changed;
    }

    private static String meant(FormField field, String typed) {
        if (field.type().equals("textfield")) {
            // A line end stays: what must not have one, such as a subject, is refused, and not put together.
            return PastedText.withoutSpaceAround(
                    PastedText.clean(ICON.matcher(typed).replaceFirst("")));
        }
        if (field.subtype().equals("date")) {
            if (FormRules.showsNothing(typed)) {
                return "";
            }
            // As the refusals write it, for whoever sends what they say.
            return WrittenDate.read(PastedText.inOneLine(typed))
                    .map(LocalDate::toString)
                    .orElse(typed);
        }
        return typed;
    }

    private static Set<String> variables(FormSchema form, Predicate<FormField> which) {
        return form.fields().stream().filter(which).map(FormField::variable).collect(Collectors.toSet());
    }

    private static JsonNode value(String name, TypedValue typed) {
        if (typed instanceof FileValue || typed instanceof BytesValue) {
            throw new InputRefused(
                    name, "The variable '" + name + "' must be sent as String or as Json, and not as a file or bytes.");
        }
        try {
            return JsonTree.of(typed);
        } catch (IllegalArgumentException e) {
            throw new InputRefused(name, "The variable '" + name + "' is not valid Json: send well-formed Json.");
        }
    }
}
