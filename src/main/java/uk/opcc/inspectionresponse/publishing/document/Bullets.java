package uk.opcc.inspectionresponse.publishing.document;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The bullets at the beginnings of lines, of Word, of web pages and of keyboards. A document shows one sign for all of
 * them, so a sign that says something itself is none and stays with its text: a minus sign before a figure, a tick, a
 * box of which another is filled, a word of one letter, the mark of a footnote.
 */
final class Bullets {

    /** Signs that are nothing else. */
    private static final String PLAIN =
            "\u2022\u2023\u2043\u00B7\u2219\u2981\u25E6\u25AA\u25AB\u25CF\u25CB\u25A0\u25A1\u27A2\u27A4\u2756\u25BA\u25B6\u25B8\u25C6\u25C7";

    /** Signs of a choice: what nobody has chosen is hollow, what somebody has is filled. */
    private static final List<String> HOLLOW =
            List.of("\u25A1\u25FB\u2B1C\u2750\u2751\u2752", "\u25AB\u25FD", "\u25CB\u25EF\u26AA");

    private static final List<String> FILLED = List.of("\u25A0\u25FC\u2B1B", "\u25AA\u25FE", "\u25CF\u25C9\u26AB");

    private static final String BOXES = String.join("", HOLLOW) + String.join("", FILLED);

    private static final String TICKS = "\u2713\u2714\u2715\u2716\u2717\u2718\u2610\u2611\u2612\u2705\u274C";

    private static final Pattern SIGN = Pattern.compile("[ \\t]*(?:([-*\u2013\u2014o" + PLAIN + TICKS
            + BOXES + "])[ \\t]+"
            + "|([\u2022\u25AA\u25CF\u25E6\u2219])(?=[\\p{L}\\p{N}\\p{Sc}\\p{Sm}\\p{Ps}\\p{Pi}\"'])"
            // What is left of a bullet of Wingdings and a tabulator where the font is lost.
            + "|([\u00A7\u00D8\u00FCvqnl]) {4,})(?=\\S)");

    /** Whatever may be one, as a pattern. */
    static final String ANY = "[-*\u2013\u2014o\u00A7\u00D8\u00FCvqnl" + PLAIN + TICKS + BOXES + "]";

    /** With a space after it, or in any case. */
    private static final Pattern FIRST =
            Pattern.compile("[ \\t]*(?:[-*\u2013\u2014" + PLAIN + TICKS + BOXES + "] |[" + PLAIN + "]\t)[ \\t]*\\S.*");

    /** The text of the item is in the line below, as PDF viewers copy it. */
    private static final Pattern ALONE = Pattern.compile(
            "[ \\t]*[\u2022\u2023\u2219\u25AA\u25AB\u25CF\u25CB\u25E6\u25A0\u25A1\u27A2" + TICKS + "][ \\t]*");

    private static final Pattern FIGURE = Pattern.compile("\\p{Sc}?\\d.*", Pattern.DOTALL);

    private static final String DASHES = "-\u2013\u2014";

    /** Of a tab, as it is between a bullet and its text, and between the columns of a table. */
    private static final String ROOM = "    ";

    private final List<Line> lines = new ArrayList<>();
    private final Set<Integer> choices = new HashSet<>();

    /** A line that is not empty, with the sign that it begins with, or 0. */
    private static final class Line {

        private final int place;
        private final String text;
        private final boolean afterEmptyLine;
        private char sign;
        private int end;
        private boolean isItem;
        private boolean isMinus;

        private Line(int place, String text, boolean afterEmptyLine) {
            this.place = place;
            this.text = text;
            this.afterEmptyLine = afterEmptyLine;
            Matcher found = SIGN.matcher(text);
            if (found.lookingAt()) {
                int group = found.start(1) >= 0 ? 1 : found.start(2) >= 0 ? 2 : 3;
                sign = text.charAt(found.start(group));
                end = found.end();
            }
        }

        private String rest() {
            return text.substring(end);
        }

        private boolean hasDash() {
            return sign != 0 && DASHES.indexOf(sign) >= 0;
        }

        private boolean isIndented() {
            return Character.isWhitespace(text.charAt(0));
        }

        private int indent() {
            int at = 0;
            while (Character.isWhitespace(text.charAt(at))) {
                at++;
            }
            return at;
        }

        private boolean hasRoomAfterSign() {
            return text.startsWith(ROOM, end - ROOM.length());
        }

        private boolean endsWithOneOf(String marks) {
            return marks.indexOf(
                            text.stripTrailing().charAt(text.stripTrailing().length() - 1))
                    >= 0;
        }
    }

    private Bullets() {}

    /** For each line where the text of its item begins; 0 where the line has no bullet. */
    static int[] endsIn(List<String> typed) {
        Bullets bullets = new Bullets();
        boolean afterEmptyLine = true;
        for (int at = 0; at < typed.size(); at++) {
            if (!typed.get(at).isBlank()) {
                bullets.lines.add(new Line(at, typed.get(at), afterEmptyLine));
            }
            afterEmptyLine = typed.get(at).isBlank();
        }
        bullets.findChoices();
        bullets.findMinusSigns();
        bullets.findItems();
        int[] ends = new int[typed.size()];
        bullets.lines.stream().filter(line -> line.isItem).forEach(line -> ends[line.place] = line.end);
        return ends;
    }

