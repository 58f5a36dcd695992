package uk.opcc.inspectionresponse.platform.expressions;

import camundajar.impl.scala.Product;
import camundajar.impl.scala.collection.Iterable;
import camundajar.impl.scala.collection.Iterator;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.camunda.feel.api.EvaluationResult;
import org.camunda.feel.api.FeelEngineApi;
import org.camunda.feel.api.FeelEngineBuilder;
import org.camunda.feel.api.ParseResult;
import org.camunda.feel.syntaxtree.ConstContext;
import org.camunda.feel.syntaxtree.ConstString;
import org.camunda.feel.syntaxtree.EveryItem;
import org.camunda.feel.syntaxtree.Exponentiation;
import org.camunda.feel.syntaxtree.Filter;
import org.camunda.feel.syntaxtree.For;
import org.camunda.feel.syntaxtree.FunctionDefinition;
import org.camunda.feel.syntaxtree.FunctionInvocation;
import org.camunda.feel.syntaxtree.NamedFunctionParameters;
import org.camunda.feel.syntaxtree.PositionalFunctionParameters;
import org.camunda.feel.syntaxtree.QualifiedFunctionInvocation;
import org.camunda.feel.syntaxtree.Ref;
import org.camunda.feel.syntaxtree.SomeItem;

/**
 * A FEEL expression that was read, and what it names. FEEL takes a name that means nothing for null and goes on, so
 * that a misspelt one is found in no other way.
 *
 * @param names of variables; a name that the expression itself gives to something is none, nor are those within a
 *     filter, where the properties of each element are names too
 * @param parts what is taken from a variable first, by its name
 * @param unknownFunctions names of functions that FEEL does not have with so many arguments
 * @param text the expression where it is nothing but a text
 * @param constant what it gives, as a text, where that is worked out of days and numbers alone
 */
