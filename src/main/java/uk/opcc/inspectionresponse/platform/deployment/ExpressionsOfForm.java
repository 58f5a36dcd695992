package uk.opcc.inspectionresponse.platform.deployment;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import uk.opcc.inspectionresponse.platform.expressions.FeelExpression;
import uk.opcc.inspectionresponse.platform.expressions.UnreadableExpression;

/**
 * What is wrong with the FEEL of a component: in its conditions and limits, its label, what it offers and its
 * templates.
 */
final class ExpressionsOfForm {

    /** What the server works out, too. */
    private static final Set<String> OF_THE_SERVER = Set.of("requiredWhen", "notBefore", "notAfter");

    /** What is no text with expressions in it, or is looked at elsewhere. */
    private static final Set<String> OTHERS =
            Set.of("components", "id", "key", "type", "subtype", "layout", "properties", "conditional", "validate");

    /** Names that a form has beside the variables. */
    private static final Set<String> OF_FORMS = Set.of("today", "this", "parent");

    private final FormComponent component;
    private final Known known;
    private final Mistakes mistakes;
    private final String repeated;

    ExpressionsOfForm(FormComponent component, Known known, Mistakes mistakes) {
        this.component = component;
        this.known = known;
        this.mistakes = mistakes;
        String repeat = component.property("repeat").strip();
        this.repeated = repeat.startsWith("=") ? repeat.substring(1).strip() : repeat;
    }

    void look() {
        String hide = component.content().path("conditional").path("hide").asText();
        if (!hide.isEmpty() && !hide.startsWith("=")) {
            component.add(mistakes, "has the condition \"hide\" without a \"=\" before it: begin it with \"=\"");
        } else if (!hide.isEmpty()) {
            ofServer("the condition \"hide\"", hide);
        }
        component.content().path("properties").properties().forEach(property -> {
            String value = property.getValue().asText();
            String what = "the property " + Mistakes.quoted(property.getKey());
            if (OF_THE_SERVER.contains(property.getKey())) {
                ofServer(what, value);
            } else if (property.getKey().startsWith("completeAs") && value.startsWith("=")) {
                ofBrowser(what, value.substring(1), true);
            }
        });
        component.content().properties().forEach(part -> {
            if (!OTHERS.contains(part.getKey())) {
                texts(part.getKey(), part.getValue());
            }
        });
    }

    private void texts(String name, JsonNode node) {
        if (mistakes.areMany()) {
            return;
        }
        if (node.isTextual()) {
            text(name, node.textValue());
        } else {
            node.forEach(child -> texts(name, child));
        }
    }

    private void text(String name, String text) {
        String what = Mistakes.quoted(name);
        boolean isFields = !component.key().isEmpty();
        if (isFields && name.equals("valuesExpression")
                || isFields && (name.equals("label") || name.equals("dateLabel")) && text.startsWith("=")) {
            ofServer(what, text);
        } else if (text.startsWith("=")) {
            ofBrowser(what, text.substring(1), true);
        } else if (text.contains("{{")) {
            new FormTemplate(text, what, component, mistakes, this::ofBrowser).look();
        }
    }

    private void ofServer(String what, String expression) {
        if (!expression.isBlank()) {
            String feel = expression.startsWith("=") ? expression.substring(1) : expression;
            try {
                names(what, FeelExpression.read(feel));
            } catch (UnreadableExpression e) {
                unreadable(what, feel, e);
            }
        }
    }

    private void ofBrowser(String what, String expression, boolean areNamesKnown) {
        try {
            Optional<FeelExpression> read = FeelExpression.readForBrowser(expression);
            if (areNamesKnown) {
                read.ifPresent(feel -> names(what, feel));
            }
        } catch (UnreadableExpression e) {
            unreadable(what, expression, e);
        }
    }

    private void unreadable(String what, String expression, UnreadableExpression reason) {
        component.add(
                mistakes,
                "has in " + what + " an expression that cannot be read, " + Mistakes.quoted(expression) + ": "
                        + reason.getMessage());
    }

    private void names(String what, FeelExpression feel) {
        for (String name : feel.names()) {
            if (mistakes.areMany()) {
                return;
            }
            if (name.equals("eachItem") && !repeated.isEmpty()) {
                parts(what, name, repeated, feel.parts());
            } else if (name.equals("eachItem")) {
                component.add(mistakes, "has in " + what + " \"eachItem\", and is not repeated: give it \"repeat\"");
            } else if (Known.isVariable(name)) {
                parts(what, name, name, feel.parts());
            } else if (!OF_FORMS.contains(name)) {
                component.add(
                        mistakes,
                        "has in " + what + " the name " + Mistakes.quoted(name) + ", which is no variable"
                                + Known.perhapsVariable(name) + ": correct it");
            }
        }
        for (String function : feel.unknownFunctions()) {
            component.add(
                    mistakes,
                    "has in " + what + " the function " + Mistakes.quoted(function)
                            + ", which FEEL does not have with these arguments: correct it");
        }
    }

    private void parts(String what, String name, String variable, Map<String, Set<String>> named) {
        Set<String> parts = new HashSet<>(known.partsOf(variable));
        if (parts.isEmpty()) {
            return;
        }
        for (String part : named.getOrDefault(name, Set.of())) {
            if (!parts.contains(part)) {
                component.add(
                        mistakes,
                        "has in " + what + " " + Mistakes.quoted(name + "." + part) + ", and "
                                + Mistakes.quoted(variable) + " has no such part" + Known.perhaps(part, parts)
                                + ": correct it");
            }
        }
    }
}
