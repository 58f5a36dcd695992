package uk.opcc.inspectionresponse.platform.deployment;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Where a process would not come to, or would not go on. */
final class FlowMistakes {

    private static final Set<String> SCOPES = Set.of("process", "subProcess", "transaction", "adHocSubProcess");

    private static final Set<String> DECIDING = Set.of("exclusiveGateway", "inclusiveGateway", "complexGateway");

    private final DeployedFile file;
    private final XmlElement process;
    private final Mistakes mistakes;

    FlowMistakes(DeployedFile file, XmlElement process, Mistakes mistakes) {
        this.file = file;
        this.process = process;
        this.mistakes = mistakes;
    }

    void look() {
        process.all().filter(element -> SCOPES.contains(element.name())).forEach(this::scope);
    }

    private static boolean isNode(XmlElement element) {
        return element.name().endsWith("Event")
                || element.name().endsWith("ask")
                || element.name().endsWith("Gateway")
                || element.name().equals("callActivity")
                || SCOPES.contains(element.name());
    }

    private void scope(XmlElement scope) {
        Map<String, XmlElement> nodes = new LinkedHashMap<>();
        scope.children().stream().filter(FlowMistakes::isNode).forEach(node -> nodes.put(node.id(), node));
        Map<String, List<XmlElement>> outgoing = new HashMap<>();
        scope.children("sequenceFlow").forEach(flow -> {
            outgoing.computeIfAbsent(flow.get("sourceRef"), source -> new ArrayList<>())
                    .add(flow);
            if (!nodes.containsKey(flow.get("targetRef"))) {
                mistakes.add(
                        file,
                        flow.line(),
                        "Invalid destination '" + flow.get("targetRef") + "': the flow "
                                + Mistakes.quoted(flow.called()) + " has to lead to something around it");
            }
        });
        nodes.values().forEach(node -> goesOn(node, outgoing.getOrDefault(node.id(), List.of())));
        reached(scope, nodes, outgoing);
        links(nodes);
    }

    private void goesOn(XmlElement node, List<XmlElement> outgoing) {
        if (DECIDING.contains(node.name()) && outgoing.isEmpty()) {
            add(node, "leads nowhere: draw what follows");
        }
        if (DECIDING.contains(node.name()) && outgoing.size() > 1) {
            List<XmlElement> withoutCondition = outgoing.stream()
                    .filter(flow -> flow.child("conditionExpression") == null)
                    .filter(flow -> !flow.id().equals(node.get("default")))
                    .toList();
            if (node.name().equals("exclusiveGateway")) {
                withoutCondition.forEach(flow -> mistakes.add(
                        file,
                        flow.line(),
                        "the flow " + Mistakes.quoted(flow.called()) + " from " + Mistakes.quoted(node.called())
                                + " has no condition: give it one, or make it the default flow"));
            }
        }
        if (!node.get("default").isEmpty()
                && outgoing.stream().noneMatch(flow -> flow.id().equals(node.get("default")))) {
            add(node, "has a default flow that does not begin at it: choose one that does");
        }
    }

    private void reached(XmlElement scope, Map<String, XmlElement> nodes, Map<String, List<XmlElement>> outgoing) {
        Set<String> reached = new HashSet<>();
        Deque<String> next = new ArrayDeque<>();
        nodes.values().stream().filter(FlowMistakes::beginsByItself).forEach(node -> next.add(node.id()));
        boolean isAdHoc = scope.name().equals("adHocSubProcess");
        while (!next.isEmpty()) {
            String node = next.poll();
            if (reached.add(node)) {
                outgoing.getOrDefault(node, List.of()).forEach(flow -> next.add(flow.get("targetRef")));
            }
        }
        nodes.values().stream()
                .filter(node -> !isAdHoc && !reached.contains(node.id()))
                .forEach(node -> add(node, "is never come to: draw a flow that leads to it, or take it out"));
    }

    private static boolean beginsByItself(XmlElement node) {
        return node.name().equals("startEvent")
                || node.name().equals("boundaryEvent")
                || node.get("triggeredByEvent").equals("true")
                || node.get("isForCompensation").equals("true")
                || node.name().equals("intermediateCatchEvent") && node.child("linkEventDefinition") != null;
    }

    private void links(Map<String, XmlElement> nodes) {
        Set<String> targets = new HashSet<>();
        nodes.values().stream()
                .filter(node -> node.name().equals("intermediateCatchEvent"))
                .forEach(node -> node.children("linkEventDefinition").forEach(link -> targets.add(link.get("name"))));
        nodes.values().stream()
                .filter(node -> node.name().equals("intermediateThrowEvent"))
                .forEach(node -> node.children("linkEventDefinition")
                        .filter(link -> !targets.contains(link.get("name")))
                        .forEach(link -> add(
                                node,
                                "is a link to " + Mistakes.quoted(link.get("name"))
                                        + ", which is not there: draw where it leads to")));
    }

    private void add(XmlElement node, String what) {
        mistakes.add(file, node.line(), Mistakes.quoted(node.called()) + " " + what);
    }
}
