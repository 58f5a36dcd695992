package uk.opcc.inspectionresponse.platform.deployment;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import uk.opcc.inspectionresponse.platform.expressions.FeelExpression;
import uk.opcc.inspectionresponse.platform.expressions.UnreadableExpression;
import uk.opcc.inspectionresponse.statutory.SentDate;

/** What is wrong with the custom properties of a component, which Modeler takes as they are typed. */
final class CustomProperties {

    private static final String WORDS_FOR_CHOICE = "completeAs.";
    private static final Pattern ASKED_FOR = Pattern.compile("\\s*(\\w+)\\s*:\\s*(.*\\S)\\s*");
    private static final Pattern NAME = Pattern.compile("=?\\s*([A-Za-z_]\\w*)\\s*");

    private static final int SHORTEST_TO_BE_MISSPELT = 8;

    private static final Set<String> NAMES = Set.of(
            "askedFor",
            "beside",
            "choicesOf",
            "completeAs",
            "fold",
            "high",
            "inspections",
            "notAfter",
            "notBefore",
            "patternMessage",
            "preview",
            "repeat",
            "requiredWhen",
            "userInGroup",
            "whatFollows");

    /** What those that have no other values may have. */
    private static final Map<String, Set<String>> VALUES = Map.of(
            "fold", Set.of("closed", "open"),
            "inspections", Set.of("published", "sent", "changeable"),
            "whatFollows", Set.of("statutory-period", "day-of-publication", "corrected-date"));

    private final FormComponent component;
    private final Known known;
    private final Surroundings surroundings;
    private final Mistakes mistakes;

    CustomProperties(FormComponent component, Known known, Surroundings surroundings, Mistakes mistakes) {
        this.component = component;
        this.known = known;
        this.surroundings = surroundings;
        this.mistakes = mistakes;
    }

    void look() {
        JsonNode properties = component.content().path("properties");
        properties.properties().forEach(property -> {
            String name = property.getKey();
            if (mistakes.areMany()) {
                return;
            }
            if (!property.getValue().isTextual()) {
                add(name, "is no text");
            } else if (name.startsWith(WORDS_FOR_CHOICE)) {
                choice(name, name.substring(WORDS_FOR_CHOICE.length()));
            } else if (NAMES.contains(name)) {
                look(name, property.getValue().asText());
            } else {
                NAMES.stream()
                        .filter(right -> isMeant(name, right))
                        .findFirst()
                        .ifPresent(right -> add(name, "has no effect: it is called \"" + right + "\""));
            }
        });
    }

    /** Short words of an office's own differ from others in two letters. */
    private static boolean isMeant(String name, String right) {
        return name.length() < SHORTEST_TO_BE_MISSPELT ? Known.isNearly(name, right, 1) : Known.isNearly(name, right);
    }

    private void look(String name, String value) {
        Set<String> values = VALUES.get(name);
        if (values != null && !values.contains(value)) {
            add(
                    name,
                    "must be one of "
                            + String.join(", ", values.stream().sorted().toList()));
        }
        switch (name) {
            case "notBefore", "notAfter" -> limit(name, value);
            case "repeat" -> repeat(value);
            case "choicesOf" -> choices(value);
            case "askedFor" -> askedFor(value);
            case "userInGroup" -> {
                if (!known.hasGroup(value, surroundings)) {
                    add(name, "names " + Mistakes.quoted(value) + ", which is no group");
                }
            }
            default -> {
                // The expressions are looked at with all others.
            }
        }
    }

    private void choice(String name, String value) {
        Set<String> offered = new HashSet<>();
        component
                .content()
                .path("values")
                .forEach(option -> offered.add(option.path("value").asText()));
        if (!offered.isEmpty() && !offered.contains(value)) {
            add(name, "has no effect, because " + Mistakes.quoted(value) + " is not offered by the field");
        }
    }

    private void limit(String name, String value) {
        if (!component.isDate()) {
            add(name, "has no effect, because the field is no date: make it a date");
        }
        try {
            FeelExpression read = FeelExpression.read(value.startsWith("=") ? value.substring(1) : value);
            if (read.constant().filter(limit -> SentDate.read(limit).isEmpty()).isPresent()) {
                add(name, "is no date: write it with year, month and day, such as =\"2018-07-19\"");
            }
        } catch (UnreadableExpression e) {
            // Said with all other expressions.
        }
    }

    private void repeat(String value) {
        Matcher name = NAME.matcher(value);
        if (component.isInGroup()) {
            add("repeat", "has no effect within a group: take the component out of it");
        } else if (!name.matches()) {
            add("repeat", "must be the name of a list, such as =recommendations");
        } else if (!Known.isVariable(name.group(1))) {
            add(
                    "repeat",
                    "names " + Mistakes.quoted(name.group(1)) + ", which is no variable"
                            + Known.perhapsVariable(name.group(1)));
        }
    }

    private void choices(String decision) {
        if (component.isInGroup()) {
            add("choicesOf", "has no effect within a group: take the component out of it");
        } else if (!component.isChoice()) {
            add("choicesOf", "has no effect, because the field is no list: make it a select");
        }
        known.decision(decision)
                .ifPresentOrElse(
                        table -> {
                            if (!table.inputs().contains(component.key())) {
                                add(
                                        "choicesOf",
                                        "names the table " + Mistakes.quoted(decision) + ", which has no input \""
                                                + component.key() + "\"");
                            }
                        },
                        () -> {
                            if (!known.hasDecision(decision)) {
                                add(
                                        "choicesOf",
                                        "names the table " + Mistakes.quoted(decision)
                                                + ", which is missing: it has to be deployed together with the form");
                            }
                        });
    }

    private void askedFor(String value) {
        Matcher parts = ASKED_FOR.matcher(value);
        if (component.isInGroup()) {
            add("askedFor", "has no effect within a group: take the component out of it");
        } else if (!parts.matches()) {
            add("askedFor", "must be a column and a text, such as answeredWithin: as the report says");
        } else {
            Set<String> outputs = new HashSet<>();
            boolean isAnyUnknown = false;
            for (JsonNode other : component.form().path("components")) {
                String decision = other.path("properties").path("choicesOf").asText();
                if (!decision.isEmpty()) {
                    isAnyUnknown |= known.decision(decision).isEmpty();
                    known.decision(decision).ifPresent(table -> outputs.addAll(table.outputs()));
                }
            }
            if (!isAnyUnknown && !outputs.contains(parts.group(1))) {
                add(
                        "askedFor",
                        outputs.isEmpty()
                                ? "has no effect, because no field of the form has the property \"choicesOf\""
                                : "names the column " + Mistakes.quoted(parts.group(1)) + ", which the table has not");
            }
        }
    }

    private void add(String property, String what) {
        component.add(mistakes, "has the property " + Mistakes.quoted(property) + ", which " + what);
    }
}
