package uk.opcc.inspectionresponse.forms;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/** What a Camunda Form says about its fields. */
record FormSchema(String id, List<FormField> fields) {

    static FormSchema read(ObjectMapper json, InputStream form) {
        try (form) {
            JsonNode root = json.readTree(form);
            List<FormField> fields = new ArrayList<>();
            collect(root, "", fields);
            return new FormSchema(root.path("id").asText(), List.copyOf(fields));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void collect(JsonNode container, String hiddenWith, List<FormField> fields) {
        for (JsonNode component : container.path("components")) {
            String hide = component.path("conditional").path("hide").asText(hiddenWith);
            if (component.has("components")) {
                collect(component, hide, fields);
            } else if (component.has("key")) {
                fields.add(FormField.of(component, hide));
            }
        }
    }
}