public record FeelExpression(
        Set<String> names,
        Map<String, Set<String>> parts,
        Set<String> unknownFunctions,
        Optional<String> text,
        Optional<String> constant) {

    private static final FeelEngineApi FEEL = FeelEngineBuilder.forJava().build();
    private static final Map<String, Boolean> FUNCTIONS = new ConcurrentHashMap<>();

    /** What no expression ends with. */
    private static final Pattern BREAKS_OFF =
            Pattern.compile("([-+*/=<>,.(\\[{]|\\b(and|or|then|else|return|if|in))\\s*$");

    /** What these give takes no time to be worked out, whatever they are given. */
    private static final Set<String> OF_DAYS = Set.of("date", "duration", "today");

    /** More than FEEL has, and than an office would misspell. */
    private static final int MOST_FUNCTIONS = 1000;

    /**
     * Reads an expression, as the forms and the outputs of tables have them.
     *
     * @throws UnreadableExpression if it is none
     */
    public static FeelExpression read(String expression) throws UnreadableExpression {
        return read(expression, false);
    }

    /**
     * Reads the conditions of an input, as the rows of tables have them.
     *
     * @throws UnreadableExpression if it is none
     */
    public static FeelExpression readConditions(String expression) throws UnreadableExpression {
        return read(expression, true);
    }

    /**
     * Reads an expression that only the browser works out, whose FEEL is another's and takes a little more.
     *
     * @return nothing where it is FEEL for the browser alone
     * @throws UnreadableExpression if it cannot be any
     */
    public static Optional<FeelExpression> readForBrowser(String expression) throws UnreadableExpression {
        if (expression.isBlank() || BREAKS_OFF.matcher(expression).find()) {
            throw new UnreadableExpression(expression.isBlank() ? "it is empty" : "something is missing at its end");
        }
        Brackets.check(expression);
        try {
            return Optional.of(read(expression));
        } catch (UnreadableExpression e) {
            return Optional.empty();
        }
    }

    private static FeelExpression read(String expression, boolean conditions) throws UnreadableExpression {
        if (expression.isBlank()) {
            throw new UnreadableExpression("it is empty");
        }
        Brackets.check(expression);
        try {
            ParseResult result = conditions ? FEEL.parseUnaryTests(expression) : FEEL.parseExpression(expression);
            if (!result.isSuccess()) {
                throw new UnreadableExpression(reason(result.failure().message()));
            }
            Object root = result.parsedExpression().expression();
            Walk walk = new Walk();
            walk.look(root, Set.of(), false);
            return new FeelExpression(
                    Collections.unmodifiableSet(walk.names),
                    walk.parts,
                    Collections.unmodifiableSet(walk.unknownFunctions),
                    root instanceof ConstString constant ? Optional.of(constant.value()) : Optional.empty(),
                    !conditions && walk.names.isEmpty() && walk.isSimple
                            ? Optional.of(String.valueOf(FEEL.evaluate(result.parsedExpression(), Map.of())
                                    .result()))
                            : Optional.empty());
        } catch (StackOverflowError e) {
            throw new UnreadableExpression("it has too many parts");
        }
    }

    /** Where it ends to make sense; what else could have stood there helps nobody. */
    private static String reason(String message) {
        int found = message.lastIndexOf(", found ");
        return found < 0 ? "it is not FEEL" : "it is not FEEL from " + message.substring(found + ", found ".length());
    }

    private static boolean isFunction(String name, String arguments) {
        if (FUNCTIONS.size() > MOST_FUNCTIONS) {
            FUNCTIONS.clear();
        }
        return FUNCTIONS.computeIfAbsent(name + "(" + arguments + ")", call -> {
            EvaluationResult result = FEEL.evaluateExpression(call, Map.of());
            List<?> failures = list(result.suppressedFailures());
            return failures.stream().noneMatch(failure -> failure.toString().contains("NO_FUNCTION_FOUND"));
        });
    }

    private static List<Object> list(Iterable<?> elements) {
        List<Object> all = new ArrayList<>();
        Iterator<?> one = elements.iterator();
        while (one.hasNext()) {
            all.add(one.next());
        }
        return all;
    }

    /** Walks through the tree of an expression. */
    private static final class Walk {

        private final Set<String> names = new LinkedHashSet<>();
        private final Map<String, Set<String>> parts = new HashMap<>();
        private final Set<String> unknownFunctions = new LinkedHashSet<>();

        /** Whether it can be worked out in no time. */
        private boolean isSimple = true;

        /**
         * @param given names that the expression gives
         * @param filters whether names may be those of properties
         */
        private void look(Object node, Set<String> given, boolean filters) {
            isSimple &= !(node instanceof Filter
                    || node instanceof For
                    || node instanceof SomeItem
                    || node instanceof EveryItem
                    || node instanceof Exponentiation
                    || node instanceof QualifiedFunctionInvocation
                    || node instanceof FunctionDefinition
                    || node instanceof FunctionInvocation call && !OF_DAYS.contains(call.function()));
            if (node instanceof Ref reference) {
                name(list(reference.names()), given, filters);
            } else if (node instanceof Filter filter) {
                look(filter.list(), given, filters);
                look(filter.filter(), with(given, List.of("item")), true);
            } else if (node instanceof For loop) {
                bound(list(loop.iterators()), loop.exp(), with(given, List.of("partial")), filters);
            } else if (node instanceof SomeItem some) {
                bound(list(some.iterators()), some.condition(), given, filters);
            } else if (node instanceof EveryItem every) {
                bound(list(every.iterators()), every.condition(), given, filters);
            } else if (node instanceof ConstContext context) {
                bound(list(context.entries()), null, given, filters);
            } else if (node instanceof FunctionDefinition function) {
                look(function.body(), with(given, list(function.parameters())), filters);
            } else if (node instanceof FunctionInvocation call) {
                function(call, given);
                look(call.params(), given, filters);
            } else if (node instanceof NamedFunctionParameters named) {
                list(named.params().values()).forEach(value -> look(value, given, filters));
            } else if (node instanceof Iterable<?> several) {
                list(several).forEach(one -> look(one, given, filters));
            } else if (node instanceof Product product) {
                for (int at = 0; at < product.productArity(); at++) {
                    look(product.productElement(at), given, filters);
                }
            }
        }

        /** Pairs of a name and what it means; each is known to those after it. */
        private void bound(List<Object> pairs, Object then, Set<String> given, boolean filters) {
            Set<String> known = given;
            for (Object pair : pairs) {
                Product product = (Product) pair;
                look(product.productElement(1), known, filters);
                known = with(known, List.of(product.productElement(0)));
            }
            if (then != null) {
                look(then, known, filters);
            }
        }

        private void name(List<Object> path, Set<String> given, boolean filters) {
            String first = path.get(0).toString();
            // "?" is what a table holds against its conditions.
            if (given.contains(first) || first.equals("?") || filters) {
                return;
            }
            names.add(first);
            if (path.size() > 1) {
                parts.computeIfAbsent(first, name -> new LinkedHashSet<>())
                        .add(path.get(1).toString());
            }
        }

        private void function(FunctionInvocation call, Set<String> given) {
            String arguments = call.params() instanceof NamedFunctionParameters named
                    ? list(named.params().keys()).stream()
                            .map(name -> name + ": null")
                            .collect(Collectors.joining(", "))
                    : call.params() instanceof PositionalFunctionParameters positional
                            ? list(positional.params()).stream()
                                    .map(value -> "null")
                                    .collect(Collectors.joining(", "))
                            : "";
            if (!given.contains(call.function()) && !isFunction(call.function(), arguments)) {
                unknownFunctions.add(call.function());
            }
        }

        private static Set<String> with(Set<String> given, List<?> more) {
            Set<String> all = new HashSet<>(given);
            more.forEach(name -> all.add(name.toString()));
            return all;
        }
    }
}
