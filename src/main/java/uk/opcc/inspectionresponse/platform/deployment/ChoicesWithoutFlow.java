package uk.opcc.inspectionresponse.platform.deployment;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a form offers and no gateway goes on with: who chooses it could not complete the task. */
final class ChoicesWithoutFlow {

    private static final Pattern ONE_VALUE =
            Pattern.compile("[$#]\\{\\s*(\\w+)\\s*(==|!=|eq|ne)\\s*['\"]([^'\"]*)['\"]\\s*}");

    private final Collection<ReadFile> diagrams;
    private final Known known;
    private final Mistakes mistakes;

    ChoicesWithoutFlow(Collection<ReadFile> diagrams, Known known, Mistakes mistakes) {
        this.diagrams = diagrams;
        this.known = known;
        this.mistakes = mistakes;
    }

    private record Gateway(DeployedFile file, XmlElement element, Set<String> taken, boolean takesOthers) {}

    /** Two forms may offer different values for one variable, which different gateways ask for: they count together. */
    void look() {
        Map<String, List<Gateway>> gateways = new LinkedHashMap<>();
        for (ReadFile diagram : diagrams) {
            diagram.root()
                    .all()
                    .filter(element -> element.name().equals("exclusiveGateway"))
                    .forEach(gateway -> look(diagram.file(), gateway, gateways));
        }
        gateways.forEach((variable, asking) -> {
            if (asking.stream().noneMatch(Gateway::takesOthers)) {
                for (String value : known.offered().getOrDefault(variable, Set.of())) {
                    if (asking.stream().noneMatch(gateway -> gateway.taken().contains(value))) {
                        Gateway first = asking.get(0);
                        mistakes.add(
                                first.file(),
                                first.element().line(),
                                Mistakes.quoted(first.element().called()) + " goes nowhere where "
                                        + Mistakes.quoted(value) + " is chosen, which a form offers in "
                                        + Mistakes.quoted(variable) + ": draw a flow for it, or correct a condition");
                    }
                }
            }
        });
    }

    private static void look(DeployedFile file, XmlElement gateway, Map<String, List<Gateway>> gateways) {
        List<XmlElement> outgoing = gateway.parent()
                .children("sequenceFlow")
                .filter(flow -> flow.get("sourceRef").equals(gateway.id()))
                .toList();
        if (outgoing.size() < 2) {
            return;
        }
        Set<String> variables = new HashSet<>();
        Set<String> taken = new HashSet<>();
        boolean takesOthers = !gateway.get("default").isEmpty();
        for (XmlElement flow : outgoing) {
            XmlElement condition = flow.child("conditionExpression");
            Matcher one = ONE_VALUE.matcher(condition == null ? "" : condition.text());
            if (!one.matches()) {
                // What it takes is not known without working it out.
                takesOthers = true;
            } else {
                variables.add(one.group(1));
                taken.add(one.group(3));
                takesOthers |= !Set.of("==", "eq").contains(one.group(2));
            }
        }
        if (variables.size() == 1) {
            gateways.computeIfAbsent(variables.iterator().next(), name -> new ArrayList<>())
                    .add(new Gateway(file, gateway, taken, takesOthers));
        }
    }
}
