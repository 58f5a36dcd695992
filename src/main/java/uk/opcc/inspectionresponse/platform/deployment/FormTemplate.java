package uk.opcc.inspectionresponse.platform.deployment;

import java.util.ArrayDeque;
import java.util.Deque;

/** A text of a form with expressions, conditions and loops in double braces, which only the browser puts together. */
final class FormTemplate {

    private static final String BEGINS = "{{";
    private static final String ENDS = "}}";

    private final String text;
    private final String what;
    private final FormComponent component;
    private final Mistakes mistakes;
    private final Expressions expressions;
    private final Deque<String> open = new ArrayDeque<>();

    FormTemplate(String text, String what, FormComponent component, Mistakes mistakes, Expressions expressions) {
        this.text = text;
        this.what = what;
        this.component = component;
        this.mistakes = mistakes;
        this.expressions = expressions;
    }

    /** Looks at one expression of a template. */
    interface Expressions {

        /**
         * @param areNamesKnown whether names can only be those of variables; in a loop those of each element are names
         *     too
         */
        void look(String what, String expression, boolean areNamesKnown);
    }

    void look() {
        int at = text.indexOf(BEGINS);
        while (at >= 0) {
            int end = text.indexOf(ENDS, at);
            int next = text.indexOf(BEGINS, at + BEGINS.length());
            if (end < 0 || next >= 0 && next < end) {
                component.add(mistakes, "has in " + what + " a \"{{\" without a \"}}\" after it: close it");
                return;
            }
            part(text.substring(at + BEGINS.length(), end).strip());
            at = text.indexOf(BEGINS, end + ENDS.length());
        }
        if (!open.isEmpty()) {
            component.add(
                    mistakes,
                    "has in " + what + " a \"{{#" + open.peek() + "\" that is not ended: write \"{{/" + open.peek()
                            + "}}\" where it ends");
        }
    }

    private void part(String part) {
        if (part.startsWith("#if ") || part.startsWith("#loop ")) {
            String kind = part.substring(1, part.indexOf(' '));
            expression(part.substring(part.indexOf(' ')));
            open.push(kind);
        } else if (part.startsWith("#")) {
            component.add(
                    mistakes,
                    "has in " + what + " " + Mistakes.quoted(BEGINS + part + ENDS)
                            + ", which is no beginning: take \"#if\" or \"#loop\"");
        } else if (part.startsWith("/")) {
            if (open.isEmpty() || !open.peek().equals(part.substring(1).strip())) {
                component.add(
                        mistakes,
                        "has in " + what + " " + Mistakes.quoted(BEGINS + part + ENDS)
                                + ", which ends nothing that was begun last: correct it");
            }
            open.poll();
        } else {
            expression(part.startsWith("=") ? part.substring(1) : part);
        }
    }

    private void expression(String expression) {
        expressions.look(what, expression.strip(), !open.contains("loop"));
    }
}
