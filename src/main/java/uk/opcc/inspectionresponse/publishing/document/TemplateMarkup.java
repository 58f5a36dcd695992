package uk.opcc.inspectionresponse.publishing.document;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.attoparser.AbstractMarkupHandler;
import org.attoparser.MarkupParser;
import org.attoparser.ParseException;
import org.attoparser.config.ParseConfiguration;
import org.attoparser.config.ParseConfiguration.ElementBalancing;
import org.jsoup.nodes.Element;
import org.unbescape.html.HtmlEscape;
import uk.opcc.inspectionresponse.publishing.document.TemplateRefused.Place;

/**
 * What a template of the office is written of, with the place of each part. Every element must be closed, and nothing
 * of a template runs or loads anything: an administrator who takes over a template from elsewhere need not read it for
 * that.
 */
final class TemplateMarkup {

    /** With these a template uses the shared blocks. */
    private static final Set<String> INSERTING =
            Set.of("th:insert", "th:replace", "th:include", "data-th-insert", "data-th-replace", "data-th-include");

    /** With which an element says where in the template it stands. */
    private static final String PLACE = "data-place";

    private final Map<String, Place> elements = new HashMap<>();
    private final List<Expression> expressions = new ArrayList<>();
    private final List<Call> calls = new ArrayList<>();
    private final Deque<Open> open = new ArrayDeque<>();
    private final StringBuilder located = new StringBuilder();
    private final String template;
    private final List<Integer> lines = new ArrayList<>();
    private int copied;

    /** A piece of a template that Thymeleaf works out. */
    record Expression(String attribute, String text, Place place) {}

    /** A place at which a block is put in, with the first character of what names it, and the one after the last. */
    private record Call(int from, int to, Place place) {}

    /** An element that is not closed yet. */
    private record Open(String name, Place place) {}

    private TemplateMarkup(String template) {
        this.template = template;
        lines.add(0);
        for (int at = template.indexOf('\n'); at >= 0; at = template.indexOf('\n', at + 1)) {
            lines.add(at + 1);
        }
    }

    /**
     * Reads a template.
     *
     * @throws TemplateRefused if it is not well-formed, or would run or load something
     */
    static TemplateMarkup of(String template) {
        ParseConfiguration html = ParseConfiguration.htmlConfiguration();
        html.setElementBalancing(ElementBalancing.NO_BALANCING);
        TemplateMarkup read = new TemplateMarkup(template);
        try {
            new MarkupParser(html).parse(template, read.new Reading());
        } catch (ParseException e) {
            if (e.getCause() instanceof TemplateRefused refused) {
                throw refused;
            }
            throw new TemplateRefused(placeOf(e), "it is not well-formed: " + reason(e));
        }
        if (!read.open.isEmpty()) {
            throw neverClosed(read.open.peek(), "");
        }
        read.located.append(template, read.copied, template.length());
        return read;
    }

    /** The template, in which each element says where it stands; all else is as it was. */
    String located() {
        return located.toString();
    }

    /**
     * Where in the template an element of a document comes from: what the shared blocks give, from where they are used.
     */
    static Place placeOf(Element element) {
        for (Element at = element; at != null; at = at.parent()) {
            String[] place = at.attr(PLACE).split(":");
            if (place.length == 2) {
                return new Place(Integer.parseInt(place[0]), Integer.parseInt(place[1]));
            }
        }
        return Place.NOWHERE;
    }

    private static TemplateRefused neverClosed(Open open, String where) {
        return new TemplateRefused(
                open.place, "it is not well-formed: <" + open.name + "> begins here and is not closed" + where);
    }

    /** Where an element stands first; nowhere if the template has none of this name. */
    Place placeOf(String element) {
        return elements.getOrDefault(element, Place.NOWHERE);
    }

    /** How often the template puts a block in. */
    int calls() {
        return calls.size();
    }

    Place placeOfCall(int number) {
        return calls.get(number).place;
    }

    /** The template with nothing put in by all calls from the one with this number on, counted from 0. */
    String withoutCallsFrom(int number) {
        StringBuilder without = new StringBuilder(template);
        for (int call = calls.size() - 1; call >= number; call--) {
            without.replace(calls.get(call).from, calls.get(call).to, "~{}");
        }
        return without.toString();
    }

    List<Expression> expressions() {
        return List.copyOf(expressions);
    }

    private static Place placeOf(ParseException e) {
        return e.getLine() == null ? Place.NOWHERE : new Place(e.getLine(), e.getCol() == null ? 0 : e.getCol());
    }

    private static String reason(ParseException e) {
        String words = e.getMessage() == null ? "it cannot be read" : e.getMessage();
        return words.replaceFirst("^\\(Line = \\d+, Column = \\d+\\)\\s*", "").replaceAll("[\\s.]+$", "");
    }

    private final class Reading extends AbstractMarkupHandler {

        @Override
        public void handleStandaloneElementStart(
                char[] buffer, int nameOffset, int nameLen, boolean minimized, int line, int col) {
            element(new String(buffer, nameOffset, nameLen), new Place(line, col));
        }

        @Override
        public void handleOpenElementStart(char[] buffer, int nameOffset, int nameLen, int line, int col) {
            String name = new String(buffer, nameOffset, nameLen);
            element(name, new Place(line, col));
            open.push(new Open(name, new Place(line, col)));
        }

        @Override
        public void handleCloseElementStart(char[] buffer, int nameOffset, int nameLen, int line, int col) {
            close(new String(buffer, nameOffset, nameLen), new Place(line, col));
        }

