package uk.opcc.inspectionresponse.platform.deployment;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BusinessRuleTask;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.xml.ModelException;

/**
 * What a diagram takes from its own deployment and what is not in it. The engine accepts such a deployment, and people
 * meet it at their task.
 */
final class PartsThatAreMissing {

    private static final String OF_THE_DEPLOYMENT = "deployment";

    private final DeployedFile diagram;
    private final Set<String> present;
    private final List<String> missing = new ArrayList<>();

    private PartsThatAreMissing(DeployedFile diagram, Set<String> present) {
        this.diagram = diagram;
        this.present = present;
    }

    /** File, line and what is missing, of files that can be read, and are deployed together. */
    static List<String> from(Collection<DeployedFile> files) {
        Set<String> present = new HashSet<>();
        files.forEach(file -> {
            present.addAll(file.keys());
            present.add(file.name());
        });
        return files.stream()
                .filter(DeployedFile::isDiagram)
                .flatMap(file -> new PartsThatAreMissing(file, present).look().stream())
                .toList();
    }

    private List<String> look() {
        BpmnModelInstance model;
        try {
            model = Bpmn.readModelFromStream(diagram.stream());
        } catch (ModelException e) {
            // What is wrong with it the engine says better.
            return missing;
        }
        model.getModelElementsByType(UserTask.class)
                .forEach(task -> form(
                        task, task.getCamundaFormRef(), task.getCamundaFormRefBinding(), task.getCamundaFormKey()));
        model.getModelElementsByType(StartEvent.class)
                .forEach(start -> form(
                        start, start.getCamundaFormRef(), start.getCamundaFormRefBinding(), start.getCamundaFormKey()));
        model.getModelElementsByType(BusinessRuleTask.class)
                .forEach(task ->
                        look(task, "decision", task.getCamundaDecisionRef(), task.getCamundaDecisionRefBinding()));
        model.getModelElementsByType(CallActivity.class)
                .forEach(call -> look(call, "process", call.getCalledElement(), call.getCamundaCalledElementBinding()));
        return missing;
    }

    private void form(FlowNode node, String reference, String binding, String key) {
        look(node, "form", reference, binding);
        String file = "camunda-forms:deployment:";
        if (key != null && key.startsWith(file)) {
            look(node, "form", key.substring(file.length()), OF_THE_DEPLOYMENT);
        }
    }

    private void look(FlowNode node, String kind, String reference, String binding) {
        // What an expression names is known only when it is there.
        if (reference != null
                && OF_THE_DEPLOYMENT.equals(binding)
                && !reference.contains("{")
                && !present.contains(reference)) {
            missing.add(diagram.mistake(
                    diagram.lineOf("id=\"" + node.getId() + "\""),
                    "the " + kind + " \"" + reference + "\" of \"" + named(node)
                            + "\" is missing: it has to be deployed together with the diagram"));
        }
    }

    private static String named(FlowNode node) {
        return node.getName() == null ? node.getId() : node.getName();
    }
}
