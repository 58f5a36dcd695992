package uk.opcc.inspectionresponse.platform.deployment;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import uk.opcc.inspectionresponse.process.ProcessVariable;
import uk.opcc.inspectionresponse.process.ProcessVariables;

/** What would keep the value of a field from being kept, or any value from being taken. */
final class FieldMistakes {

    private static final Pattern KEY = Pattern.compile("[A-Za-z_]\\w*(\\.\\w+)?");
    private static final int LONGEST_PATTERN = 1000;

    /** What the engine's columns hold. */
    private static final int LONGEST_PLAIN = 4000;

    private final FormComponent field;
    private final Mistakes mistakes;

    FieldMistakes(FormComponent field, Mistakes mistakes) {
        this.field = field;
        this.mistakes = mistakes;
    }

    void look() {
        key();
        lengths();
        pattern();
        if (field.isChoice()) {
            choices();
        }
    }

    private void key() {
        if (!KEY.matcher(field.key()).matches()) {
            field.add(
                    mistakes,
                    "has a key that no variable can have: take the name of a variable, and after a dot what of it");
            return;
        }
        ProcessVariable<?> variable = ProcessVariables.all().get(field.variable());
        if (variable == null) {
            field.add(
                    mistakes,
                    "has a key that is no variable" + Known.perhapsVariable(field.variable())
                            + ": take one of the list of variables");
        } else if (variable.isPlain() != field.part().isEmpty()) {
            field.add(
                    mistakes,
                    variable.isPlain()
                            ? "has a key with a dot, and the variable has no parts: leave out the dot and what follows"
                            : "has a key without a dot, and the variable has parts: say after a dot which one");
        } else if (!variable.parts().isEmpty() && !variable.parts().contains(field.part())) {
            field.add(
                    mistakes,
                    "has a key that is no part of its variable" + Known.perhaps(field.part(), variable.parts())
                            + ": take one of "
                            + String.join(", ", new TreeSet<>(variable.parts())));
        }
    }

    private void lengths() {
        JsonNode validate = field.content().path("validate");
        int least = validate.path("minLength").asInt(0);
        int most = validate.path("maxLength").asInt(Integer.MAX_VALUE);
        if (least > most) {
            field.add(
                    mistakes,
                    "must have at least " + least + " and at most " + most
                            + " characters, which no text has: correct one of the two");
        }
        if (validate.has("maxLength") && most > LONGEST_PLAIN && field.part().isEmpty()) {
            field.add(
                    mistakes,
                    "may have " + most + " characters, and its variable holds 4,000: give it a maximum length of 4000");
        }
    }

    private void pattern() {
        String pattern = field.content().path("validate").path("pattern").asText();
        try {
            if (pattern.length() > LONGEST_PATTERN) {
                field.add(mistakes, "has a pattern of more than " + LONGEST_PATTERN + " characters: shorten it");
            } else {
                Pattern.compile(pattern);
            }
        } catch (PatternSyntaxException e) {
            mistakes.add(
                    field.file(),
                    field.file().lineOf("\"pattern\""),
                    "the pattern of " + Mistakes.quoted(field.key()) + " cannot be read: " + e.getDescription());
        } catch (StackOverflowError e) {
            field.add(mistakes, "has a pattern with too many brackets in each other: simplify it");
        }
    }

    private void choices() {
        Set<String> values = new HashSet<>();
        for (JsonNode option : field.content().path("values")) {
            if (mistakes.areMany()) {
                return;
            }
            String value = option.path("value").asText();
            if (value.isBlank()) {
                field.add(mistakes, "offers something without a value: give each option a value");
            } else if (!values.add(value)) {
                field.add(mistakes, "offers the value " + Mistakes.quoted(value) + " twice: give each option its own");
            }
        }
        if (values.isEmpty()
                && field.text("valuesKey").isEmpty()
                && field.text("valuesExpression").isEmpty()
                && field.property("choicesOf").isEmpty()
                && field.property("userInGroup").isEmpty()
                && field.property("inspections").isEmpty()) {
            field.add(mistakes, "offers nothing to be chosen: give it options");
        }
        String valuesKey = field.text("valuesKey");
        if (!valuesKey.isEmpty() && !Known.isVariable(valuesKey.replaceFirst("\\..*", ""))) {
            field.add(
                    mistakes,
                    "offers what is in " + Mistakes.quoted(valuesKey) + ", which is no variable"
                            + Known.perhapsVariable(valuesKey));
        }
    }
}
