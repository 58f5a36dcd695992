package uk.opcc.inspectionresponse.platform.rest;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import uk.opcc.inspectionresponse.platform.refusal.InputRefused;
import uk.opcc.inspectionresponse.platform.refusal.Shortened;
import uk.opcc.inspectionresponse.platform.refusal.UnstorableText;

/**
 * Refuses the Json of a request that cannot be what the engine takes, before the engine has a look: there it would fail
 * somewhere in the middle, as a fault of the server that names no field.
 */
final class BodyRules {

    /** Of two values for one name another reader might take the other one. */
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    /** The requests that start an inspection or end a task. */
    private static final Pattern SUBMITTING =
            Pattern.compile("(process-definition|task)/.*/(submit-form|start|complete|resolve)", Pattern.DOTALL);

    /**
     * The types of what forms send, in lower case: the engine has some names with a capital or without one. Anything
     * else it would keep and no form could show again; an object it would build from a class that the client chose.
     */
    private static final Set<String> OF_FORMS =
            Set.of("string", "json", "boolean", "integer", "short", "long", "double", "date", "null");

    /** With these an inspection would begin somewhere else than at its start form. */
    private static final List<String> PAST_THE_START_FORM =
            List.of("startInstructions", "caseInstanceId", "skipCustomListeners", "skipIoMappings");

    private static final byte[] EMPTY = {'{', '}'};

    private BodyRules() {}

    /** What was sent, as bytes and as the tree that they say; a missing node where nothing was sent. */
    record Body(byte[] bytes, JsonNode json) {}

    /**
     * Checks the body of a request.
     *
     * @param path of the engine's REST API, such as {@code task/17/complete}; empty for any other request
     * @return what the engine is to read: the same, or an empty object where nothing at all was submitted, which only
     *     one of its two APIs takes
     * @throws InputRefused naming the place in the Json, or the field
     */
    static Body check(String path, byte[] body) {
        JsonNode root = parse(body);
        boolean submitting = SUBMITTING.matcher(path).matches();
        if (root.isMissingNode()) {
            return new Body(submitting ? EMPTY : body, root);
        }
        if (!root.isContainerNode()) {
            throw new InputRefused(
                    "body",
                    "The body of the request must be a Json object, and not " + Shortened.name(root.toString()) + ".");
        }
        checkTexts(new ArrayDeque<>(), root);
        checkTypes("", root);
        if (submitting) {
            if (path.endsWith("/resolve") && !root.path("variables").isEmpty()) {
                throw new InputRefused("variables", "variables: send them when the task is completed.");
            }
            checkVariables(root.path("variables"));
            checkStart(root);
        }
        return new Body(body, root);
    }

    /** In every body: whatever has a value may not be of a type that no form sends. */
    private static void checkTypes(String name, JsonNode node) {
        if (node.has("value") && node.has("type")) {
            String type =
                    node.path("type").isNull() ? "null" : node.path("type").asText();
            if (!OF_FORMS.contains(type.toLowerCase(Locale.ROOT))) {
                throw new InputRefused(
                        Shortened.name(name),
                        Shortened.name(name) + " must be sent as String or as Json, and not as " + Shortened.name(type)
                                + ".");
            }
        }
        node.properties().forEach(property -> checkTypes(property.getKey(), property.getValue()));
        if (node.isArray()) {
            node.forEach(element -> checkTypes(name, element));
        }
    }

    private static JsonNode parse(byte[] body) {
        try {
            return JSON.readTree(body);
        } catch (JsonProcessingException e) {
            JsonLocation at = e.getLocation();
            throw new InputRefused(
                    "body",
                    "The body of the request is not Json"
                            + (at == null ? "" : ", line " + at.getLineNr() + ", column " + at.getColumnNr())
                            + ": " + e.getOriginalMessage());
        } catch (IOException e) {
            throw new InputRefused("body", "The body of the request is not Json in UTF-8: " + e.getMessage());
        }
    }

    /** @param path the names from the outermost to the one of this node; put together only for what is refused */
    private static void checkTexts(Deque<String> path, JsonNode node) {
        if (node.isTextual()) {
            UnstorableText.in(node.textValue()).ifPresent(what -> {
                throw new InputRefused(field(path), field(path) + " " + what);
            });
        }
        for (Map.Entry<String, JsonNode> field : node.properties()) {
            UnstorableText.in(field.getKey()).ifPresent(what -> {
                throw new InputRefused("body", "A name in the body of the request " + what);
            });
            path.addLast(field.getKey());
            checkTexts(path, field.getValue());
            path.removeLast();
        }
        if (node.isArray()) {
            node.forEach(element -> checkTexts(path, element));
        }
    }

    /** {@code title} for {@code variables.title.value}. */
    private static String field(Deque<String> path) {
        List<String> names = new ArrayList<>(path);
        if (names.size() > 1 && names.get(0).equals("variables")) {
            names.remove(0);
            if (names.size() > 1 && names.get(names.size() - 1).equals("value")) {
                names.remove(names.size() - 1);
            }
        }
        return Shortened.name(String.join(".", names));
    }

    private static void checkVariables(JsonNode variables) {
        if (variables.isMissingNode() || variables.isNull()) {
            return;
        }
        if (!variables.isObject()) {
            throw new InputRefused(
                    "variables", "variables must be an object, such as {\"title\": {\"value\": \"…\"}}.");
        }
        variables.properties().forEach(variable -> checkVariable(variable.getKey(), variable.getValue()));
    }

    private static void checkVariable(String name, JsonNode variable) {
        if (!variable.isObject()) {
            throw new InputRefused(
                    name,
                    Shortened.name(name) + " must be an object with the property value, such as {\"value\": \"…\"}.");
        }
        if (variable.path("value").isContainerNode()) {
            throw new InputRefused(
                    name,
                    Shortened.name(name)
                            + " has a value that is an object or a list: send text; or, where the keys"
                            + " of the form have a dot, the type Json and the object as text.");
        }
        if (variable.path("valueInfo").path("transient").asBoolean()) {
            throw new InputRefused(
                    name, Shortened.name(name) + " is sent as transient and would be lost: leave valueInfo out.");
        }
        variable.path("valueInfo").fieldNames().forEachRemaining(info -> {
            if (!info.equals("transient")) {
                throw new InputRefused(
                        name,
                        Shortened.name(name) + " has a valueInfo of its own (" + Shortened.name(info)
                                + "): leave it out.");
            }
        });
    }

    private static void checkStart(JsonNode root) {
        for (String name : PAST_THE_START_FORM) {
            JsonNode value = root.path(name);
            if (value.asBoolean() || value.isTextual() || !value.isEmpty()) {
                throw new InputRefused(name, name + ": leave it out, all starts and ends with its form.");
            }
        }
    }
}