        @Override
        public void handleUnmatchedCloseElementStart(char[] buffer, int nameOffset, int nameLen, int line, int col) {
            close(new String(buffer, nameOffset, nameLen), new Place(line, col));
        }

        private void close(String name, Place place) {
            if (open.isEmpty()) {
                throw new TemplateRefused(place, "it is not well-formed: </" + name + "> closes what has not begun");
            }
            Open last = open.pop();
            if (!last.name.equalsIgnoreCase(name)) {
                throw neverClosed(last, " before </" + name + "> in line " + place.line());
            }
        }

        @Override
        public void handleAttribute(
                char[] buffer,
                int nameOffset,
                int nameLen,
                int nameLine,
                int nameCol,
                int operatorOffset,
                int operatorLen,
                int operatorLine,
                int operatorCol,
                int valueContentOffset,
                int valueContentLen,
                int valueOuterOffset,
                int valueOuterLen,
                int valueLine,
                int valueCol) {
            String name = new String(buffer, nameOffset, nameLen).toLowerCase(Locale.ROOT);
            attribute(name, new String(buffer, valueContentOffset, valueContentLen), new Place(nameLine, nameCol));
            if (INSERTING.contains(name)) {
                int from = lines.get(valueLine - 1) + valueCol - 1 + valueContentOffset - valueOuterOffset;
                calls.add(new Call(from, from + valueContentLen, new Place(nameLine, nameCol)));
            }
        }

        @Override
        public void handleText(char[] buffer, int offset, int len, int line, int col) {
            String text = new String(buffer, offset, len);
            inlined(text, line, col);
            if (!open.isEmpty() && open.peek().name.equalsIgnoreCase("style")) {
                StyleSheet.check(text, new Place(line, col));
            }
        }

        @Override
        public void handleCDATASection(
                char[] buffer, int contentOffset, int contentLen, int outerOffset, int outerLen, int line, int col) {
            throw new TemplateRefused(new Place(line, col), "a document has no <![CDATA[");
        }

        /** Thymeleaf works out what stands in comments, too. */
        @Override
        public void handleComment(
                char[] buffer, int contentOffset, int contentLen, int outerOffset, int outerLen, int line, int col) {
            String comment = new String(buffer, contentOffset, contentLen);
            if (comment.startsWith("/*/")) {
                throw new TemplateRefused(
                        new Place(line, col), "a comment that begins with <!--/*/ hides a part of the template");
            }
            int end = comment.toLowerCase(Locale.ROOT).indexOf("</main");
            if (end >= 0) {
                throw new TemplateRefused(
                        placeIn(comment, end, line, col + contentOffset - outerOffset),
                        "a comment has no </main>: the page For Office Use Only would be put into it");
            }
            inlined(comment, line, col + contentOffset - outerOffset);
        }

        private void inlined(String text, int line, int col) {
            if (text.contains("[(")) {
                throw new TemplateRefused(
                        placeIn(text, text.indexOf("[("), line, col), "[(...)] would print what was typed as markup");
            }
            for (int at = text.indexOf("[["); at >= 0; at = text.indexOf("[[", at + 2)) {
                int end = text.indexOf("]]", at);
                expressions.add(new Expression(
                        "th:text",
                        HtmlEscape.unescapeHtml(text.substring(at + 2, end < 0 ? text.length() : end)),
                        placeIn(text, at, line, col)));
            }
        }

        @Override
        public void handleProcessingInstruction(
                char[] buffer,
                int targetOffset,
                int targetLen,
                int targetLine,
                int targetCol,
                int contentOffset,
                int contentLen,
                int contentLine,
                int contentCol,
                int outerOffset,
                int outerLen,
                int line,
                int col) {
            throw new TemplateRefused(new Place(line, col), "a document has no <?...?>");
        }

        private void element(String typed, Place place) {
            String name = typed.toLowerCase(Locale.ROOT);
            if (Harmful.ELEMENTS.contains(name)) {
                throw new TemplateRefused(
                        place, "a document runs nothing and loads nothing, so it has no <" + name + ">");
            }
            elements.putIfAbsent(name, place);
            int afterName = lines.get(place.line() - 1) + place.column() + typed.length();
            located.append(template, copied, afterName)
                    .append(" " + PLACE + "=\"")
                    .append(place.line())
                    .append(':')
                    .append(place.column())
                    .append('"');
            copied = afterName;
        }

        private void attribute(String typed, String value, Place place) {
            String name = typed.startsWith("data-th-") ? "th:" + typed.substring("data-th-".length()) : typed;
            String plain = name.startsWith("th:") ? name.substring("th:".length()) : name;
            Harmful.whyNot(plain).ifPresent(reason -> {
                throw new TemplateRefused(place, reason + typed);
            });
            if (name.equals("src") && !value.strip().startsWith("data:")) {
                throw new TemplateRefused(
                        place,
                        "a document loads nothing: the picture of the letterhead is ${letterhead.picture.source}, and"
                                + " others begin with data:");
            }
            if (name.equals("style")) {
                StyleSheet.check(value, place);
            }
            if (name.startsWith("th:")) {
                // As Thymeleaf reads it, by the same means: "T&#40;" would be a way around what is looked for.
                expressions.add(new Expression(name, HtmlEscape.unescapeHtml(value), place));
            }
        }

        private static Place placeIn(String text, int at, int line, int col) {
            String before = text.substring(0, at);
            long lines = before.chars().filter(c -> c == '\n').count();
            return lines == 0
                    ? new Place(line, col + at)
                    : new Place((int) (line + lines), at - before.lastIndexOf('\n'));
        }
    }
}
