package uk.opcc.inspectionresponse.publishing.document;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import uk.opcc.inspectionresponse.publishing.document.TemplateMarkup.Expression;

/** The names that a template can use: those that it is given, and those that it makes itself. */
final class TemplateNames {

    private static final Map<TemplateFile, Set<String>> GIVEN = Map.of(
            TemplateFile.RESPONSE,
            Set.of("office", "letterhead", "styles", "heading", "statute", "subject", "response"),
            TemplateFile.LETTER,
            Set.of("office", "letterhead", "styles", "heading", "statute", "subject", "response", "letter"));

    /** Words of the expressions themselves, and what a name would hide. */
    private static final Set<String> RESERVED = Set.of(
            "t",
            "new",
            "this",
            "root",
            "ctx",
            "vars",
            "and",
            "or",
            "not",
            "null",
            "true",
            "false",
            "eq",
            "ne",
            "lt",
            "gt",
            "le",
            "ge",
            "div",
            "mod",
            "matches",
            "between",
            "instanceof",
            "param",
            "session",
            "application");

    private static final Pattern EACH = Pattern.compile("^\\s*(\\w+)\\s*(?:,\\s*(\\w+)\\s*)?:");
    private static final Pattern WITH = Pattern.compile("(?:^|,)\\s*(\\w+)\\s*=");
    /** What is made is worked out, too, where it is no word. */
    private static final Pattern NOT_PLAIN = Pattern.compile("(?:^|,)\\s*[^\\w\\s]");

    private static final String OF_EACH = "Stat";

    private final TemplateFile file;
    private final Set<String> known;

    /** @throws TemplateRefused if a template makes a name that is not its own to make */
    TemplateNames(TemplateFile file, List<Expression> expressions) {
        this.file = file;
        this.known = new HashSet<>(GIVEN.get(file));
        expressions.forEach(this::remember);
    }

    boolean have(String name) {
        return known.contains(name);
    }

    /** Those that it is given, in words. */
    String given() {
        return String.join(", ", GIVEN.get(file).stream().sorted().toList());
    }

    private void remember(Expression expression) {
        switch (expression.attribute()) {
            case "th:each" -> {
                Matcher each = EACH.matcher(expression.text());
                if (!each.find()) {
                    throw notPlain(expression);
                }
                make(each.group(1), expression);
                make(each.group(1) + OF_EACH, expression);
                if (each.group(2) != null) {
                    make(each.group(2), expression);
                }
            }
            case "th:with" -> {
                if (NOT_PLAIN.matcher(expression.text()).find()) {
                    throw notPlain(expression);
                }
                Matcher with = WITH.matcher(expression.text());
                while (with.find()) {
                    make(with.group(1), expression);
                }
            }
            case "th:fragment" -> {
                // It could be put into itself without end, and what it is given takes any name.
                throw new TemplateRefused(
                        expression.place(),
                        "a template has no parts of its own to put in: write them where they stand");
            }
            default -> {
                // Makes no name.
            }
        }
    }

    private static TemplateRefused notPlain(Expression expression) {
        return new TemplateRefused(
                expression.place(), "a name that a template makes is a word, such as line in \"line : ${...}\"");
    }

    private void make(String name, Expression expression) {
        if (isReserved(name) || GIVEN.get(file).contains(name)) {
            throw new TemplateRefused(
                    expression.place(), "a template cannot make the name \"" + name + "\": take another one");
        }
        known.add(name);
    }

    private static boolean isReserved(String name) {
        String small = name.toLowerCase(Locale.ROOT);
        return RESERVED.contains(small) || small.contains("class");
    }
}
