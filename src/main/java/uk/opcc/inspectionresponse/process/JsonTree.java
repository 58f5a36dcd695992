package uk.opcc.inspectionresponse.process;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import org.camunda.bpm.engine.variable.value.ObjectValue;
import org.camunda.bpm.engine.variable.value.TypedValue;
import org.camunda.spin.plugin.variable.value.JsonValue;

/** The value of a variable as a tree, whichever of the engine's types a client chose to send it in. */
public final class JsonTree {

    private JsonTree() {}

    /**
     * Reads a value without deserializing an object of it.
     *
     * @throws IllegalArgumentException if it is not Json
     */
    public static JsonNode of(TypedValue value) {
        if (value instanceof JsonValue json) {
            return parse(json.getValueSerialized());
        }
        if (value instanceof ObjectValue object && !object.isDeserialized()) {
            return parse(object.getValueSerialized());
        }
        return ProcessVariable.JSON.valueToTree(value.getValue());
    }

    private static JsonNode parse(String serialized) {
        try {
            return serialized == null ? NullNode.getInstance() : ProcessVariable.JSON.readTree(serialized);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
