package uk.opcc.inspectionresponse.platform.deployment;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import uk.opcc.inspectionresponse.process.ProcessVariable;
import uk.opcc.inspectionresponse.process.ProcessVariables;

/** What the files of one deployment have for each other. */
final class Known {

    private final Set<String> files = new HashSet<>();
    private final Set<String> formIds = new HashSet<>();
    private final Set<String> decisionIds = new HashSet<>();
    private final Set<String> processIds = new HashSet<>();
    private final Map<String, DecisionTable> decisions = new HashMap<>();
    private final Map<String, Set<String>> properties = new HashMap<>();
    private final Map<String, Set<String>> offered = new LinkedHashMap<>();

    private final Map<String, Boolean> groups = new HashMap<>();
    private Set<String> formsBefore;

    /**
     * What another file needs to know of a decision table.
     *
     * @param inputs the expressions of its inputs
     * @param outputs the names of its outputs
     */
    record DecisionTable(Set<String> inputs, Set<String> outputs) {}

    /**
     * @param readable files that can be read
     * @param tables those of them that are tables
     * @param unreadable names of the others: what they would have is not called missing
     */
    Known(Collection<DeployedFile> readable, Collection<ReadFile> tables, Collection<String> unreadable) {
        for (DeployedFile file : readable) {
            files.add(file.name());
            (file.isForm() ? formIds : file.isTable() ? decisionIds : processIds).addAll(file.keys());
            if (file.isForm()) {
                fields(file.form());
            }
        }
        tables.forEach(table -> table.root()
                .all()
                .filter(element -> element.name().equals("decision"))
                .forEach(decision -> decisions.put(decision.id(), table(decision))));
        unreadable.forEach(name -> {
            files.add(name);
            List.of(formIds, decisionIds, processIds).forEach(ids -> ids.add(name.replaceFirst("\\..*", "")));
        });
    }

    private static DecisionTable table(XmlElement decision) {
        return new DecisionTable(
                decision.all()
                        .filter(element -> element.name().equals("inputExpression"))
                        .flatMap(element -> element.children("text"))
                        .map(XmlElement::text)
                        .collect(Collectors.toSet()),
                outputs(decision));
    }

    /** The names of the outputs of a decision. */
    static Set<String> outputs(XmlElement decision) {
        return decision.all()
                .filter(element -> element.name().equals("output"))
                .map(output -> output.get("name"))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private void fields(JsonNode container) {
        for (JsonNode component : container.path("components")) {
            fields(component);
            String key = component.path("key").asText();
            int dot = key.indexOf('.');
            if (dot > 0) {
                properties
                        .computeIfAbsent(key.substring(0, dot), name -> new HashSet<>())
                        .add(key.substring(dot + 1));
            }
            component
                    .path("values")
                    .forEach(option -> offered.computeIfAbsent(key, name -> new LinkedHashSet<>())
                            .add(option.path("value").asText()));
        }
    }

    /** Whether a file of this name is among those that are deployed together. */
    boolean hasFile(String name) {
        return files.contains(name);
    }

    /** Whether a form of this id is in them. */
    boolean hasForm(String id) {
        return formIds.contains(id);
    }

    /** Whether a form of this id was deployed before; all deployments are read for it, and once. */
    boolean hadForm(String id, Surroundings surroundings) {
        if (formsBefore == null) {
            formsBefore = surroundings.forms();
        }
        return formsBefore.contains(id);
    }

    /** Whether somebody can be in a group; it is asked for once. */
    boolean hasGroup(String group, Surroundings surroundings) {
        return groups.computeIfAbsent(group, surroundings::hasGroup);
    }

    /** Whether a decision of this id is in them. */
    boolean hasDecision(String id) {
        return decisionIds.contains(id);
    }

    /** Whether a process of this id is in them, and runs. */
    boolean hasProcess(String id) {
        return processIds.contains(id);
    }

    /** A decision table that is deployed together with the others. */
    Optional<DecisionTable> decision(String id) {
        return Optional.ofNullable(decisions.get(id));
    }

    /** What the forms offer to be chosen, by the keys of their fields. */
    Map<String, Set<String>> offered() {
        return offered;
    }

    /** Whether the application knows a variable. */
    static boolean isVariable(String name) {
        return ProcessVariables.all().containsKey(name) || ProcessVariables.OF_THE_ENGINE.contains(name);
    }

    /** What a variable consists of, as the application or the forms have it; nothing where it may be anything. */
    Set<String> partsOf(String variable) {
        ProcessVariable<?> declared = ProcessVariables.all().get(variable);
        if (declared == null) {
            return Set.of();
        }
        Set<String> parts = declared.parts().isEmpty() ? declared.partsOfElements() : declared.parts();
        return parts.isEmpty() ? parts : union(parts, properties.getOrDefault(variable, Set.of()));
    }

    private static Set<String> union(Set<String> some, Set<String> others) {
        return Stream.concat(some.stream(), others.stream()).collect(Collectors.toSet());
    }

    /** The name of a variable that is meant by another that has a letter or two wrong, as a hint; else nothing. */
    static String perhaps(String wrong, Collection<String> right) {
        return right.stream()
                .filter(name -> isNearly(wrong, name))
                .findFirst()
                .map(name -> " (is \"" + name + "\" meant?)")
                .orElse("");
    }

    /** The hint for a variable. */
    static String perhapsVariable(String wrong) {
        return perhaps(wrong, ProcessVariables.all().keySet());
    }

    /** Whether two words differ in at most two letters, or in capitals. */
    static boolean isNearly(String one, String other) {
        return isNearly(one, other, 2);
    }

    /**
     * Whether two words differ in a few letters, or in capitals.
     *
     * @param most letters that may differ
     */
    static boolean isNearly(String one, String other, int most) {
        if (one.equalsIgnoreCase(other)) {
            return true;
        }
        if (Math.abs(one.length() - other.length()) > most || one.length() > 60 || other.length() < 4) {
            return false;
        }
        int[] before = new int[other.length() + 1];
        for (int column = 0; column < before.length; column++) {
            before[column] = column;
        }
        for (int row = 1; row <= one.length(); row++) {
            int[] now = new int[before.length];
            now[0] = row;
            for (int column = 1; column < before.length; column++) {
                int same = one.charAt(row - 1) == other.charAt(column - 1) ? 0 : 1;
                now[column] = Math.min(Math.min(now[column - 1], before[column]) + 1, before[column - 1] + same);
            }
            before = now;
        }
        return before[other.length()] <= most;
    }
}
