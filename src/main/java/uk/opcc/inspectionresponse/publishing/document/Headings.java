package uk.opcc.inspectionresponse.publishing.document;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The lines that begin with "# " or "## ", short and each for itself. "#1 priority" and "#hashtag" are words, "# of
 * incidents" is the number of them, and lines in a row with the same mark are somebody's list.
 */
final class Headings {

    private static final Pattern HEADING = Pattern.compile(" {0,3}(#{1,6})[ \\t]+(?!of\\b)(?=[^\\s#])");

    private static final Pattern CLOSING = Pattern.compile("[ \\t]#+[ \\t]*$");

    /** A bold sentence of the inspectors, with which an area for improvement begins, can have as many. */
    private static final int LONGEST = 200;

    private static final int DEEPEST = 2;

    private final List<String> lines;
    private final int[] marks;
    private final int[] ends;
    private final int[] depths;

    private Headings(List<String> lines) {
        this.lines = lines;
        marks = new int[lines.size()];
        ends = new int[lines.size()];
        depths = new int[lines.size()];
        for (int at = 0; at < lines.size(); at++) {
            Matcher found = HEADING.matcher(lines.get(at));
            if (lines.get(at).length() <= LONGEST && found.lookingAt() && !goesOn(at)) {
                marks[at] = found.group(1).length();
                ends[at] = found.end();
            }
        }
        findDepths();
    }

    static Headings of(List<String> lines) {
        return new Headings(lines);
    }

    /** How many levels below the section's own; 0 where the line is no heading. */
    int depth(int line) {
        return depths[line];
    }

    String text(int line) {
        return CLOSING.matcher(lines.get(line).substring(ends[line]))
                .replaceFirst("")
                .strip();
    }

    private boolean goesOn(int at) {
        return at > 0 && marks[at - 1] == 0 && WrappedSentence.mayGoOn(lines.get(at - 1));
    }

    /** Whoever begins with "## " means the same as somebody who begins with "# ". */
    private void findDepths() {
        int least = Integer.MAX_VALUE;
        for (int at = 0; at < marks.length; at++) {
            if (isAlone(at)) {
                least = Math.min(least, marks[at]);
            }
        }
        int last = 0;
        for (int at = 0; at < marks.length; at++) {
            if (isAlone(at)) {
                last = Math.min(Math.min(DEEPEST, marks[at] - least + 1), last + 1);
                depths[at] = last;
            }
        }
    }

    private boolean isAlone(int at) {
        return marks[at] > 0
                && (at == 0 || marks[at - 1] != marks[at])
                && (at + 1 == marks.length || marks[at + 1] != marks[at]);
    }
}
