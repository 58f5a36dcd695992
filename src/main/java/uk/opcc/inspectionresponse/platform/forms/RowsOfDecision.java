package uk.opcc.inspectionresponse.platform.forms;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.camunda.bpm.model.dmn.instance.DecisionTable;
import org.camunda.bpm.model.dmn.instance.DmnElement;
import org.camunda.bpm.model.dmn.instance.Input;
import org.camunda.bpm.model.dmn.instance.Output;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.camunda.bpm.model.dmn.instance.Text;

/**
 * The rows of a decision table as its owner reads them, by the values of one of its inputs that they name: what a form
 * can offer to be chosen, and what then holds. Nothing is decided by it.
 *
 * @param byValue the cells of the first row that names a value, by the names of the outputs; texts without their
 *     quotation marks
 */
public record RowsOfDecision(Map<String, Map<String, String>> byValue) {

    private static final Pattern TEXT = Pattern.compile("\"((?:[^\"\\\\]|\\\\.)*+)\"");
    private static final Pattern ONLY_TEXTS =
            Pattern.compile("\\s*" + TEXT.pattern() + "(?:\\s*,\\s*" + TEXT.pattern() + ")*\\s*");

    /**
     * The rows of a table.
     *
     * @param input the expression of the input, such as the name of a variable
     * @return nothing where there is no such table, or it has no such input
     */
    static Optional<RowsOfDecision> in(DmnModelInstance model, String decision, String input) {
        return model.getModelElementById(decision) instanceof Decision found
                        && found.getExpression() instanceof DecisionTable table
                ? rows(table, input)
                : Optional.empty();
    }

    private static Optional<RowsOfDecision> rows(DecisionTable table, String input) {
        List<String> inputs = table.getInputs().stream()
                .map(Input::getInputExpression)
                .map(expression -> expression == null ? "" : text(expression.getText()))
                .toList();
        int at = inputs.indexOf(input);
        if (at < 0) {
            return Optional.empty();
        }
        List<String> outputs = table.getOutputs().stream().map(Output::getName).toList();
        Map<String, Map<String, String>> byValue = new LinkedHashMap<>();
        for (Rule rule : table.getRules()) {
            List<String> cells = rule.getOutputEntries().stream()
                    .map(entry -> text(entry.getText()))
                    .toList();
            Map<String, String> row = new LinkedHashMap<>();
            for (int column = 0; column < Math.min(outputs.size(), cells.size()); column++) {
                row.put(outputs.get(column), withoutMarks(cells.get(column)));
            }
            List<DmnElement> entries = new ArrayList<>(rule.getInputEntries());
            for (String value : at < entries.size() ? values(text(rule, at)) : List.<String>of()) {
                byValue.putIfAbsent(value, Collections.unmodifiableMap(row));
            }
        }
        return Optional.of(new RowsOfDecision(Collections.unmodifiableMap(byValue)));
    }

    private static String text(Rule rule, int input) {
        return text(new ArrayList<>(rule.getInputEntries()).get(input).getText());
    }

    private static String text(Text text) {
        return text == null ? "" : text.getTextContent().strip();
    }

    /** What a cell of an input names, one after the other; a condition of another kind names nothing. */
    private static List<String> values(String cell) {
        return ONLY_TEXTS.matcher(cell).matches()
                ? TEXT.matcher(cell)
                        .results()
                        .map(found -> unescaped(found.group(1)))
                        .toList()
                : List.of();
    }

    private static String withoutMarks(String cell) {
        Matcher text = TEXT.matcher(cell);
        return text.matches() ? unescaped(text.group(1)) : cell;
    }

    private static String unescaped(String text) {
        return text.replace("\\n", "\n").replaceAll("\\\\(.)", "$1");
    }

    /** The values that are named, in the order of the rows. */
    Set<String> values() {
        return byValue.keySet();
    }

    /** Those whose row has a certain text in a column. */
    Set<String> valuesWith(String column, String text) {
        return byValue.entrySet().stream()
                .filter(row -> text.equals(row.getValue().get(column)))
                .map(Map.Entry::getKey)
                .collect(Collectors.toCollection(java.util.LinkedHashSet::new));
    }
}
