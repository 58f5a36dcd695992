package uk.opcc.inspectionresponse.publishing.document;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import uk.opcc.inspectionresponse.publishing.document.TemplateRefused.Place;

/** Looks through the office's own styles: they load nothing, end where they should, and stay inside their element. */
final class StyleSheet {

    private static final Pattern LOADS = Pattern.compile(
            "@import|url\\s*\\((?!\\s*['\"]?data:)|src\\s*\\(|image-set\\s*\\(|\\bimage\\s*\\(|expression\\s*\\(",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern HIDES =
            Pattern.compile("display\\s*:\\s*none|visibility\\s*:\\s*(?:hidden|collapse)", Pattern.CASE_INSENSITIVE);

    /** The content of {@code url(...)} where it is in no quotation marks: in it nothing is a comment or a string. */
    private static final Pattern BARE_ADDRESS =
            Pattern.compile("(?<![\\w-])url\\(\\s*(?=[^\\s'\"])[^)'\"(]*\\)", Pattern.CASE_INSENSITIVE);

    private final String text;
    private final Place begin;

    private StyleSheet(String text, Place begin) {
        this.text = text;
        this.begin = begin;
    }

    /**
     * Looks through a style.
     *
     * @param begin where it begins in its file
     * @throws TemplateRefused if a document cannot have it
     */
    static void check(String text, Place begin) {
        new StyleSheet(text, begin).check();
    }

    private void check() {
        int markup = text.indexOf('<');
        if (markup >= 0) {
            throw refused(markup, "styles have no \"<\"");
        }
        int escaped = text.indexOf('\\');
        if (escaped >= 0) {
            // Behind one, anything could be written so that nobody finds it.
            throw refused(escaped, "styles have no \"\\\": write the character itself");
        }
        String styles = withoutComments();
        refuse(LOADS.matcher(styles), "a document loads nothing, so its styles have no ");
        refuse(HIDES.matcher(styles), "a document hides nothing of what it says, so its styles have no ");
    }

    private void refuse(Matcher found, String reason) {
        if (found.find()) {
            throw refused(found.start(), reason + found.group());
        }
    }

    /**
     * Each character at its place, those of comments as spaces. One way through the text knows both strings and
     * comments, as a string can hold what looks like a comment, and a comment what looks like a string.
     */
    private String withoutComments() {
        StringBuilder kept = new StringBuilder(text);
        Deque<Integer> open = new ArrayDeque<>();
        Matcher address = BARE_ADDRESS.matcher(text).useTransparentBounds(true);
        int at = 0;
        while (at < text.length()) {
            if (text.startsWith("/*", at)) {
                int end = endOfComment(at);
                blank(kept, at, end);
                at = end;
            } else if (address.region(at, text.length()).lookingAt()) {
                at = address.end();
            } else if (text.charAt(at) == '"' || text.charAt(at) == '\'') {
                at = endOfString(at);
            } else {
                bracket(open, at);
                at++;
            }
        }
        if (!open.isEmpty()) {
            throw refused(open.peek(), "\"" + text.charAt(open.peek()) + "\" begins here and does not end");
        }
        return kept.toString();
    }

    private static void blank(StringBuilder kept, int from, int to) {
        for (int c = from; c < to; c++) {
            if (kept.charAt(c) != '\n') {
                kept.setCharAt(c, ' ');
            }
        }
    }

    private void bracket(Deque<Integer> open, int at) {
        char c = text.charAt(at);
        if ("{([".indexOf(c) >= 0) {
            open.push(at);
        } else if ("})]".indexOf(c) >= 0) {
            if (open.isEmpty() || "{([".indexOf(text.charAt(open.peek())) != "})]".indexOf(c)) {
                throw refused(at, "\"" + c + "\" ends what has not begun");
            }
            open.pop();
        }
    }

    private int endOfComment(int at) {
        int end = text.indexOf("*/", at + 2);
        if (end < 0) {
            throw refused(at, "a comment begins here and does not end");
        }
        return end + 2;
    }

    private int endOfString(int at) {
        int end = text.indexOf(text.charAt(at), at + 1);
        int line = text.indexOf('\n', at);
        if (end < 0 || line >= 0 && line < end) {
            throw refused(at, "quotation marks begin here and do not end in the line");
        }
        return end + 1;
    }

    private TemplateRefused refused(int at, String reason) {
        String before = text.substring(0, at);
        int lines = (int) before.chars().filter(c -> c == '\n').count();
        return new TemplateRefused(
                lines == 0
                        ? new Place(begin.line(), begin.column() + at)
                        : new Place(begin.line() + lines, at - before.lastIndexOf('\n')),
                reason);
    }
}
