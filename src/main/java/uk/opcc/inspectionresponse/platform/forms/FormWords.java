package uk.opcc.inspectionresponse.platform.forms;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What a form calls what was typed into it. */
public final class FormWords {

    /** More than these are not listed: the name of what they belong to says as much. */
    private static final int MOST_FIELDS = 3;

    private final Map<String, List<FormField>> fields;

    FormWords(FormSchema form) {
        this.fields = form.fields().stream()
                .filter(field -> !field.notSubmitted())
                .collect(Collectors.groupingBy(FormField::variable, LinkedHashMap::new, Collectors.toList()));
    }

    /** Whether a field of the form is kept in a variable. */
    public boolean has(String variable) {
        return fields.containsKey(variable);
    }

    /** The labels of the fields that are kept in a variable; nothing where there are none, or too many. */
    public Optional<String> labels(String variable) {
        return labels(fields.getOrDefault(variable, List.of()));
    }

    /**
     * The labels of some of the fields that are kept in a variable.
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

    private static Optional<String> labels(List<FormField> all) {
        return all.isEmpty() || all.size() > MOST_FIELDS || all.stream().anyMatch(FormWords::isWorkedOut)
                ? Optional.empty()
                : Optional.of(all.stream().map(FormField::label).collect(Collectors.joining(", ")));
    }

    /** The words of what was chosen; nothing where it is no choice. */
    public Optional<String> chosen(String variable, String value) {
        return fields.getOrDefault(variable, List.of()).stream()
                .flatMap(field -> Optional.ofNullable(field.choices().get(value)).stream())
                .findFirst();
    }

    private static boolean isWorkedOut(FormField field) {
        return field.label().startsWith("=");
    }
}
