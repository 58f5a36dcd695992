package uk.opcc.inspectionresponse.platform.deployment;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;

/**
 * A component of a form, with where it stands.
 *
 * @param isInGroup whether another component is around it
 */
record FormComponent(DeployedFile file, JsonNode form, JsonNode content, boolean isInGroup) {

    String text(String property) {
        return content.path(property).asText();
    }

    String type() {
        return text("type");
    }

    String key() {
        return text("key");
    }

    /** The name of the variable that holds its value. */
    String variable() {
        int dot = key().indexOf('.');
        return dot < 0 ? key() : key().substring(0, dot);
    }

    /** Where in the variable's Json its value stands; empty for a plain variable. */
    String part() {
        int dot = key().indexOf('.');
        return dot < 0 ? "" : key().substring(dot + 1);
    }

    /** A custom property; empty where it has none of this name. */
    String property(String name) {
        return content.path("properties").path(name).asText();
    }

    boolean isReadOnly() {
        return content.path("disabled").asBoolean() || content.path("readonly").asBoolean();
    }

    boolean isChoice() {
        return Set.of("radio", "select").contains(type());
    }

    boolean isDate() {
        return type().equals("datetime") && text("subtype").equals("date");
    }

    int line() {
        String id = text("id");
        return file.lineOf(id.isEmpty() ? "\"" + key() + "\"" : "\"" + id + "\"");
    }

    /** Adds a mistake, in words that follow what the component is called. */
    void add(Mistakes mistakes, String what) {
        if (mistakes.areMany()) {
            // Where it stands is looked for in the whole file.
            return;
        }
        String name = key().isEmpty() ? text("id") : key();
        mistakes.add(file, line(), (name.isEmpty() ? "a component" : Mistakes.quoted(name)) + " " + what);
    }
}