    /** Whether a line has what may be a bullet. */
    static boolean mayBegin(String line) {
        return SIGN.matcher(line).lookingAt();
    }

    /** Whether a line is more likely the first item of a list than the first row of a table. */
    static boolean mayBeItem(String line) {
        return FIRST.matcher(line).matches();
    }

    /** Whether a line is nothing but a bullet. */
    static boolean isAlone(String line) {
        return ALONE.matcher(line).matches();
    }

    /** Of a kind of boxes some are filled and some are not; where all those are deeper, they are a list within one. */
    private void findChoices() {
        boolean hasTicks = lines.stream().anyMatch(line -> isIn(TICKS, line.sign));
        for (int kind = 0; kind < HOLLOW.size(); kind++) {
            String hollow = HOLLOW.get(kind);
            String filled = FILLED.get(kind);
            int deepestFilled = -1;
            int leastHollow = Integer.MAX_VALUE;
            boolean inOneLine = false;
            for (Line line : lines) {
                if (isIn(hollow, line.sign)) {
                    leastHollow = Math.min(leastHollow, line.indent());
                } else if (isIn(filled, line.sign)) {
                    deepestFilled = Math.max(deepestFilled, line.indent());
                }
                inOneLine |= isIn(hollow + filled, line.sign)
                        && line.rest().chars().anyMatch(one -> isIn(hollow + filled + TICKS, (char) one));
            }
            boolean besideTicks = hasTicks && leastHollow < Integer.MAX_VALUE;
            if (inOneLine || besideTicks || leastHollow <= deepestFilled) {
                choices.add(kind);
            }
        }
    }

    private boolean saysWhatIsChosen(char sign) {
        return isIn(TICKS, sign) || choices.stream().anyMatch(kind -> isIn(HOLLOW.get(kind) + FILLED.get(kind), sign));
    }

    /** A dash before a figure, but in a list that has it before words too. */
    private void findMinusSigns() {
        List<Line> inARow = new ArrayList<>();
        for (Line line : lines) {
            boolean goesOn =
                    !inARow.isEmpty() && (line.sign == inARow.get(0).sign || line.sign == 0 && line.isIndented());
            if (!goesOn) {
                decide(inARow);
                inARow.clear();
            }
            if (line.hasDash()) {
                inARow.add(line);
            }
        }
        decide(inARow);
    }

    private static void decide(List<Line> inARow) {
        boolean allBeforeFigures = inARow.stream().allMatch(Bullets::isBeforeFigure);
        inARow.forEach(line -> line.isMinus = allBeforeFigures);
    }

    private static boolean isBeforeFigure(Line line) {
        return FIGURE.matcher(line.rest()).matches();
    }

    private void findItems() {
        boolean inList = false;
        for (int at = 0; at < lines.size(); at++) {
            Line line = lines.get(at);
            line.isItem = line.sign != 0 && isItem(at, inList);
            inList = line.isItem || inList && line.isIndented() && !line.afterEmptyLine;
        }
    }

    private boolean isItem(int at, boolean inList) {
        Line line = lines.get(at);
        Line before = at > 0 ? lines.get(at - 1) : null;
        Line next = at + 1 < lines.size() ? lines.get(at + 1) : null;
        if (line.hasDash()) {
            // Any other dash may go on a sentence that was wrapped before it.
            return !line.isMinus
                    && (line.sign == '-'
                            || line.afterEmptyLine
                            || inList
                            || before.endsWithOneOf(".:;!?")
                            || next != null && !next.afterEmptyLine && next.sign == line.sign);
        }
        if (isIn(PLAIN + BOXES, line.sign)) {
            return !saysWhatIsChosen(line.sign);
        }
        if (isIn(TICKS, line.sign)) {
            return false;
        }
        boolean afterColon = before != null && before.endsWithOneOf(":");
        boolean inARow = before != null && before.sign == line.sign || next != null && next.sign == line.sign;
        if (line.hasRoomAfterSign()) {
            // More of such room is between the columns of a table.
            return (inARow || afterColon || inList) && !line.rest().contains(ROOM);
        }
        return afterColon || inARow && (line.sign != 'o' || isNoWord(at));
    }

    /** "o" is a word of Welsh, at which a sentence may be wrapped more than once. */
    private boolean isNoWord(int at) {
        Line line = lines.get(at);
        Line before = at > 0 ? lines.get(at - 1) : null;
        if (before != null && before.sign == 'o') {
            return before.isItem;
        }
        return line.afterEmptyLine
                || before.endsWithOneOf(".:;!?")
                || Character.isUpperCase(line.rest().codePointAt(0));
    }

    private static boolean isIn(String signs, char sign) {
        return sign != 0 && signs.indexOf(sign) >= 0;
    }
}
