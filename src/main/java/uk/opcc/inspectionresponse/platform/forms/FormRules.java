package uk.opcc.inspectionresponse.platform.forms;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.camunda.feel.api.EvaluationResult;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import uk.opcc.inspectionresponse.platform.people.People;
import uk.opcc.inspectionresponse.platform.refusal.InputRefused;
import uk.opcc.inspectionresponse.platform.refusal.Shortened;
import uk.opcc.inspectionresponse.platform.refusal.UnstorableText;
import uk.opcc.inspectionresponse.platform.text.PastedText;
import uk.opcc.inspectionresponse.process.ProcessVariables;
import uk.opcc.inspectionresponse.statutory.SentDate;
import uk.opcc.inspectionresponse.statutory.StatutoryPeriod;
import uk.opcc.inspectionresponse.statutory.WrittenDate;

/**
 * Holds values against the rules of the form that they belong to, as Tasklist does in the browser, so that a rule holds
 * whoever sends them.
 *
 * <p>Beside what Camunda Forms know (required, length, pattern, options, hidden fields), a field may carry these custom
 * properties, which a process owner sees and edits in Modeler: {@code requiredWhen} (FEEL), {@code notBefore} and
 * {@code notAfter} (FEEL giving an ISO date; {@code today} is known), {@code userInGroup} (the value is a user of that
 * group).
 */
@Component
class FormRules {

    private static final Logger LOG = LoggerFactory.getLogger(FormRules.class);

    /** What the engine's VARCHAR columns hold; a plain form field is such a variable. */
    private static final int PLAIN_TEXT_LIMIT = 4000;

    /** Characters of what can be chosen, as a refusal lists it. */
    private static final int LONGEST_LIST = 300;

    private final FeelExpressions feel = new FeelExpressions();
    private final Map<String, Pattern> patterns = new ConcurrentHashMap<>();
    private final ObjectMapper json;
    private final Clock clock;
    private final People people;

    FormRules(ObjectMapper json, Clock clock, People people) {
        this.json = json;
        this.clock = clock;
        this.people = people;
    }

    /**
     * Checks every field of the form.
     *
     * @param values the variables by name, Json variables as trees
     * @param sent the keys of the fields that somebody sent just now; the form hides none of them
     * @param declared the names of all variables that there may be, set or not
     * @throws InputRefused for the first field whose value the form would not accept
     */
    void check(FormSchema form, Map<String, JsonNode> values, Set<String> sent, Set<String> declared) {
        Map<String, Object> context = new HashMap<>();
        // FEEL knows a name that is not set as null only if it is in the context.
        declared.stream()
                .filter(name -> !ProcessVariables.all().containsKey(name))
                .forEach(name -> context.put(name, null));
        form.fields().forEach(field -> context.put(field.variable(), null));
        values.forEach((name, value) -> context.put(name, json.convertValue(value, Object.class)));
        context.put("today", StatutoryPeriod.today(clock).toString());
        for (FormField field : form.fields()) {
            if (field.notSubmitted()) {
                continue;
            }
            if (!isHidden(field, context)) {
                check(field, values.get(field.variable()), context);
            } else if (sent.contains(field.key())) {
                throw refused(field, label(field, context), "is not needed with these answers: leave it out.");
            }
        }
    }

    /** What is neither true nor false hides nothing, as in Tasklist. */
    private boolean isHidden(FormField field, Map<String, Object> context) {
        return !field.hide().isEmpty()
                && workedOut(field, field.hide(), context)
                        .map(hides -> yesOrNo(field, field.hide(), hides))
                        .orElse(false);
    }

