package uk.opcc.inspectionresponse.platform.forms;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.camunda.feel.api.EvaluationResult;
import org.camunda.feel.api.FeelEngineApi;
import org.camunda.feel.api.FeelEngineBuilder;
import org.camunda.feel.api.ParseResult;

/** Works out FEEL expressions. To read one takes longer than to work it out, so those of late are kept as read. */
final class FeelExpressions {

    /** More than all forms have; those that repeat a field have other ones for each item of each report. */
    private static final int KEPT = 4_000;

    private final FeelEngineApi engine = FeelEngineBuilder.forJava().build();
    private final Map<String, ParseResult> read = Collections.synchronizedMap(new Latest());

    /** What an expression gives, with or without the sign before it; null where it cannot be worked out. */
    Object evaluate(String expression, Map<String, Object> context) {
        String feel = expression.startsWith("=") ? expression.substring(1) : expression;
        ParseResult parsed = read.get(feel);
        if (parsed == null) {
            parsed = engine.parseExpression(feel);
            read.put(feel, parsed);
        }
        if (parsed.isFailure()) {
            return null;
        }
        EvaluationResult result = engine.evaluate(parsed.parsedExpression(), context);
        return result.isSuccess() ? result.result() : null;
    }

    private static final class Latest extends LinkedHashMap<String, ParseResult> {

        private static final long serialVersionUID = 1;

        Latest() {
            super(64, 0.75f, true);
        }

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, ParseResult> eldest) {
            return size() > KEPT;
        }
    }
}
