package uk.opcc.inspectionresponse.process;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.introspect.BeanPropertyDefinition;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.value.TypedValue;
import org.camunda.spin.plugin.variable.SpinValues;

/**
 * A variable of the process: its name, the type that the code reads and writes, and what a process owner needs to know.
 *
 * <p>A plain type (String, Boolean, Integer, Date) is an engine variable of that type. A day is the String in which
 * forms send it, {@code 2018-07-19}, which the diagrams and the lists of tasks rely on. Any other type is a Json
 * variable, which has no limit of 4,000 characters.
 *
 * @param <T> the type
 * @param name as the diagram and the forms write it
 * @param type how to read it
 * @param meaning what it says
 * @param setBy the form or the activity that sets it
 * @param kept what the history keeps of it
 */
public record ProcessVariable<T>(String name, TypeReference<T> type, String meaning, String setBy, KeptInHistory kept) {

    static final JsonMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .defaultPropertyInclusion(
                    JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.NON_NULL))
            .build();

    /** The value, if the variable is set. */
    public Optional<T> find(VariableScope scope) {
        return find(scope.<TypedValue>getVariableTyped(name, false));
    }

    /** The value among variables that were read without deserializing them, if it is there. */
    public Optional<T> find(VariableMap variables) {
        return find(variables.<TypedValue>getValueTyped(name));
    }

    private Optional<T> find(TypedValue value) {
        if (value == null) {
            return Optional.empty();
        }
        return Optional.of(JsonTree.of(value))
                .filter(tree -> !tree.isNull())
                .map(tree -> JSON.convertValue(tree, type));
    }

    /**
     * The value.
     *
     * @throws IllegalStateException if it is not set
     */
    public T get(VariableScope scope) {
        return find(scope).orElseThrow(this::isNotSet);
    }

    /**
     * The value among variables that were read without deserializing them.
     *
     * @throws IllegalStateException if it is not there
     */
    public T get(VariableMap variables) {
        return find(variables).orElseThrow(this::isNotSet);
    }

    private IllegalStateException isNotSet() {
        return new IllegalStateException("The process variable " + name + " is not set");
    }

    /** Sets the value where the variable is defined, else on the whole process instance. */
    public void set(VariableScope scope, T value) {
        scope.setVariable(name, engineValue(value));
    }

    /** Sets the value in this scope alone. */
    public void setLocal(VariableScope scope, T value) {
        scope.setVariableLocal(name, engineValue(value));
    }

    /** Puts the value among others that are set together. */
    public void put(Map<String, Object> variables, T value) {
        variables.put(name, engineValue(value));
    }

    /** The value as the engine takes it: itself, or as a Json value. */
    public Object engineValue(T value) {
        if (value instanceof LocalDate day) {
            return day.toString();
        }
        if (value == null || isPlain()) {
            return value;
        }
        try {
            return SpinValues.jsonValue(JSON.writeValueAsString(value)).create();
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether the engine holds it as a plain value, and not as Json. */
    public boolean isPlain() {
        return type.getType() instanceof Class<?> plain && plain.getName().startsWith("java.");
    }

    /** The names of what its Json consists of; none where it may have any, or is no Json. */
    public Set<String> parts() {
        return isPlain() ? Set.of() : partsOf(JSON.constructType(type));
    }

    /** The names of what each element of its list consists of; none where these may have any, or it is no list. */
    public Set<String> partsOfElements() {
        JavaType list = JSON.constructType(type);
        return list.isCollectionLikeType() ? partsOf(list.getContentType()) : Set.of();
    }

    private static Set<String> partsOf(JavaType type) {
        return type.isRecordType()
                ? JSON.getSerializationConfig().introspect(type).findProperties().stream()
                        .map(BeanPropertyDefinition::getName)
                        .collect(Collectors.toUnmodifiableSet())
                : Set.of();
    }
}
