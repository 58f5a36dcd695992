package uk.opcc.inspectionresponse.publishing.document;

import java.util.HashSet;
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

    private static final Map<TemplateFile, Set<String>> NAMES = Map.of(
            TemplateFile.RESPONSE,
            Set.of("office", "letterhead", "styles", "heading", "statute", "subject", "response"),
            TemplateFile.LETTER,
            Set.of("office", "letterhead", "styles", "heading", "statute", "subject", "response", "letter"));

    private static final Set<String> WORDS = Set.of(
            "and", "or", "not", "null", "true", "false", "eq", "ne", "lt", "gt", "le", "ge", "div", "mod", "matches",
            "between");

    private static final Set<String> OBJECTS = Set.of("strings", "lists", "numbers", "bools");

    private static final List<Map.Entry<Pattern, String>> FORBIDDEN = List.of(
            Map.entry(Pattern.compile("\\bT\\s*\\("), "T(...), which reaches a class"),
            Map.entry(Pattern.compile("\\bnew\\s+\\w"), "new, which makes an object"),
            Map.entry(Pattern.compile("(?<!\\w)@\\s*['\"\\w]"), "@, which reaches a bean"),
            Map.entry(Pattern.compile("[.?]\\s*(?:class|getClass)\\b"), "class, which reaches a class"),
            Map.entry(Pattern.compile("\\[\\s*['\"]"), "[...] with a name, which reaches anything"),
            Map.entry(Pattern.compile("[\\w\\])}]\\s*=\\s*[^=]"), "=, which changes something"));

    private static final Set<String> INSERTING = Set.of("th:insert", "th:replace", "th:include");
    private static final Pattern INSERTED = Pattern.compile("~\\{\\s*([^\\s:}]*)");

    private static final List<String> UNCLEAR = List.of("\\", "__");

    private static final Pattern STRING = Pattern.compile("'[^']*'");
    private static final Pattern OBJECT = Pattern.compile("#(\\w+)");
    private static final Pattern NAME = Pattern.compile("(?<![\\w.#@])([A-Za-z_]\\w*)(?!\\w)");
    private static final Pattern EACH = Pattern.compile("^\\s*(\\w+)\\s*(?:,\\s*(\\w+)\\s*)?:");
    private static final Pattern WITH = Pattern.compile("(?:^|,)\\s*(\\w+)\\s*=");
    private static final Pattern FRAGMENT = Pattern.compile("\\(([^)]*)\\)");

    private final TemplateFile file;
    private final Set<String> known;

    private TemplateExpressions(TemplateFile file, TemplateMarkup markup) {
        this.file = file;
        this.known = new HashSet<>(NAMES.get(file));
        markup.expressions().forEach(this::remember);
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

    /** The names that a template makes itself. */
    private void remember(Expression expression) {
        switch (expression.attribute()) {
            case "th:each" -> {
                Matcher each = EACH.matcher(expression.text());
                if (each.find()) {
                    known.add(each.group(1));
                    known.add(each.group(1) + "Stat");
                    if (each.group(2) != null) {
                        known.add(each.group(2));
                    }
                }
            }
            case "th:with" -> {
                Matcher with = WITH.matcher(expression.text());
                while (with.find()) {
                    known.add(with.group(1));
                }
            }
            case "th:fragment" -> {
                Matcher fragment = FRAGMENT.matcher(expression.text());
                if (fragment.find()) {
                    known.addAll(List.of(fragment.group(1).strip().split("\\s*,\\s*")));
                }
            }
            default -> {
                // Makes no name.
            }
        }
    }

    private void check(Expression expression) {
        // Where a string ends is clear without them, and an expression before the expression could be anything.
        for (String unclear : UNCLEAR) {
            if (expression.text().contains(unclear)) {
                throw refused(expression, "a template cannot have " + unclear + " in an expression");
            }
        }
        String text = STRING.matcher(expression.text()).replaceAll("''");
        if (expression.attribute().equals("th:utext") && !text.strip().equals("${styles}")) {
            throw refused(expression, "th:utext would print what was typed as markup: write th:text");
        }
        if (INSERTING.contains(expression.attribute())) {
            Matcher inserted = INSERTED.matcher(text.contains("~{") ? text : "~{" + text);
            while (inserted.find()) {
                if (!inserted.group(1).isEmpty() && !inserted.group(1).equals("blocks")) {
                    throw refused(expression, "a template can put in what blocks has, and nothing else");
                }
            }
        }
        if (text.contains("@{")) {
            throw refused(expression, "@{...} is an address of the application, of which a reader has no other page");
        }
        for (int at = indexOfExpression(text, 0); at >= 0; at = indexOfExpression(text, at + 1)) {
            checkInside(expression, text.substring(at + 2, endOf(text, at + 2)));
        }
    }

    private static int indexOfExpression(String text, int from) {
        int dollar = text.indexOf("${", from);
        int star = text.indexOf("*{", from);
        return dollar < 0 ? star : star < 0 ? dollar : Math.min(dollar, star);
    }

    private static int endOf(String text, int from) {
        int depth = 1;
        for (int at = from; at < text.length(); at++) {
            depth += text.charAt(at) == '{' ? 1 : text.charAt(at) == '}' ? -1 : 0;
            if (depth == 0) {
                return at;
            }
        }
        return text.length();
    }

    private void checkInside(Expression expression, String inside) {
        for (Map.Entry<Pattern, String> forbidden : FORBIDDEN) {
            if (forbidden.getKey().matcher(inside).find()) {
                throw refused(expression, "a template cannot have " + forbidden.getValue());
            }
        }
        Matcher object = OBJECT.matcher(inside);
        while (object.find()) {
            if (!OBJECTS.contains(object.group(1))) {
                throw refused(expression, "a template cannot have #" + object.group(1));
            }
        }
        Matcher name = NAME.matcher(inside);
        while (name.find()) {
            String word = name.group(1);
            if (!WORDS.contains(word) && !known.contains(word)) {
                throw refused(
                        expression,
                        "there is no \"" + word + "\". " + file.fileName() + " can use: "
                                + String.join(
                                        ", ", NAMES.get(file).stream().sorted().toList()));
            }
        }
    }

    private static TemplateRefused refused(Expression expression, String reason) {
        return new TemplateRefused(expression.place(), reason);
    }
}
