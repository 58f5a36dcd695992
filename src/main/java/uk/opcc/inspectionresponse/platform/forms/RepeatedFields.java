package uk.opcc.inspectionresponse.platform.forms;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The components of a form that stand there once and are shown for each element of a list, such as the answer to each
 * recommendation: those with the custom property {@code repeat}, a FEEL expression that names a variable. Camunda's own
 * component for it cannot be completed in Tasklist.
 *
 * <p>Components that follow each other and repeat the same list are repeated together. In their expressions
 * {@code eachItem} is the element. Their keys end with the element's number, or else its place: {@code answers.text}
 * becomes {@code answers.text4}, in their expressions too.
 */
final class RepeatedFields {

    /** More than a form can show, and than any report has. */
    private static final int MOST = 250;

    private static final String COMPONENTS = "components";
    private static final Pattern EACH_ITEM = Pattern.compile("\\beachItem\\b");

    private RepeatedFields() {}

    /** The list that a component is shown for each element of; empty where it is shown once. */
    private static String listOf(JsonNode component) {
        String expression = component.path("properties").path("repeat").asText();
        return expression.startsWith("=") ? expression.substring(1).strip() : expression.strip();
    }

    /** The variables whose elements components of the form are shown for; none where nothing is repeated. */
    static Set<String> listsIn(JsonNode form) {
        Set<String> lists = new LinkedHashSet<>();
        for (JsonNode component : form.path(COMPONENTS)) {
            lists.add(listOf(component));
        }
        lists.remove("");
        return lists;
    }

    /**
     * The form with its repeated components as often as there are elements.
     *
     * @param variables the value of a variable by its name; what is no list has no elements
     */
    static JsonNode in(JsonNode form, Function<String, JsonNode> variables) {
        if (!(form instanceof ObjectNode root)) {
            return form;
        }
        if (listsIn(form).isEmpty()) {
            return form;
        }
        List<JsonNode> components = new ArrayList<>();
        root.path(COMPONENTS).forEach(components::add);
        ObjectNode filled = root.deepCopy();
        ArrayNode all = filled.putArray(COMPONENTS);
        int at = 0;
        while (at < components.size()) {
            String list = listOf(components.get(at));
            int end = at + 1;
            while (!list.isEmpty()
                    && end < components.size()
                    && listOf(components.get(end)).equals(list)) {
                end++;
            }
            if (list.isEmpty()) {
                all.add(components.get(at));
            } else {
                repeat(components.subList(at, end), list, variables.apply(list), all);
            }
            at = end;
        }
        return filled;
    }

    private static void repeat(List<JsonNode> components, String list, JsonNode elements, ArrayNode all) {
        Pattern keys = keysOf(components);
        for (int place = 1; elements.isArray() && place <= Math.min(elements.size(), MOST); place++) {
            JsonNode number = elements.get(place - 1).path("number");
            String suffix = number.isIntegralNumber() ? number.asText() : Integer.toString(place);
            String element = Matcher.quoteReplacement(list + "[" + place + "]");
            for (JsonNode component : components) {
                ObjectNode one = (ObjectNode) changed(component, text -> {
                    String named = keys.matcher(text).replaceAll(key -> key.group() + suffix);
                    return EACH_ITEM.matcher(named).replaceAll(element);
                });
                one.put("id", one.path("id").asText() + "-" + suffix);
                if (one.path("layout") instanceof ObjectNode layout && layout.hasNonNull("row")) {
                    layout.put("row", layout.path("row").asText() + "-" + suffix);
                }
                all.add(one);
            }
        }
    }

    private static Pattern keysOf(List<JsonNode> components) {
        List<String> keys = new ArrayList<>();
        components.forEach(component -> {
            if (component.has("key")) {
                keys.add(Pattern.quote(component.path("key").asText()));
            }
        });
        return Pattern.compile(keys.isEmpty() ? "(?!)" : "(?<![\\w.])(?:" + String.join("|", keys) + ")(?!\\w)");
    }

    private static JsonNode changed(JsonNode node, UnaryOperator<String> change) {
        if (node.isTextual()) {
            return TextNode.valueOf(change.apply(node.textValue()));
        }
        JsonNode copy = node.deepCopy();
        if (copy instanceof ObjectNode object) {
            node.properties().forEach(entry -> object.set(entry.getKey(), changed(entry.getValue(), change)));
        } else if (copy instanceof ArrayNode array) {
            for (int at = 0; at < array.size(); at++) {
                array.set(at, changed(array.get(at), change));
            }
        }
        return copy;
    }
}
