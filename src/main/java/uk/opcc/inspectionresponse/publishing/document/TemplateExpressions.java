package uk.opcc.inspectionresponse.publishing.document;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import uk.opcc.inspectionresponse.publishing.document.TemplateMarkup.Expression;

/**
 * Holds the expressions of a template to what a template needs: the names that it is given and those that it makes
 * itself. None reaches a class, a bean or the request, none prints what was typed as markup, and a name that is not
 * there would print nothing at all, without a word.
 */
final class TemplateExpressions {

    private static final Set<String> INSERTING = Set.of("th:insert", "th:replace", "th:include");
    private static final Pattern INSERTED = Pattern.compile("~\\{\\s*([^\\s:}]*)");

    /** An expression before the expression could be anything, and a text ends where it seems to end. */
    private static final List<String> UNCLEAR = List.of("\\", "__");

    private static final Map<String, String> ELSEWHERE = Map.of(
            "@{", "@{...} is an address of the application, of which a reader has no other page",
            "#{", "#{...} is a message of the application: write the words into the template");

    private static final Pattern BY_NAME = Pattern.compile("[(,]\\s*['\"]?\\w+['\"]?\\s*=(?!=)");

    private static final Pattern BEGIN = Pattern.compile("[$*]\\{");

    private final ReadExpression inside;

    private TemplateExpressions(TemplateFile file, TemplateMarkup markup) {
        this.inside = new ReadExpression(file, new TemplateNames(file, markup.expressions()));
    }

    /**
     * Looks through all expressions.
     *
     * @throws TemplateRefused if a template cannot have one of them
     */
    static void check(TemplateFile file, TemplateMarkup markup) {
        TemplateExpressions expressions = new TemplateExpressions(file, markup);
        markup.expressions().forEach(expressions::check);
    }

    private void check(Expression expression) {
        String text = expression.text();
        for (String unclear : UNCLEAR) {
            if (text.contains(unclear)) {
                throw refused(expression, "a template cannot have " + unclear + " in an expression");
            }
        }
        if (expression.attribute().equals("th:utext") && !text.strip().equals("${styles}")) {
            throw refused(expression, "th:utext would print what was typed as markup: write th:text");
        }
        if (expression.attribute().equals("th:inline")) {
            throw refused(expression, "a template has no th:inline: [[...]] is worked out in all of it");
        }
        checkInserted(expression);
        ELSEWHERE.forEach((begin, words) -> {
            if (text.contains(begin)) {
                throw refused(expression, words);
            }
        });
        Matcher begin = BEGIN.matcher(text);
        while (begin.find()) {
            checkFrom(begin.end(), expression);
        }
    }

    private static void checkInserted(Expression expression) {
        String text = expression.text();
        boolean bare = INSERTING.contains(expression.attribute()) && !text.contains("~{");
        if (text.contains("~{") || bare) {
            if (BY_NAME.matcher(text).find()) {
                throw refused(expression, "what blocks are given stands in its order, without names");
            }
        }
        Matcher inserted = INSERTED.matcher(bare ? "~{" + text : text);
        while (inserted.find()) {
            boolean isNothing = text.startsWith("~{}", inserted.start());
            if (!isNothing && !inserted.group(1).equals("blocks")) {
                throw refused(expression, "a template can put in what blocks has, and nothing else");
            }
        }
    }

    /**
     * An expression ends at the first "}": were that one within a text, the text would not end, and nobody would
     * understand the expression.
     */
    private void checkFrom(int begin, Expression expression) {
        String text = expression.text();
        int end = text.indexOf('}', begin);
        String words = text.substring(begin, end < 0 ? text.length() : end);
        if (end < 0 || words.contains("{")) {
            throw refused(expression, "the expression is not understood: " + words.strip());
        }
        try {
            inside.check(words);
        } catch (ReadExpression.NotAllowed e) {
            throw refused(expression, e.getMessage());
        }
    }

    private static TemplateRefused refused(Expression expression, String reason) {
        return new TemplateRefused(expression.place(), reason);
    }
}
