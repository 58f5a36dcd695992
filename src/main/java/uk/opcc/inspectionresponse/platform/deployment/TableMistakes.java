package uk.opcc.inspectionresponse.platform.deployment;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import uk.opcc.inspectionresponse.platform.expressions.FeelExpression;
import uk.opcc.inspectionresponse.platform.expressions.UnreadableExpression;

/** What of a decision table could not be worked out. */
final class TableMistakes {

    private static final Set<String> NUMBERS = Set.of("integer", "long", "double", "number");

    private final DeployedFile file;
    private final XmlElement root;
    private final Mistakes mistakes;
    private final Set<String> decided = new HashSet<>();

    TableMistakes(ReadFile table, Mistakes mistakes) {
        this.file = table.file();
        this.root = table.root();
        this.mistakes = mistakes;
        // What one decision says the others may name.
        root.all().forEach(element -> {
            switch (element.name()) {
                case "output", "variable", "inputData" -> decided.add(element.get("name"));
                case "decision" -> decided.add(element.id());
                case "input" -> decided.add(element.get("camunda:inputVariable"));
                default -> {
                    // Names nothing.
                }
            }
        });
    }

    void look() {
        root.children("decision").forEach(decision -> {
            decision.children("decisionTable").forEach(table -> {
                table.children("input").forEach(this::input);
                List<XmlElement> outputs = table.children("output").toList();
                names(outputs);
                table.children("rule").forEach(rule -> rule(rule, outputs));
            });
            decision.children("literalExpression").forEach(expression -> look(expression, false, "its expression"));
        });
    }

    private void input(XmlElement input) {
        XmlElement expression = input.child("inputExpression");
        if (expression == null || text(expression).isEmpty()) {
            add(input, "has an input that asks for nothing: write the name of a variable in it");
        } else {
            look(expression, false, "an input");
        }
    }

    private void names(List<XmlElement> outputs) {
        Set<String> names = new HashSet<>();
        for (XmlElement output : outputs) {
            String name = output.get("name");
            if (outputs.size() > 1 && name.isBlank()) {
                add(output, "has an output without a name: give it one");
            } else if (!names.add(name)) {
                add(output, "has two outputs with the name " + Mistakes.quoted(name) + ": give each its own");
            }
        }
    }

    private void rule(XmlElement rule, List<XmlElement> outputs) {
        rule.children("inputEntry").forEach(entry -> {
            if (!text(entry).isEmpty() && !text(entry).equals("-")) {
                look(entry, true, "a row");
            }
        });
        List<XmlElement> entries = rule.children("outputEntry").toList();
        for (int at = 0; at < entries.size(); at++) {
            XmlElement entry = entries.get(at);
            if (!text(entry).isEmpty()) {
                String type = at < outputs.size() ? outputs.get(at).get("typeRef") : "";
                look(entry, false, "a row").ifPresent(feel -> {
                    if (NUMBERS.contains(type.toLowerCase(Locale.ROOT))
                            && feel.text().isPresent()) {
                        add(
                                entry,
                                "has the text " + Mistakes.quoted(text(entry))
                                        + " where a number belongs: write the number without quotation marks");
                    }
                });
            }
        }
    }

    private static String text(XmlElement element) {
        XmlElement text = element.child("text");
        return text == null ? "" : text.text();
    }

    private Optional<FeelExpression> look(XmlElement element, boolean areConditions, String what) {
        String language = element.get("expressionLanguage").isEmpty()
                ? root.get("expressionLanguage")
                : element.get("expressionLanguage");
        String text = text(element);
        if (!language.isEmpty() && !language.toLowerCase(Locale.ROOT).contains("feel")) {
            add(
                    element,
                    "has " + what + " in " + Mistakes.quoted(language) + ", which is not run here: write it in FEEL");
            return Optional.empty();
        }
        if (mistakes.areMany()) {
            return Optional.empty();
        }
        try {
            FeelExpression read = areConditions ? FeelExpression.readConditions(text) : FeelExpression.read(text);
            for (String name : read.names()) {
                if (!Known.isVariable(name) && !decided.contains(name) && !name.equals("cellInput")) {
                    add(
                            element,
                            "has in " + what + " the name " + Mistakes.quoted(name) + ", which is no variable"
                                    + Known.perhapsVariable(name) + ": correct it, or write a text in quotation marks");
                }
            }
            for (String function : read.unknownFunctions()) {
                add(
                        element,
                        "has in " + what + " the function " + Mistakes.quoted(function)
                                + ", which FEEL does not have with these arguments: correct it");
            }
            return Optional.of(read);
        } catch (UnreadableExpression e) {
            add(
                    element,
                    "has in " + what + " an expression that cannot be read, " + Mistakes.quoted(text) + ": "
                            + e.getMessage());
            return Optional.empty();
        }
    }

    private void add(XmlElement element, String what) {
        XmlElement decision = element;
        while (decision.parent() != null && !decision.name().equals("decision")) {
            decision = decision.parent();
        }
        mistakes.add(file, element.line(), Mistakes.quoted(decision.called()) + " " + what);
    }
}
