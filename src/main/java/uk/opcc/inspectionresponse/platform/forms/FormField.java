package uk.opcc.inspectionresponse.platform.forms;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A field of a Camunda Form that takes a value, with what the form says about it.
 *
 * @param choices the words for each value among which one is chosen; none where any value is taken, or they are worked
 *     out
 * @param choicesFrom the FEEL expression that works out the choices; empty where there is none
 */
public record FormField(
        String key,
        String type,
        String subtype,
        String label,
        String hide,
        boolean notSubmitted,
        JsonNode validate,
        JsonNode properties,
        Map<String, String> choices,
        String choicesFrom) {

    static FormField of(JsonNode component, String hide) {
        Map<String, String> choices = new LinkedHashMap<>();
        component
                .path("values")
                .forEach(option -> choices.put(
                        option.path("value").asText(), option.path("label").asText()));
        return new FormField(
                component.path("key").asText(),
                component.path("type").asText(),
                component.path("subtype").asText(),
                component
                        .path(component.path("type").asText().equals("datetime") ? "dateLabel" : "label")
                        .asText(),
                hide,
                component.path("disabled").asBoolean()
                        || component.path("readonly").asBoolean(),
                component.path("validate"),
                component.path("properties"),
                choices,
                component.path("valuesExpression").asText());
    }

    /** All texts that may be an expression over variables. */
    List<String> rules() {
        List<String> rules = new ArrayList<>(List.of(hide, label, choicesFrom));
        validate.forEach(rule -> rules.add(rule.asText()));
        properties.forEach(rule -> rules.add(rule.asText()));
        return rules;
    }

    /** Whether one of some values is chosen. */
    boolean isChoice() {
        return !choices.isEmpty() || !choicesFrom.isEmpty();
    }

    /** The values among which one is chosen; none where any is taken. */
    Set<String> options() {
        return choices.keySet();
    }

    /** The variable that holds the value: {@code findings} for the key {@code findings.keyFindings}. */
    String variable() {
        int dot = key.indexOf('.');
        return dot < 0 ? key : key.substring(0, dot);
    }

    /** Where in the variable's Json the value stands; empty for a plain variable. */
    String property() {
        int dot = key.indexOf('.');
        return dot < 0 ? "" : key.substring(dot + 1);
    }
}