    private void check(FormField field, JsonNode variable, Map<String, Object> context) {
        String label = label(field, context);
        JsonNode value = value(field, variable, label);
        if (value == null || value.isNull() || value.isMissingNode()) {
            requireNothing(field, label, context);
            return;
        }
        if (!value.isTextual()) {
            throw refused(field, label, "must be text, and not " + describe(value) + ".");
        }
        String text = value.textValue();
        if (showsNothing(text)) {
            requireNothing(field, label, context);
            return;
        }
        UnstorableText.in(text).ifPresent(what -> {
            throw refused(field, label, what);
        });
        PastedText.unreadable(text).ifPresent(what -> {
            throw refused(field, label, what);
        });
        checkLength(field, label, text);
        if (!field.isChoice() && field.properties().has("choicesOf")) {
            throw faulty(field, "choicesOf", "the table with its choices is not there");
        }
        if (field.isChoice() && !options(field, context).contains(text)) {
            throw refused(
                    field,
                    label,
                    "must be one of " + Shortened.to(LONGEST_LIST, String.join(", ", options(field, context)))
                            + ", and not '"
                            + Shortened.to(60, text) + "'.");
        }
        if (field.subtype().equals("date")) {
            checkDate(field, label, text, context);
        }
        String pattern = field.validate().path("pattern").asText();
        if (!pattern.isEmpty() && !matches(field, label, pattern, text)) {
            throw refused(
                    field,
                    label,
                    field.properties()
                            .path("patternMessage")
                            .asText("cannot be '" + Shortened.to(60, text) + "': write it as the form asks for it."));
        }
        String group = field.properties().path("userInGroup").asText();
        if (!group.isEmpty() && !people.isInGroup(text.strip(), group)) {
            throw refused(
                    field,
                    label,
                    "must be somebody of the group " + people.nameOfGroup(group) + ", and '" + Shortened.to(60, text)
                            + "' is not: choose a colleague from the list.");
        }
    }

    private boolean matches(FormField field, String label, String pattern, String text) {
        Pattern compiled = patterns.computeIfAbsent(pattern, Pattern::compile);
        try {
            return compiled.matcher(new BoundedText(text)).find();
        } catch (BoundedText.TooManyLooks | StackOverflowError e) {
            // Java matches a repeated group by recursion.
            throw refused(
                    field,
                    label,
                    "is too long or too complex to be held against the field's pattern: shorten it, or ask the"
                            + " process owner to simplify the pattern.");
        }
    }

    /** Nothing but spaces, also those that do not break a line or have no width. */
    static boolean showsNothing(String text) {
        return text.codePoints()
                .allMatch(character -> Character.isWhitespace(character)
                        || Character.isSpaceChar(character)
                        || Character.getType(character) == Character.FORMAT);
    }

    private JsonNode value(FormField field, JsonNode variable, String label) {
        if (variable == null || field.property().isEmpty() || variable.isNull()) {
            return variable;
        }
        if (!variable.isObject()) {
            throw refused(
                    field,
                    label,
                    "must be sent in the Json variable '" + field.variable() + "', an object with the property '"
                            + field.property() + "'.");
        }
        return variable.path(field.property());
    }

    private void requireNothing(FormField field, String label, Map<String, Object> context) {
        if (field.validate().path("required").asBoolean() || isRequired(field, context)) {
            throw new InputRefused(field.key(), said(label, field.isChoice() ? "choose one." : "fill this in."));
        }
    }

    /** Null is what a comparison with something that is not set gives, and requires nothing. */
    private boolean isRequired(FormField field, Map<String, Object> context) {
        String rule = field.properties().path("requiredWhen").asText();
        if (rule.isEmpty()) {
            return false;
        }
        Set<String> unknown = feel.unknownFunctions(rule);
        if (!unknown.isEmpty()) {
            throw faulty(field, rule, "it names functions that FEEL does not have, " + unknown);
        }
        return workedOut(field, rule, context)
                .map(required -> yesOrNo(field, rule, required))
                .orElse(false);
    }

    private void checkLength(FormField field, String label, String text) {
        int length = text.strip().length();
        int least = field.validate().path("minLength").asInt(0);
        int most = field.validate().path("maxLength").asInt(PLAIN_TEXT_LIMIT);
        if (length < least) {
            throw refused(field, label, "must have at least " + least + " characters, and has " + length + ".");
        }
        if (text.length() > most) {
            throw refused(
                    field,
                    label,
                    "must have at most " + most + " characters, and has " + text.length() + ": shorten it.");
        }
    }

    private void checkDate(FormField field, String label, String text, Map<String, Object> context) {
        LocalDate date = SentDate.read(text)
                .orElseThrow(() -> refused(
                        field,
                        label,
                        "must be a date, and '" + Shortened.to(60, text)
                                + "' is not one: give a day such as 19 July 2018."));
        limit(field, "notBefore", context).ifPresent(limit -> {
            if (date.isBefore(limit)) {
                throw refused(
                        field,
                        label,
                        "must not be before " + WrittenDate.of(limit) + ", and is " + WrittenDate.of(date) + ".");
            }
        });
        limit(field, "notAfter", context).ifPresent(limit -> {
            if (date.isAfter(limit)) {
                throw refused(
                        field,
                        label,
                        limit.equals(StatutoryPeriod.today(clock))
                                ? "must not be in the future: it is " + WrittenDate.of(date) + ", and today is "
                                        + WrittenDate.of(limit) + "."
                                : "must not be after " + WrittenDate.of(limit) + ", and is " + WrittenDate.of(date)
                                        + ".");
            }
        });
    }

