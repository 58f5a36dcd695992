package uk.opcc.inspectionresponse.platform.expressions;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * What can be said of an expression before a parser sees it, in one pass. The parser of FEEL takes seconds for brackets
 * in each other that are not closed, and all of the stack for what is very long.
 */
final class Brackets {

    /** Five times what the delivered forms have. */
    static final int LONGEST = 4000;

    private static final int DEEPEST = 12;

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
        Deque<Character> open = new ArrayDeque<>();
        boolean isText = false;
        for (int at = 0; at < expression.length(); at++) {
            char one = expression.charAt(at);
            if (one == '"') {
                isText = !isText;
            } else if (isText) {
                // What a mark is written with in a text.
                at += one == '\\' ? 1 : 0;
            } else if ("([{".indexOf(one) >= 0) {
                open.push(one);
                if (open.size() > DEEPEST) {
                    throw new UnreadableExpression("it has more than " + DEEPEST + " brackets in each other");
                }
            } else if (")]}".indexOf(one) >= 0 && open.poll() == null && !mayFaceEitherWay) {
                throw new UnreadableExpression("a \"" + one + "\" closes nothing");
            }
        }
        if (isText) {
            throw new UnreadableExpression("a text has no quotation mark at its end");
        }
        if (!open.isEmpty() && !mayFaceEitherWay) {
            throw new UnreadableExpression("a \"" + open.peek() + "\" is not closed");
        }
    }

    /** @throws UnreadableExpression if it is too long */
    static void checkLength(String expression) throws UnreadableExpression {
        if (expression.length() > LONGEST) {
            throw new UnreadableExpression("it has more than " + LONGEST + " characters");
        }
    }
}
