package uk.opcc.inspectionresponse.platform.forms;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What a form calls what was typed into it. */
public final class FormWords {

    /** More than these are not listed: the first of them, and how many there are, say as much. */
    private static final int MOST_FIELDS = 3;

    /** The property of a field that has them for one of its values, whose name follows a dot. */
    private static final String WORDS_OF_THE_BUTTON = "completeAs";

    private final JsonNode form;
    private final FormRules rules;
    private final Function<String, JsonNode> values;
    private final Map<String, List<FormField>> fields;

    FormWords(JsonNode form, FormRules rules) {
        this(form, rules, name -> MissingNode.getInstance(), fieldsOf(form));
    }

    private FormWords(
            JsonNode form, FormRules rules, Function<String, JsonNode> values, Map<String, List<FormField>> fields) {
        this.form = form;
        this.rules = rules;
        this.values = values;
        this.fields = fields;
    }

    private static Map<String, List<FormField>> fieldsOf(JsonNode form) {
        return FormSchema.read(form).fields().stream()
                .filter(field -> !field.notSubmitted())
                .collect(Collectors.groupingBy(FormField::variable, LinkedHashMap::new, Collectors.toList()));
    }

    /**
     * The words of the form as it was shown to somebody, with what it repeats.
     *
     * @param shown the value that a variable had then, by its name; missing where it is not known
     */
    public FormWords asShown(Function<String, JsonNode> shown) {
        JsonNode filled = RepeatedFields.in(form, shown);
        return new FormWords(filled, rules, shown, filled == form ? fields : fieldsOf(filled));
    }

    /** Whether a field of the form is kept in a variable. */
    public boolean has(String variable) {
        return fields.containsKey(variable);
    }

    /** The labels of the fields that are kept in a variable; nothing where there are none, or too many. */
    public Optional<String> labels(String variable) {
        List<FormField> all = fields.getOrDefault(variable, List.of());
        return all.size() > MOST_FIELDS ? Optional.empty() : labels(all);
    }

    /**
     * The labels of some of the fields that are kept in a variable; nothing where one of them is not known any more.
     *
     * @param properties of its Json, in which those fields are
     */
    public Optional<String> labels(String variable, Set<String> properties) {
        return labels(fields.getOrDefault(variable, List.of()).stream()
                .filter(field -> properties.contains(field.property()))
                .toList());
    }

    /** Whether a variable is Json, in which several fields may be kept. */
    public boolean hasParts(String variable) {
        return fields.getOrDefault(variable, List.of()).stream()
                .noneMatch(field -> field.property().isEmpty());
    }

    private Optional<String> labels(List<FormField> all) {
        List<Optional<String>> first = all.stream()
                .limit(MOST_FIELDS)
                .map(field -> rules.labelOf(field, values))
                .toList();
        int others = all.size() - first.size();
        return all.isEmpty() || first.stream().anyMatch(Optional::isEmpty)
                ? Optional.empty()
                : Optional.of(first.stream().flatMap(Optional::stream).collect(Collectors.joining(", "))
                        + (others == 0 ? "" : " and " + others + (others == 1 ? " other field" : " other fields")));
    }

    /**
     * What the button said with which the form was sent: of the field whose choice has words for it.
     *
     * @param sent the values of the form, by the names of their variables
     * @return nothing where no choice has such words, or they are worked out in the browser
     */
    Optional<String> decision(Map<String, String> sent) {
        return sent.keySet().stream()
                .flatMap(variable -> fields.getOrDefault(variable, List.of()).stream())
                .filter(field -> field.property().isEmpty())
                .map(field -> field.properties()
                        .path(WORDS_OF_THE_BUTTON + '.' + sent.get(field.variable()))
                        .asText())
                .filter(words -> !words.isEmpty() && !words.startsWith("="))
                .findFirst();
    }

    /** The words of what was chosen; nothing where it is no choice. */
    public Optional<String> chosen(String variable, String value) {
        return fields.getOrDefault(variable, List.of()).stream()
                .flatMap(field -> Optional.ofNullable(field.choices().get(value)).stream())
                .findFirst();
    }
}
