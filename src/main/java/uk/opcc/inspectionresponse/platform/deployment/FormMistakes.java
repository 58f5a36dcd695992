package uk.opcc.inspectionresponse.platform.deployment;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** What would keep a form from being shown, or from being taken when it is filled in, in words. */
final class FormMistakes {

    /** The kinds of components that Tasklist of Camunda 7.24 knows. */
    private static final Set<String> KNOWN = Set.of(
            "button",
            "checkbox",
            "checklist",
            "datetime",
            "default",
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

    /** What these send is no text, and the rules of forms take texts. */
    private static final Set<String> NO_TEXTS = Set.of("checkbox", "checklist", "number", "taglist");

    private static final Set<String> FILLED_IN = Set.of("datetime", "radio", "select", "textarea", "textfield");

    private static final int DEEPEST = 20;
    private static final int MOST = 1000;

    private final DeployedFile file;
    private final JsonNode form;
    private final Known known;
    private final Surroundings surroundings;
    private final Mistakes mistakes;
    private final Set<String> ids = new HashSet<>();
    private final Map<String, String> keys = new HashMap<>();
    private int count;

    FormMistakes(DeployedFile file, Known known, Surroundings surroundings, Mistakes mistakes) {
        this.file = file;
        this.form = file.form();
        this.known = known;
        this.surroundings = surroundings;
        this.mistakes = mistakes;
    }

    /** Adds all mistakes of the form. */
    void look() {
        if (!form.path("id").isTextual() || form.path("id").asText().isBlank()) {
            mistakes.add(file, 1, "the form has no id, by which a diagram would name it");
        }
        if (form.has("type") && !form.path("type").asText().equals("default")) {
            mistakes.add(
                    file,
                    file.lineOf("\"type\""),
                    "the type of the form is not \"default\": make it in Modeler as a form");
        }
        if (form.path("components").isArray()) {
            look(form, "", 0);
        } else {
            mistakes.add(file, 1, "the form has no components");
        }
    }

    private void look(JsonNode container, String path, int depth) {
        if (depth > DEEPEST) {
            mistakes.add(file, 1, "the form has more than " + DEEPEST + " groups in each other");
            return;
        }
        for (JsonNode component : container.path("components")) {
            if (++count > MOST) {
                mistakes.add(file, 1, "the form has more than " + MOST + " components");
                return;
            }
            if (mistakes.areMany()) {
                return;
            }
            FormComponent one = new FormComponent(file, form, component, depth > 0);
            if (component.isObject()) {
                look(one, path);
                new ExpressionsOfForm(one, known, mistakes).look();
                String inside = component.path("path").asText();
                look(component, inside.isEmpty() ? path : path + inside + ".", depth + 1);
            } else {
                mistakes.add(file, 1, "a component of the form is no component: export the form from Modeler");
            }
        }
    }

    private void look(FormComponent component, String path) {
        String type = component.type();
        String id = component.text("id");
        String key = component.key();
        if (type.equals("dynamiclist")) {
            mistakes.add(
                    file,
                    file.lineOf("\"dynamiclist\""),
                    "Tasklist cannot complete a form with the component \"dynamiclist\": give its components the custom"
                            + " property \"repeat\" instead");
        } else if (!KNOWN.contains(type)) {
            mistakes.add(
                    file,
                    file.lineOf("\"" + type + "\""),
                    "Tasklist does not know the component " + Mistakes.quoted(type));
        }
        if (!id.isEmpty() && !ids.add(id)) {
            mistakes.add(file, component.line(), "two components have the id " + Mistakes.quoted(id));
        }
        if (key.isEmpty() || type.equals("button")) {
            if (FILLED_IN.contains(type)) {
                component.add(mistakes, "has no key: give it that of a variable");
            }
        } else {
            if (keys.putIfAbsent(path + key, id) != null) {
                mistakes.add(file, file.lineOf("\"" + key + "\""), "two fields have the key " + Mistakes.quoted(key));
            }
            if (!component.isReadOnly()) {
                if (NO_TEXTS.contains(type)) {
                    component.add(
                            mistakes,
                            "could never be taken, because what a \"" + type
                                    + "\" sends is no text: make it a text field, a choice or a date");
                }
                new FieldMistakes(component, mistakes).look();
            }
        }
        new CustomProperties(component, known, surroundings, mistakes).look();
    }
}
