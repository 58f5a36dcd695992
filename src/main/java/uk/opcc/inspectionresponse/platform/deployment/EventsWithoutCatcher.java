package uk.opcc.inspectionresponse.platform.deployment;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import uk.opcc.inspectionresponse.platform.expressions.EngineParser;
import uk.opcc.inspectionresponse.process.DiagramIds;

/**
 * Messages, signals, errors and escalations that are thrown and caught nowhere, and messages and signals that are
 * waited for and never sent.
 */
final class EventsWithoutCatcher {

    /** By what an event does something of its own. */
    private static final Set<String> OWN =
            Set.of("camunda:delegateExpression", "camunda:expression", "camunda:class", "camunda:type");

    private static final Pattern BEAN = Pattern.compile("[$#]\\{\\s*(\\w+)\\s*}");

    private final Map<XmlElement, DeployedFile> files = new LinkedHashMap<>();
    private final Surroundings surroundings;
    private final Mistakes mistakes;
    private List<XmlElement> before;
    private Map<String, Set<XmlElement>> callers;

    EventsWithoutCatcher(Collection<ReadFile> diagrams, Surroundings surroundings, Mistakes mistakes) {
        diagrams.forEach(diagram -> files.put(diagram.root(), diagram.file()));
        this.surroundings = surroundings;
        this.mistakes = mistakes;
    }

    private Stream<XmlElement> all() {
        return files.keySet().stream().flatMap(DiagramMistakes::running);
    }

    void look() {
        Set<String> signals = new HashSet<>();
        Set<String> messages = new HashSet<>(DiagramIds.SENT_MESSAGES);
        named("signal", true).forEach(event -> signals.add(nameOf(event, "signal")));
        named("message", true).forEach(event -> messages.add(nameOf(event, "message")));
        notCaught("signal");
        notCaught("message");
        neverSent("signal", signals);
        neverSent("message", messages);
        all().filter(element -> Set.of("errorEventDefinition", "escalationEventDefinition")
                        .contains(element.name()))
                .filter(EventsWithoutCatcher::isThrown)
                .takeWhile(event -> !mistakes.areMany())
                .forEach(event -> {
                    String kind = event.name().replace("EventDefinition", "");
                    isCaught(event.parent(), kind, codeOf(event, kind));
                });
        all().takeWhile(element -> !mistakes.areMany()).forEach(element -> {
            Matcher bean = BEAN.matcher(element.get("camunda:delegateExpression"));
            if (bean.matches()) {
                surroundings.errorOf(bean.group(1)).ifPresent(code -> isCaught(element.drawn(), "error", code));
            }
        });
    }

    /** The definitions of events, and the tasks, that send or wait. */
    private Stream<XmlElement> named(String kind, boolean thrown) {
        return named(all(), kind, thrown);
    }

    private Stream<XmlElement> named(Stream<XmlElement> elements, String kind, boolean thrown) {
        return elements.filter(element -> element.name().equals(kind + "EventDefinition")
                        ? isThrown(element) == thrown
                        : kind.equals("message") && element.name().equals(thrown ? "sendTask" : "receiveTask"))
                .filter(element -> !nameOf(element, kind).isEmpty());
    }

    private Set<String> processes() {
        return all().filter(element -> element.name().equals("process"))
                .map(XmlElement::id)
                .collect(Collectors.toSet());
    }

    private static boolean isThrown(XmlElement definition) {
        return Set.of("intermediateThrowEvent", "endEvent")
                .contains(definition.parent().name());
    }

    private String nameOf(XmlElement event, String kind) {
        return declared(event, kind).map(found -> found.get("name")).orElse("");
    }

    private Optional<XmlElement> declared(XmlElement event, String kind) {
        String reference = event.get(kind + "Ref").replaceFirst("^.*:", "");
        XmlElement root = rootOf(event);
        return root.children(kind).filter(found -> found.id().equals(reference)).findFirst();
    }

    private static XmlElement rootOf(XmlElement element) {
        XmlElement root = element;
        while (root.parent() != null) {
            root = root.parent();
        }
        return root;
    }

