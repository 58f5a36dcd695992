package uk.opcc.inspectionresponse.platform.deployment;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** What would keep Tasklist from showing a form that is otherwise good Json, in words. */
final class FormMistakes {

    /** The kinds of components that Tasklist of Camunda 7.24 knows. */
    private static final Set<String> KNOWN = Set.of(
            "button",
            "checkbox",
            "checklist",
            "datetime",
            "default",
            "dynamiclist",
            "expression",
            "group",
            "html",
            "iframe",
            "image",
            "number",
            "radio",
            "select",
            "separator",
            "spacer",
            "table",
            "taglist",
            "text",
            "textarea",
            "textfield");

    private final Set<String> ids = new HashSet<>();
    private final Set<String> keys = new HashSet<>();
    private final List<Mistake> found = new ArrayList<>();

    /**
     * A mistake.
     *
     * @param where a text that stands where it is; of several such places it is the last
     * @param reason why the form cannot be shown
     */
    record Mistake(String where, String reason) {}

    private FormMistakes() {}

    /** All mistakes of a form. */
    static List<Mistake> in(JsonNode form) {
        FormMistakes mistakes = new FormMistakes();
        if (form.path("id").asText().isBlank()) {
            mistakes.add("", "the form has no id, by which a diagram would name it");
        }
        if (form.path("components").isArray()) {
            mistakes.look(form, "");
        } else {
            mistakes.add("", "the form has no components");
        }
        return mistakes.found;
    }

    private void add(String where, String reason) {
        found.add(new Mistake(where, reason));
    }

    private void look(JsonNode container, String path) {
        for (JsonNode component : container.path("components")) {
            String type = component.path("type").asText();
            String id = component.path("id").asText();
            String key = component.path("key").asText();
            if (!KNOWN.contains(type)) {
                add("\"" + type + "\"", "Tasklist does not know the component \"" + type + "\"");
            }
            if (!id.isEmpty() && !ids.add(id)) {
                add("\"" + id + "\"", "two components have the id \"" + id + "\"");
            }
            if (!key.isEmpty() && !type.equals("button") && !keys.add(path + key)) {
                add("\"" + key + "\"", "two fields have the key \"" + key + "\"");
            }
            String pattern = component.path("validate").path("pattern").asText();
            try {
                Pattern.compile(pattern);
            } catch (PatternSyntaxException e) {
                add("\"pattern\"", "the pattern of \"" + key + "\" cannot be read: " + e.getDescription());
            }
            String inside = component.path("path").asText();
            look(component, inside.isEmpty() ? path : path + inside + ".");
        }
    }
}
