package uk.opcc.inspectionresponse.casework.findings;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Recommendations that are numbered by chapter, "4.1", "4.2", "5.1". Two of them at least count on, or the number is
 * one of a sentence, as in "98.2 per cent".
 */
final class TwoLevelNumbers {

    private static final Pattern NUMBER = Pattern.compile(
            "(?m)^(?<!" + Headings.REFERS + "[ \\t]?\\n)"
                    + "[ \\t]*(\\d{1,3})\\.(\\d{1,3})[.):]?(?:[ \\t]+(?=[\\p{L}\\u2018\\u201C\"'])|[ \\t]*$)"
                    + "(?!(?:per[ \\t]?cent|percentage|million|billion|thousand|times|points?|hours?|days?|weeks?|months?|years?)\\b)");

    private TwoLevelNumbers() {}

    /**
     * A number that was found.
     *
     * @param length of the row that counts up to it
     * @param before the number before it in that row
     */
    private record Counted(Mark mark, int length, Counted before) {}

    /**
     * The longest row that counts on, and those that stand after an empty line, where some between are left out; none
     * where no two count on.
     */
    static List<Mark> in(String text) {
        Map<Integer, Counted> byNumber = new HashMap<>();
        Map<Integer, Counted> byChapter = new HashMap<>();
        Counted longest = null;
        Set<Mark> marks = new TreeSet<>(Comparator.comparingInt(Mark::begin));
        Matcher found = NUMBER.matcher(text);
        while (found.find()) {
            int chapter = Integer.parseInt(found.group(1));
            int place = Integer.parseInt(found.group(2));
            Counted before = place == 1 ? byChapter.get(chapter - 1) : byNumber.get(chapter * 1000 + place - 1);
            Counted one = new Counted(
                    new Mark(found.start(), found.end(), 0, 0, '.', Mark.isAfterEmptyLine(text, found.start())),
                    before == null ? 1 : before.length() + 1,
                    before);
            byNumber.merge(chapter * 1000 + place, one, TwoLevelNumbers::longer);
            byChapter.merge(chapter, one, TwoLevelNumbers::longer);
            longest = longest == null ? one : longer(longest, one);
            if (one.mark().afterEmptyLine()) {
                marks.add(one.mark());
            }
        }
        if (longest == null || longest.before() == null) {
            return List.of();
        }
        for (Counted one = longest; one != null; one = one.before()) {
            marks.add(one.mark());
        }
        return List.copyOf(marks);
    }

    private static Counted longer(Counted one, Counted other) {
        return other.length() > one.length() ? other : one;
    }
}
