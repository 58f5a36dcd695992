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
import uk.opcc.inspectionresponse.platform.expressions.EngineParser;
import uk.opcc.inspectionresponse.platform.expressions.Juel;
import uk.opcc.inspectionresponse.platform.expressions.UnreadableExpression;

/** What a form offers and no flow goes on with: who chooses it could not complete the task. */
final class ChoicesWithoutFlow {

    private static final Pattern ONE_VALUE =
            Pattern.compile("[$#]\\{\\s*(\\w+)\\s*(?:==|eq)\\s*['\"]([^'\"]*)['\"]\\s*}");

    private final Collection<ReadFile> diagrams;
    private final Known known;
    private final Mistakes mistakes;
    private final Map<String, List<Deciding>> deciding = new LinkedHashMap<>();
    private final Map<String, Set<String>> taken = new LinkedHashMap<>();

    /** Of their values it is not known which go nowhere. */
    private final Set<String> takenOtherwise = new HashSet<>();

    ChoicesWithoutFlow(Collection<ReadFile> diagrams, Known known, Mistakes mistakes) {
        this.diagrams = diagrams;
        this.known = known;
        this.mistakes = mistakes;
    }

    private record Deciding(DeployedFile file, XmlElement element) {}

    /** Two forms may offer different values for one variable, which different gateways ask for: they count together. */
    void look() {
        for (ReadFile diagram : diagrams) {
            DiagramMistakes.running(diagram.root())
                    .filter(element -> element.name().equals("sequenceFlow"))
                    .filter(flow -> flow.child("conditionExpression") != null)
                    .forEach(flow -> look(diagram.file(), flow));
        }
        deciding.forEach((variable, asking) -> {
            if (!takenOtherwise.contains(variable)) {
                known.offered().getOrDefault(variable, Set.of()).stream()
                        .filter(value -> !taken.get(variable).contains(value))
                        .forEach(value -> goesNowhere(asking.get(0), variable, value));
            }
        });
    }

    private void goesNowhere(Deciding first, String variable, String value) {
        mistakes.add(
                first.file(),
                first.element().line(),
                Mistakes.quoted(first.element().called()) + " goes nowhere where " + Mistakes.quoted(value)
                        + " is chosen, which a form offers in " + Mistakes.quoted(variable)
                        + ": draw a flow for it, or correct a condition");
    }

    private void look(DeployedFile file, XmlElement flow) {
        String condition = flow.child("conditionExpression").text();
        List<XmlElement> sources = flow.parent().children().stream()
                .filter(element -> element.id().equals(flow.get("sourceRef")))
                .toList();
        Matcher one = ONE_VALUE.matcher(condition);
        if (one.matches() && sources.size() == 1 && !goesOnOtherwise(sources.get(0), one.group(1))) {
            deciding.computeIfAbsent(one.group(1), name -> new ArrayList<>()).add(new Deciding(file, sources.get(0)));
            taken.computeIfAbsent(one.group(1), name -> new HashSet<>()).add(one.group(2));
        } else {
            // What it takes is not known without working it out.
            takenOtherwise.addAll(namesIn(condition));
        }
    }

    /** By a flow that asks for nothing, or for something else. */
    private static boolean goesOnOtherwise(XmlElement source, String variable) {
        return source.parent()
                .children("sequenceFlow")
                .filter(flow -> flow.get("sourceRef").equals(source.id()))
                .anyMatch(flow -> {
                    XmlElement condition = flow.child("conditionExpression");
                    Matcher one = ONE_VALUE.matcher(condition == null ? "" : condition.text());
                    return flow.id().equals(source.get("default"))
                            || !one.matches()
                            || !one.group(1).equals(variable);
                });
    }

    private static Set<String> namesIn(String condition) {
        Set<String> names = new HashSet<>();
        try {
            collect(EngineParser.read(condition), names);
        } catch (UnreadableExpression e) {
            // Said of the diagram.
        }
        return names;
    }

    private static void collect(Juel part, Set<String> names) {
        if (part instanceof Juel.Name name) {
            names.add(name.name());
        } else if (part instanceof Juel.Quoted quoted) {
            // Such as what execution.getVariable('findingsNext') asks for.
            names.add(quoted.text());
        }
        part.parts().forEach(inner -> collect(inner, names));
    }
}
