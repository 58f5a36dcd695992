package uk.opcc.inspectionresponse.platform.forms;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What a Camunda Form says about its fields.
 *
 * @param shown the variables that it shows
 * @param ruledBy the variables of its fields, and all words of its rules, among which are the names of the others
 */
public record FormSchema(String id, List<FormField> fields, Set<String> shown, Set<String> ruledBy) {

    /** What can be found by its name alone among the words of a rule. */
    private static final Pattern PLAIN_NAME = Pattern.compile("[\\p{L}\\p{N}_]+");

    private static final String BEGINS_TEMPLATE = "{{";
    private static final String ENDS_TEMPLATE = "}}";
    private static final Pattern TEXT_IN_EXPRESSION = Pattern.compile("\"[^\"]*\"");
    private static final Pattern NAME = Pattern.compile("(?<![\\w.])[A-Za-z_]\\w*");

    /**
     * Reads a form.
     *
     * <p>What it shows are the variables of its fields and all names in its templates and expressions; among these are
     * words of FEEL, which are names of no variable.
     */
    static FormSchema read(ObjectMapper json, InputStream form) {
        return read(tree(json, form));
    }

    /** The tree of a form. */
    static JsonNode tree(ObjectMapper json, InputStream form) {
        try (form) {
            return json.readTree(form);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What the tree of a form says. */
    static FormSchema read(JsonNode root) {
        List<FormField> fields = new ArrayList<>();
        collect(root, "", fields);
        Set<String> shown = new HashSet<>();
        fields.forEach(field -> shown.add(field.variable()));
        collectNames(root, shown);
        Set<String> ruledBy = new HashSet<>();
        for (FormField field : fields) {
            ruledBy.add(field.variable());
            field.rules()
                    .forEach(rule -> PLAIN_NAME.matcher(rule).results().forEach(name -> ruledBy.add(name.group())));
        }
        return new FormSchema(root.path("id").asText(), List.copyOf(fields), Set.copyOf(shown), Set.copyOf(ruledBy));
    }

    /**
     * Whether a rule of the form may ask for the variable of this name. To read all that an inspection has at each
     * completion would take longer than the completion.
     */
    boolean needs(String variable) {
        return ruledBy.contains(variable) || !PLAIN_NAME.matcher(variable).matches();
    }

    /**
     * What a person knows each field by whose value is submitted, by its key. A label that is an expression is left
     * open.
     */
    Map<String, String> submittedLabels() {
        Map<String, String> labels = new LinkedHashMap<>();
        for (FormField field : fields) {
            if (!field.notSubmitted()) {
                labels.put(field.key(), field.label().startsWith("=") ? "This text" : field.label());
            }
        }
        return labels;
    }

    private static void collect(JsonNode container, String hiddenWith, List<FormField> fields) {
        for (JsonNode component : container.path("components")) {
            String hide = either(
                    hiddenWith, component.path("conditional").path("hide").asText());
            if (component.has("components")) {
                collect(component, hide, fields);
            } else if (component.has("key")) {
                fields.add(FormField.of(component, hide));
            }
        }
    }

    /** What is in a group is hidden with it. */
    private static String either(String hiddenWith, String hide) {
        return hiddenWith.isEmpty() || hide.isEmpty()
                ? hiddenWith + hide
                : "=(" + withoutSign(hiddenWith) + ") or (" + withoutSign(hide) + ")";
    }

    private static String withoutSign(String expression) {
        return expression.startsWith("=") ? expression.substring(1) : expression;
    }

    private static void collectNames(JsonNode node, Set<String> names) {
        if (node.isTextual()) {
            String text = node.textValue();
            if (text.startsWith("=")) {
                addNames(text, names);
            } else {
                addNamesOfTemplates(text, names);
            }
        }
        node.forEach(child -> collectNames(child, names));
    }

    private static void addNamesOfTemplates(String text, Set<String> names) {
        int begin = text.indexOf(BEGINS_TEMPLATE);
        int end = text.indexOf(ENDS_TEMPLATE, begin + BEGINS_TEMPLATE.length());
        while (begin >= 0 && end >= 0) {
            addNames(text.substring(begin + BEGINS_TEMPLATE.length(), end), names);
            begin = text.indexOf(BEGINS_TEMPLATE, end + ENDS_TEMPLATE.length());
            end = text.indexOf(ENDS_TEMPLATE, begin + BEGINS_TEMPLATE.length());
        }
    }

    /** All names in an expression; among these are words of FEEL. */
    static Set<String> namesIn(String expression) {
        Set<String> names = new HashSet<>();
        addNames(expression, names);
        return names;
    }

    private static void addNames(String expression, Set<String> names) {
        String withoutText = TEXT_IN_EXPRESSION.matcher(expression).replaceAll("");
        NAME.matcher(withoutText).results().forEach(name -> names.add(name.group()));
    }
}
