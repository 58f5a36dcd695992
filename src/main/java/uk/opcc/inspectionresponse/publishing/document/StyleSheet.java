package uk.opcc.inspectionresponse.publishing.document;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import uk.opcc.inspectionresponse.publishing.document.TemplateRefused.Place;

/** Looks through the office's own styles: they load nothing, end where they should, and stay inside their element. */
final class StyleSheet {

    private static final Pattern LOADS = Pattern.compile(
            "@import|url\\s*\\((?!\\s*['\"]?data:)|src\\s*\\(|image-set\\s*\\(|expression\\s*\\(",
            Pattern.CASE_INSENSITIVE);

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
        Matcher loads = LOADS.matcher(withoutComments());
        if (loads.find()) {
            throw refused(loads.start(), "a document loads nothing, so its styles have no " + loads.group());
        }
        int markup = text.indexOf('<');
        if (markup >= 0) {
            throw refused(markup, "styles have no \"<\"");
        }
        int escaped = text.indexOf('\\');
        if (escaped >= 0) {
            // Behind one, anything could be written so that nobody finds it.
            throw refused(escaped, "styles have no \"\\\": write the character itself");
        }
        checkEnds();
    }

    /** Each character at its place, those of comments as spaces. */
    private String withoutComments() {
        StringBuilder kept = new StringBuilder(text);
        for (int at = text.indexOf("/*"); at >= 0; at = text.indexOf("/*", at)) {
            int end = text.indexOf("*/", at + 2);
            if (end < 0) {
                throw refused(at, "a comment begins here and does not end");
            }
            for (int c = at; c < end + 2; c++) {
                if (text.charAt(c) != '\n') {
                    kept.setCharAt(c, ' ');
                }
            }
            at = end + 2;
        }
        return kept.toString();
    }

    private void checkEnds() {
        String styles = withoutComments();
        Deque<Integer> open = new ArrayDeque<>();
        for (int at = 0; at < styles.length(); at++) {
            char c = styles.charAt(at);
            switch (c) {
                case '"', '\'' -> at = endOfString(styles, at);
                case '{', '(', '[' -> open.push(at);
                case '}', ')', ']' -> {
                    if (open.isEmpty() || "{([".indexOf(styles.charAt(open.peek())) != "})]".indexOf(c)) {
                        throw refused(at, "\"" + c + "\" ends what has not begun");
                    }
                    open.pop();
                }
                default -> {
                    // Whatever a style says.
                }
            }
        }
        if (!open.isEmpty()) {
            throw refused(open.peek(), "\"" + styles.charAt(open.peek()) + "\" begins here and does not end");
        }
    }

    private int endOfString(String styles, int at) {
        int end = styles.indexOf(styles.charAt(at), at + 1);
        int line = styles.indexOf('\n', at);
        if (end < 0 || line >= 0 && line < end) {
            throw refused(at, "quotation marks begin here and do not end in the line");
        }
        return end;
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
