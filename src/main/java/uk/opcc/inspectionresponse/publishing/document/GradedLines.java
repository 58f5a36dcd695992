package uk.opcc.inspectionresponse.publishing.document;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The grades of a PEEL report, as they are pasted where no tab is left of the table: a line for each area with its
 * grade at the end, or the grade in the line below. Three or more of them in a row are a table; fewer may be a
 * sentence.
 */
final class GradedLines {

    private static final int FEWEST = 3;
    private static final int LONGEST = 160;

    private static final String GRADE =
            "(Outstanding|Good|Adequate|Requires improvement|Inadequate|Not graded|Ungraded|No grade)";

    private static final Pattern ALONE = Pattern.compile("\\s*" + GRADE + "\\s*");

    private static final Pattern GRADED =
            Pattern.compile("\\s*(\\p{L}.*?)(?:\\s*:\\s*|\\s+[\u2013\u2014-]\\s+|\\s+)" + GRADE + "\\s*");

    private static final Pattern HEADER =
            Pattern.compile("\\s*(\\p{L}[\\p{L} ]{0,40}?)\\s+(Grade|Grading|Judgement|Judgment|Graded judge?ment)\\s*");

    private GradedLines() {}

    /** The table that begins in a line; nothing where none does. */
    static Optional<TableLines> at(List<String> lines, int from) {
        List<List<String>> rows = new ArrayList<>();
        Matcher header = HEADER.matcher(shortOf(lines.get(from)));
        boolean isHeaded = header.matches();
        if (isHeaded) {
            rows.add(List.of(header.group(1), header.group(2)));
        }
        int begin = isHeaded ? from + 1 : from;
        int end = beside(lines, begin, rows);
        if (end == begin) {
            end = below(lines, begin, rows);
        }
        return rows.size() < FEWEST + (isHeaded ? 1 : 0)
                ? Optional.empty()
                : Optional.of(TableLines.of(end, rows, Optional.of(isHeaded)));
    }

    /** The first line after those whose grade is at the end of each. */
    private static int beside(List<String> lines, int from, List<List<String>> rows) {
        int at = from;
        while (at < lines.size() && !Bullets.mayBeItem(lines.get(at))) {
            Matcher graded = GRADED.matcher(shortOf(lines.get(at)));
            if (!graded.matches() || ALONE.matcher(lines.get(at)).matches()) {
                break;
            }
            rows.add(List.of(graded.group(1), graded.group(2)));
            at++;
        }
        return at;
    }

    /** The first line after those whose grade stands below each, where empty lines may be between them. */
    private static int below(List<String> lines, int from, List<List<String>> rows) {
        int end = from;
        int at = from;
        while (at < lines.size()) {
            int grade = next(lines, at + 1);
            String area = shortOf(lines.get(at)).strip();
            if (area.isEmpty()
                    || grade == lines.size()
                    || Bullets.mayBeItem(area)
                    || ALONE.matcher(area).matches()) {
                break;
            }
            Matcher alone = ALONE.matcher(shortOf(lines.get(grade)));
            if (!alone.matches()) {
                break;
            }
            rows.add(List.of(area, alone.group(1)));
            end = grade + 1;
            at = next(lines, end);
        }
        return end;
    }

    /** The next line in which something stands, two further on at most. */
    private static int next(List<String> lines, int from) {
        int at = from;
        while (at < lines.size() && at < from + 2 && lines.get(at).isBlank()) {
            at++;
        }
        return at;
    }

    /** The line; nothing where it is longer than the name of an area. */
    private static String shortOf(String line) {
        return line.length() > LONGEST ? "" : line;
    }
}
