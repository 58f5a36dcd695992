package uk.opcc.inspectionresponse.platform.forms;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The choices of a form that a decision table has: those of a field with the custom property {@code choicesOf}, the id
 * of a decision, one of whose inputs is the field's key. Whoever adds a row to the table adds a choice to the form.
 *
 * <p>A field with {@code askedFor}, such as {@code answeredWithin: as the report says}, is shown where the row of what
 * was chosen has this text in this column.
 */
final class ChoicesOfDecisions {

    private static final String PROPERTIES = "properties";
    private static final Pattern ASKED_FOR = Pattern.compile("\\s*(\\w+)\\s*:\\s*(.*\\S)\\s*");

    private ChoicesOfDecisions() {}

    /**
     * The form with its choices.
     *
     * @param rows of a decision, by its id and one of its inputs
     */
    static JsonNode in(JsonNode form, BiFunction<String, String, Optional<RowsOfDecision>> rows) {
        if (!(form instanceof ObjectNode) || !offersAny(form)) {
            return form;
        }
        ObjectNode filled = form.deepCopy();
        for (JsonNode component : filled.path("components")) {
            String decision = component.path(PROPERTIES).path("choicesOf").asText();
            String key = component.path("key").asText();
            if (!decision.isEmpty()) {
                rows.apply(decision, key)
                        .filter(found -> !found.values().isEmpty())
                        .ifPresent(found -> offer(filled, (ObjectNode) component, key, found));
            }
        }
        return filled;
    }

    private static boolean offersAny(JsonNode form) {
        for (JsonNode component : form.path("components")) {
            if (component.path(PROPERTIES).has("choicesOf")) {
                return true;
            }
        }
        return false;
    }

    private static void offer(ObjectNode form, ObjectNode select, String key, RowsOfDecision rows) {
        ArrayNode values = select.putArray("values");
        rows.values().forEach(value -> values.addObject().put("label", value).put("value", value));
        for (JsonNode component : form.path("components")) {
            Matcher askedFor = ASKED_FOR.matcher(
                    component.path(PROPERTIES).path("askedFor").asText());
            if (askedFor.matches()) {
                String hidden = component.path("conditional").path("hide").asText();
                String notAsked = notAmong(key, rows.valuesWith(askedFor.group(1), askedFor.group(2)));
                ((ObjectNode) component)
                        .putObject("conditional")
                        .put(
                                "hide",
                                hidden.isEmpty() ? "=" + notAsked : "=(" + hidden.substring(1) + ") or " + notAsked);
            }
        }
    }

    private static String notAmong(String key, Set<String> values) {
        return values.isEmpty()
                ? "true"
                : values.stream()
                        .map(value ->
                                key + " = \"" + value.replace("\\", "\\\\").replace("\"", "\\\"") + "\"")
                        .collect(Collectors.joining(" or ", "not(", ")"));
    }
}
