package uk.opcc.inspectionresponse.casework.findings;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Text of which the items are numbered, "1.", "2)", "(3)" or "4.1" at the beginnings of lines. */
final class Numbered {

    private static final Pattern NUMBER =
            Pattern.compile("(?m)^(?<!" + Headings.REFERS + "[ \\t]?\\n)([ \\t]*)(\\(?)(\\d{1,3})([.)])(?:[ \\t]+|$)");

    private static final Pattern PRINTED = Pattern.compile("\\d{1,3}(?:\\.\\d{1,3})?");

    private static final Pattern AT_BEGIN =
            Pattern.compile("^\\s*\\(?(\\d{1,3}(?:\\.\\d{1,3})?)(?:[.)](?=\\s)|(?<=\\.\\d{1,3})(?= ))\\s+(?=\\S)");

    private static final int TAB = 4;

    private Numbered() {}

    /**
     * The items of a text.
     *
     * @param above what stands above the first
     * @param marks of which each begins one; none where none are numbered
     */
    record Marks(String above, List<Mark> marks) {}

    static Marks in(String text) {
        List<Mark> marks = marks(text);
        return new Marks(
                marks.isEmpty() ? "" : text.substring(0, marks.get(0).begin()).strip(), marks);
    }

    private static List<Mark> marks(String text) {
        List<Mark> numbers = NUMBER.matcher(text)
                .results()
                .map(found -> new Mark(
                        found.start(),
                        found.end(),
                        Integer.parseInt(found.group(3)),
                        indent(found.group(1)),
                        found.group(2).isEmpty() ? found.group(4).charAt(0) : '(',
                        Mark.isAfterEmptyLine(text, found.start())))
                .toList();
        List<Mark> twoLevels = TwoLevelNumbers.in(text);
        boolean haveTwoLevels = !twoLevels.isEmpty()
                && (numbers.isEmpty()
                        || twoLevels.get(0).begin() < numbers.get(0).begin());
        return haveTwoLevels ? twoLevels : OuterNumbers.in(numbers);
    }

    private static int indent(String space) {
        return space.length()
                + (TAB - 1) * (int) space.chars().filter(one -> one == '\t').count();
    }

    static List<Part> parts(String text, List<Mark> marks, Kind kind) {
        List<Part> parts = new ArrayList<>();
        for (int at = 0; at < marks.size(); at++) {
            Mark mark = marks.get(at);
            int end = at + 1 < marks.size() ? marks.get(at + 1).begin() : text.length();
            Matcher printed = PRINTED.matcher(text.substring(mark.begin(), mark.end()));
            String number = printed.find() ? printed.group() : null;
            parts.add(Part.of(kind, number, text.substring(mark.end(), end).strip()));
        }
        return List.copyOf(parts);
    }

    /** The one item of a text that begins with its number. */
    static Part one(Part part) {
        Matcher number = AT_BEGIN.matcher(part.text());
        return part.number() == null && number.find()
                ? part.withNumber(number.group(1)).withText(part.text().substring(number.end()))
                : part;
    }
}
