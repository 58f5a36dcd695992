package uk.opcc.inspectionresponse.platform.forms;

import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.camunda.feel.api.EvaluationResult;
import org.camunda.feel.api.FeelEngineApi;
import org.camunda.feel.api.FeelEngineBuilder;
import org.camunda.feel.api.ParseResult;
import uk.opcc.inspectionresponse.platform.expressions.FeelExpression;
import uk.opcc.inspectionresponse.platform.expressions.UnreadableExpression;
import uk.opcc.inspectionresponse.process.ProcessVariables;

/**
 * Works out the FEEL expressions of forms, with or without the sign before them. To read one takes longer than to work
 * it out, so those of late are kept as read.
 */
final class FeelExpressions {

    /** More than all forms have; those that repeat a field have other ones for each item of each report. */
    private static final int KEPT = 4_000;

    /** What the browser knows within its forms beside the variables; to the server they are null. */
    private static final Set<String> OF_THE_BROWSER = Set.of("this", "parent");

    private final FeelEngineApi engine = FeelEngineBuilder.forJava().build();
    private final Map<String, Read> read = Collections.synchronizedMap(new Latest());

    /** What an expression gives, or why it cannot be worked out. */
    EvaluationResult evaluate(String expression, Map<String, Object> context) {
        ParseResult parsed = of(expression).parsed();
        return parsed.isSuccess()
                ? engine.evaluate(parsed.parsedExpression(), context)
                // Which says what is wrong with it.
                : engine.evaluateExpression(withoutSign(expression), context);
    }

    /** Its names that are no variables of the application; FEEL would take each for null, and say nothing. */
    Set<String> unknownNames(String expression) {
        return of(expression).unknownNames();
    }

    /** Names of functions that FEEL does not have; it takes what they give for null, and says nothing. */
    Set<String> unknownFunctions(String expression) {
        return of(expression).unknownFunctions();
    }

    private Read of(String expression) {
        Read known = read.get(expression);
        if (known == null) {
            String feel = withoutSign(expression);
            known = read(engine.parseExpression(feel), feel);
            read.put(expression, known);
        }
        return known;
    }

    private static Read read(ParseResult parsed, String feel) {
        try {
            FeelExpression expression = FeelExpression.read(feel);
            Set<String> names = new HashSet<>(expression.names());
            names.removeAll(ProcessVariables.all().keySet());
            names.removeAll(OF_THE_BROWSER);
            return new Read(parsed, Set.copyOf(names), expression.unknownFunctions());
        } catch (UnreadableExpression e) {
            // Whoever works it out says so.
            return new Read(parsed, Set.of(), Set.of());
        }
    }

    private static String withoutSign(String expression) {
        return expression.startsWith("=") ? expression.substring(1) : expression;
    }

    private record Read(ParseResult parsed, Set<String> unknownNames, Set<String> unknownFunctions) {}

    private static final class Latest extends LinkedHashMap<String, Read> {

        private static final long serialVersionUID = 1;

        Latest() {
            super(64, 0.75f, true);
        }

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Read> eldest) {
            return size() > KEPT;
        }
    }
}
