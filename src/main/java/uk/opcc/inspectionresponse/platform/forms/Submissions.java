package uk.opcc.inspectionresponse.platform.forms;

import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import uk.opcc.inspectionresponse.platform.refusal.InputRefused;
import uk.opcc.inspectionresponse.platform.refusal.Shortened;

/**
 * Takes with a task or a start only what the form asks for.
 *
 * <p>The engine takes whatever variables come with a completion, and then {@link FormGuard} cannot tell what the client
 * sent from what the application knew before.
 */
@Component
public class Submissions {

    private final ObjectMapper json;
    private final ObjectReader strict;

    Submissions(ObjectMapper json) {
        this.json = json;
        // Of two values for one name another reader might take the other one.
        this.strict = json.reader().with(StreamReadFeature.STRICT_DUPLICATE_DETECTION);
    }

    /**
     * Holds what was sent against the form.
     *
     * @param variables as the REST API has them, by their names
     * @param form empty where there is none, which asks for nothing
     * @throws InputRefused naming the variable or the property that the form does not ask for
     */
    public Submission check(JsonNode variables, Optional<Form> form) {
        Map<String, Set<String>> asked = new HashMap<>();
        form.ifPresent(read -> read.schema().fields().stream()
                .filter(field -> !field.notSubmitted())
                .forEach(field -> asked.computeIfAbsent(field.variable(), name -> new HashSet<>())
                        .add(field.property())));
        Set<String> sent = new HashSet<>();
        variables
                .properties()
                .forEach(variable ->
                        sent.addAll(keys(variable.getKey(), variable.getValue(), asked.get(variable.getKey()))));
        return new Submission(form, Set.copyOf(sent));
    }

    /** The keys of the fields of one variable that were sent with a value. */
    private Set<String> keys(String name, JsonNode variable, Set<String> properties) {
        if (properties == null) {
            throw notAskedFor(name);
        }
        if (variable.findPath("serializationDataFormat").asText("").contains("java")) {
            throw new InputRefused(name, "The variable '" + name + "' is a serialized Java object: send Json.");
        }
        Set<String> sent = new HashSet<>();
        JsonNode value = variable.path("value");
        if (properties.contains("") && isFilledIn(value)) {
            sent.add(name);
        }
        content(value).properties().forEach(property -> {
            String key = name + "." + property.getKey();
            if (!properties.contains(property.getKey())) {
                throw notAskedFor(key);
            }
            if (isFilledIn(property.getValue())) {
                sent.add(key);
            }
        });
        return sent;
    }

    private static boolean isFilledIn(JsonNode value) {
        return !value.isNull()
                && !value.isMissingNode()
                && !(value.isTextual() && value.textValue().isBlank());
    }

    private JsonNode content(JsonNode value) {
        if (!value.isTextual()) {
            return value;
        }
        try {
            return strict.readTree(value.textValue());
        } catch (IOException e) {
            // Plain text; where it should have been Json the rules of the form say so.
            return json.getNodeFactory().missingNode();
        }
    }

    /** The refusal of something that no form asks for. */
    public static InputRefused notAskedFor(String name) {
        String shortened = Shortened.name(name);
        return new InputRefused(shortened, "The variable '" + shortened + "' is not one of this form: leave it out.");
    }
}