    private void notCaught(String kind) {
        Set<String> caught =
                named(kind, false).map(event -> nameOf(event, kind)).collect(Collectors.toSet());
        List<XmlElement> open = named(kind, true)
                .filter(event -> OWN.stream().allMatch(way -> event.get(way).isEmpty()))
                .filter(event -> !caught.contains(nameOf(event, kind)))
                .filter(event -> !EngineParser.isExpression(nameOf(event, kind)))
                .toList();
        if (open.isEmpty()) {
            return;
        }
        for (XmlElement diagram : deployedBefore()) {
            named(DiagramMistakes.running(diagram), kind, false).forEach(event -> caught.add(nameOf(event, kind)));
        }
        open.stream()
                .filter(event -> !caught.contains(nameOf(event, kind)))
                .forEach(event -> add(
                        event,
                        "sends the " + kind + " " + Mistakes.quoted(nameOf(event, kind))
                                + ", which nothing waits for: draw an event that catches it, or correct the name"));
    }

    private void neverSent(String kind, Set<String> sent) {
        named(kind, false).takeWhile(event -> !mistakes.areMany()).forEach(event -> {
            String name = nameOf(event, kind);
            if (!sent.contains(name) && !EngineParser.isExpression(name) && !isSentByExpression(name)) {
                add(
                        event,
                        "waits for the " + kind + " " + Mistakes.quoted(name) + ", which nothing sends"
                                + Known.perhaps(name, sent) + ": correct the name, or draw an event that sends it");
            }
        });
    }

    private boolean isSentByExpression(String name) {
        String quoted = "'" + name + "'";
        return all().anyMatch(element -> element.text().contains(quoted)
                || element.attributes().values().stream().anyMatch(value -> value.contains(quoted)));
    }

    private String codeOf(XmlElement event, String kind) {
        return declared(event, kind).map(found -> found.get(kind + "Code")).orElse(event.get(kind + "Ref"));
    }

    /** What goes on beside the files; it is read only where they are not enough. */
    private List<XmlElement> deployedBefore() {
        if (before == null) {
            before = surroundings.latestDiagramsBut(processes());
        }
        return before;
    }

    /** The calls of a process, also in what was deployed before. */
    private Set<XmlElement> callersOf(String process) {
        if (callers == null) {
            callers = new HashMap<>();
            Stream.concat(all(), deployedBefore().stream().flatMap(DiagramMistakes::running))
                    .filter(element -> element.name().equals("callActivity"))
                    .forEach(call -> callers.computeIfAbsent(call.get("calledElement"), key -> new HashSet<>())
                            .add(call));
        }
        return callers.getOrDefault(process, Set.of());
    }

    private void isCaught(XmlElement thrower, String kind, String code) {
        if (!EngineParser.isExpression(code) && !isCaught(thrower, kind, code, new HashMap<>())) {
            add(
                    thrower,
                    "ends with the " + kind + " " + Mistakes.quoted(code)
                            + ", which is not caught everywhere: draw a boundary event with this code around it or at"
                            + " each call of its process, deploy the diagrams that call it together with it, or correct"
                            + " the code");
        }
    }

    /**
     * At the element, at what is around it, or at all that calls its process.
     *
     * @param outside whether it is caught outside of a process, by the key of the process
     */
    private boolean isCaught(XmlElement thrower, String kind, String code, Map<String, Boolean> outside) {
        for (XmlElement around = thrower; around != null; around = around.parent()) {
            if (catches(around, kind, code)) {
                return true;
            }
            if (around.name().equals("process")) {
                return isCaughtOutside(around.id(), kind, code, outside);
            }
        }
        return false;
    }

    private boolean isCaughtOutside(String process, String kind, String code, Map<String, Boolean> outside) {
        if (!outside.containsKey(process)) {
            // A process that calls itself is caught where it was called first.
            outside.put(process, true);
            Set<XmlElement> calls = callersOf(process);
            outside.put(
                    process, !calls.isEmpty() && calls.stream().allMatch(call -> isCaught(call, kind, code, outside)));
        }
        return outside.get(process);
    }

    private boolean catches(XmlElement element, String kind, String code) {
        Stream<XmlElement> atItsEdge = element.parent() == null
                ? Stream.of()
                : element.parent()
                        .children("boundaryEvent")
                        .filter(event -> event.get("attachedToRef").equals(element.id()));
        Stream<XmlElement> withinIt = element.children("subProcess")
                .filter(inner -> inner.get("triggeredByEvent").equals("true"))
                .flatMap(inner -> inner.children("startEvent"));
        return Stream.concat(atItsEdge, withinIt)
                .flatMap(event -> event.children(kind + "EventDefinition"))
                .map(event -> codeOf(event, kind))
                .anyMatch(caught -> caught.isEmpty() || Objects.equals(caught, code));
    }

    private void add(XmlElement event, String what) {
        mistakes.add(
                files.get(rootOf(event)),
                event.line(),
                Mistakes.quoted(event.drawn().called()) + " " + what);
    }
}
