package uk.opcc.inspectionresponse.casework.findings;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A paragraph, or a line of a list with the lines into which it is wrapped.
 *
 * @param sign before a line of a list; empty for a paragraph
 * @param text without the sign
 */
record Block(String sign, int indent, String text) {

    private static final Pattern BULLET = Pattern.compile(
            "^([ \\t]*)(?:([\\u2022\\u00B7\\u2023\\u25AA\\u25CF\\u25CB\\u25E6\\u25A0"
                    + "\\u25A1\\u27A2\\u2756\\u2043\\u2219])[ \\t]*|([*o\\u2013\\u2014\\u2212-]|\\(?[a-z]\\)|\\(?[ivx]{1,4}\\)|[a-z]\\.)[ \\t]+)(?=\\S)(.*)$");

    private static final Pattern LINE_OF_LIST_ENDS = Pattern.compile("(?s).*(?:;|[;,] (?:and|or))\\s*");

    private static final int TAB = 4;

    /** A pasted list is rarely indented evenly. */
    private static final int ABOUT_AS_DEEP = 1;

    boolean isBullet() {
        return !sign.isEmpty();
    }

    /** Whether it stands at the same level of lists as another. */
    boolean isBeside(Block first) {
        return style().equals(first.style()) && indent <= first.indent + ABOUT_AS_DEEP;
    }

    private String style() {
        return sign.chars().anyMatch(Character::isLetter) && sign.length() > 1 ? "a" : sign;
    }

    /** As it stands in the text. */
    String whole() {
        return sign.isBlank() ? text : sign + " " + text;
    }

    static List<Block> in(List<String> lines, NamedBodies bodies) {
        List<Block> blocks = new ArrayList<>();
        Open open = null;
        boolean afterEmptyLine = true;
        boolean listed = false;
        for (int at = 0; at < lines.size(); at++) {
            String line = lines.get(at);
            if (line.isBlank()) {
                afterEmptyLine = true;
                continue;
            }
            Matcher bullet = BULLET.matcher(line);
            boolean isBullet = bullet.find();
            if (isBullet) {
                String sign = bullet.group(2) != null ? bullet.group(2) : bullet.group(3);
                open = next(
                        blocks,
                        open,
                        new Open(sign, indent(bullet.group(1)), bullet.group(4).strip()));
                listed = false;
            } else if (open == null) {
                open = new Open("", 0, line.strip());
            } else if (beginsLineOfList(open, line, listed, afterEmptyLine)) {
                open = next(blocks, open, new Open(" ", 0, line.strip()));
                listed = true;
            } else if (goesOn(open, line, afterEmptyLine) && !beginsItem(open, lines, at, bodies)) {
                open.add(line);
            } else {
                open = next(blocks, open, new Open("", 0, line.strip()));
                listed = false;
            }
            afterEmptyLine = false;
        }
        next(blocks, open, null);
        return List.copyOf(blocks);
    }

    private static Open next(List<Block> blocks, Open open, Open next) {
        if (open != null) {
            blocks.add(new Block(open.sign, open.indent, open.text.toString()));
        }
        return next;
    }

    /** A list that was pasted without its signs. */
    private static boolean beginsLineOfList(Open open, String line, boolean listed, boolean afterEmptyLine) {
        boolean isSmall = Character.isLowerCase(line.strip().codePointAt(0));
        boolean below = open.sign.isEmpty() && open.endsWith(':') && isSmall;
        return below
                || listed && open.sign.equals(" ") && open.endsLineOfList() && isSmall
                || listed && afterEmptyLine && open.endsLineOfList();
    }

    /** A page ends in the middle of a sentence, too. */
    private static boolean goesOn(Open open, String line, boolean afterEmptyLine) {
        return !afterEmptyLine
                || Character.isLowerCase(line.strip().codePointAt(0))
                        && !open.endsWith('.')
                        && !open.endsWith(':')
                        && !open.endsWith(';');
    }

    private static boolean beginsItem(Open open, List<String> lines, int at, NamedBodies bodies) {
        char last = open.last();
        boolean mayBegin = Character.isUpperCase(lines.get(at).strip().codePointAt(0))
                && (last == '.' || last == ';' || last == ':' || Character.isLetterOrDigit(last) || last == ')');
        return mayBegin && Duty.begins(lines.get(at) + " " + (at + 1 < lines.size() ? lines.get(at + 1) : ""), bodies);
    }

    private static int indent(String space) {
        return space.length()
                + (TAB - 1) * (int) space.chars().filter(one -> one == '\t').count();
    }

    /** One to which lines are being added. */
    private static final class Open {

        private final String sign;
        private final int indent;
        private final StringBuilder text;

        private Open(String sign, int indent, String text) {
            this.sign = sign;
            this.indent = indent;
            this.text = new StringBuilder(text);
        }

        private void add(String line) {
            text.append('\n').append(line.strip());
        }

        private char last() {
            return text.isEmpty() ? ' ' : text.charAt(text.length() - 1);
        }

        private boolean endsWith(char sign) {
            return last() == sign;
        }

        private boolean endsLineOfList() {
            int from = Math.max(0, text.length() - 20);
            return LINE_OF_LIST_ENDS.matcher(text.substring(from)).matches();
        }
    }
}