    private Optional<LocalDate> limit(FormField field, String property, Map<String, Object> context) {
        String expression = field.properties().path(property).asText();
        Optional<Object> worked = expression.isEmpty() ? Optional.empty() : workedOut(field, expression, context);
        // A day that somebody has not typed yet, or not rightly, is said at its own field.
        return worked.filter(limit -> !limit.toString().isBlank())
                .filter(limit -> !context.containsValue(limit)
                        || SentDate.read(limit.toString()).isPresent())
                .map(limit -> SentDate.read(limit.toString())
                        .orElseThrow(() -> faulty(field, expression, "it gives no date")));
    }

    /**
     * What an expression gives; nothing where that is null.
     *
     * @throws InputRefused if it cannot be worked out: a rule that is not understood lets nothing pass
     */
    private Optional<Object> workedOut(FormField field, String expression, Map<String, Object> context) {
        Set<String> unknown = feel.unknownNames(expression);
        if (!context.keySet().containsAll(unknown)) {
            throw faulty(field, expression, "it names what is not there, " + unknown);
        }
        EvaluationResult result = feel.evaluate(expression, context);
        if (!result.isSuccess()) {
            throw faulty(field, expression, result.failure().message());
        }
        return Optional.ofNullable(result.result());
    }

    private static boolean yesOrNo(FormField field, String expression, Object result) {
        if (result instanceof Boolean answer) {
            return answer;
        }
        throw faulty(field, expression, "it gives neither true nor false");
    }

    private static InputRefused faulty(FormField field, String what, String reason) {
        LOG.error("The field {} of a form takes nothing, because of {}: {}", field.key(), what, reason);
        return new InputRefused(
                field.key(),
                said(
                        field.label().startsWith("=") ? "One of the fields" : field.label(),
                        "the form has a fault here, so nothing was taken. Tell a process owner, who can correct it."));
    }

    /**
     * What a field is called; nothing where that is worked out from what is not known.
     *
     * @param values of the variables, by their names
     */
    Optional<String> labelOf(FormField field, Function<String, JsonNode> values) {
        if (!field.label().startsWith("=")) {
            return Optional.of(field.label());
        }
        Map<String, Object> context = new HashMap<>();
        FormSchema.namesIn(field.label()).forEach(name -> {
            JsonNode value = values.apply(name);
            if (!value.isMissingNode()) {
                context.put(name, json.convertValue(value, Object.class));
            }
        });
        return Optional.ofNullable(evaluate(field.label(), context))
                .filter(String.class::isInstance)
                .map(String.class::cast);
    }

    private String label(FormField field, Map<String, Object> context) {
        if (field.label().startsWith("=") && evaluate(field.label(), context) instanceof String label) {
            return label;
        }
        return field.label();
    }

    private Object evaluate(String expression, Map<String, Object> context) {
        EvaluationResult result = feel.evaluate(expression, context);
        return result.isSuccess() ? result.result() : null;
    }

    /** The values among which one is chosen, as the form lists them or works them out. */
    private Collection<String> options(FormField field, Map<String, Object> context) {
        if (field.choicesFrom().isEmpty()) {
            return field.options();
        }
        Collection<?> worked =
                workedOut(field, field.choicesFrom(), context).orElse(null) instanceof Collection<?> found
                        ? found
                        : field.options();
        return worked.stream()
                .map(option -> option instanceof Map<?, ?> named ? named.get("value") : option)
                .map(String::valueOf)
                .toList();
    }

    private static InputRefused refused(FormField field, String label, String what) {
        return new InputRefused(field.key(), said(label, "it " + what));
    }

    /** A label may be a question. */
    private static String said(String label, String sentence) {
        return label.endsWith("?")
                ? label + " " + Character.toUpperCase(sentence.charAt(0)) + sentence.substring(1)
                : label + ": " + sentence;
    }

    private static String describe(JsonNode value) {
        return value.isNumber() ? "a number" : value.isBoolean() ? "a yes or no" : value.isArray() ? "a list" : "Json";
    }
}
