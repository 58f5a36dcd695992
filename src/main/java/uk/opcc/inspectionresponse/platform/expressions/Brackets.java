package uk.opcc.inspectionresponse.platform.expressions;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What can be said of an expression before a parser sees it, in one pass. The parser of FEEL takes seconds for brackets
 * in each other that are not closed, and all of the stack for what is very long.
 */
final class Brackets {

    /** Five times what the delivered forms have. */
    static final int LONGEST = 4000;

    private static final int DEEPEST = 12;

    /** The parser reads a bracket after one of these words again for each word around it. */
    private static final Set<String> BEGIN = Set.of("if", "for", "some", "every", "in", "function");

    private static final Set<String> GO_ON = Set.of("then", "else", "return", "satisfies");
    private static final int AS_MANY_AS_ONE_BEGUN = 3;

    /** A text, a remark, a word or a single mark. Nothing in it is tried twice. */
    private static final Pattern PART = Pattern.compile(
            "\"[^\"\\\\]*+(?:\\\\.[^\"\\\\]*+)*+\"|//[^\\n\\r]*+|/\\*[^*]*+(?:\\*(?!/)[^*]*+)*+\\*/"
                    + "|[\\p{L}_][\\p{L}\\p{N}_]*+|\\S",
            Pattern.DOTALL);

    private Brackets() {}

    /**
     * Looks whether all brackets and quotation marks of FEEL are closed.
     *
     * @throws UnreadableExpression if they are not, or if the expression is too long or has too many brackets in each
     *     other
     */
    static void check(String expression) throws UnreadableExpression {
        checkLength(expression);
        // The brackets of a range may face either way, such as ]1..5].
        boolean mayFaceEitherWay = expression.contains("..");
        Deque<Open> open = new ArrayDeque<>();
        // Whether a word stands before that begins something whose end the parser has to find.
        boolean isBegun = false;
        Matcher part = PART.matcher(expression);
        while (part.find()) {
            String one = part.group();
            if (one.equals("\"")) {
                throw new UnreadableExpression("a text has no quotation mark at its end");
            } else if ("([{".contains(one)) {
                int depth = (open.isEmpty() ? 0 : open.peek().depth()) + (isBegun ? AS_MANY_AS_ONE_BEGUN : 1);
                open.push(new Open(one, depth, isBegun));
                isBegun = false;
                if (depth > DEEPEST) {
                    throw new UnreadableExpression("it has more than " + DEEPEST + " brackets in each other");
                }
            } else if (")]}".contains(one)) {
                Open closed = open.poll();
                if (closed == null && !mayFaceEitherWay) {
                    throw new UnreadableExpression("a \"" + one + "\" closes nothing");
                }
                isBegun = closed != null && closed.isBegun();
            } else if (BEGIN.contains(one)) {
                isBegun = true;
            } else if (GO_ON.contains(one)) {
                isBegun = false;
            }
        }
        if (!open.isEmpty() && !mayFaceEitherWay) {
            throw new UnreadableExpression("a \"" + open.peek().bracket() + "\" is not closed");
        }
    }

    /**
     * A bracket that is not closed yet.
     *
     * @param depth what it and those around it count
     * @param isBegun what held before it
     */
    private record Open(String bracket, int depth, boolean isBegun) {}

    /** @throws UnreadableExpression if it is too long */
    static void checkLength(String expression) throws UnreadableExpression {
        if (expression.length() > LONGEST) {
            throw new UnreadableExpression("it has more than " + LONGEST + " characters");
        }
    }
}
