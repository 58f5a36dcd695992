package uk.opcc.inspectionresponse.casework.findings;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import uk.opcc.inspectionresponse.platform.text.PastedText;

/**
 * The recommendations as they were pasted from the report, in one text.
 *
 * <p>They are told apart by the first of these that the text has: lines of three or more hyphens; lines that begin with
 * a heading such as "Recommendation 1"; lines that begin with "1." or "1)", "2." and so on in order; lines that begin
 * with numbers of two levels, "4.1", "4.2"; empty lines. A heading above the first is none of them.
 *
 * @param pasted may have any number of lines, with any line ends
 */
record RecommendationText(String pasted) {

    private static final Pattern RULE = Pattern.compile("(?m)^[ \\t]*-{3,}[ \\t]*$");

    /**
     * With a capital, and followed by the end of the line, a mark or a new sentence: in "recommendation 4 of our report
     * of 2019" a sentence goes on.
     */
    private static final Pattern HEADING =
            Pattern.compile("(?m)^[ \\t]*(?:Recommendation|RECOMMENDATION)[ \\t]+(\\d{1,3})"
                    + "(?:[ \\t]*[.:)\\u2013\\u2014-][ \\t]*|[ \\t]*$|[ \\t]+(?=[\\p{Lu}\\u2018\\u201C\"']))");

    private static final Pattern NUMBER = Pattern.compile("(?m)^([ \\t]*)(\\d{1,3})[.)][ \\t]+");
    private static final Pattern TWO_LEVELS = Pattern.compile("(?m)^[ \\t]*\\d{1,3}\\.\\d{1,3}[.)]?[ \\t]+(?=\\p{L})");

    /** Without a repeated group: Java matches one by recursion, and a few thousand line ends would be its end. */
    private static final Pattern EMPTY_LINES = Pattern.compile("\\n[ \\t]*\\n[ \\t\\n]*");

    private static final Pattern TITLE =
            Pattern.compile("(?i).*\\b(?:recommendations?|areas? for improvement|causes? of concern)\\b.*");

    private static final int LONGEST_TITLE = 80;

    private static final int TAB = 4;

    /** The single recommendations in the order of the text, without the number where it only repeats the order. */
    List<String> split() {
        String text = PastedText.clean(pasted);
        if (RULE.matcher(text).find()) {
            return parts(RULE.split(text));
        }
        List<Mark> marks = headings(text);
        if (marks.isEmpty()) {
            marks = numbers(text);
        }
        if (marks.isEmpty()) {
            marks = twoLevels(text);
        }
        return marks.isEmpty() ? withoutTitle(parts(EMPTY_LINES.split(text))) : atMarks(text, marks);
    }

    /**
     * Where a recommendation begins.
     *
     * @param begin of the mark
     * @param end of the mark, where its text begins
     * @param number that is printed; 0 where it stays with the text
     */
    private record Mark(int begin, int end, int number, int indent) {}

    private static List<Mark> headings(String text) {
        return HEADING.matcher(text)
                .results()
                .map(found -> new Mark(found.start(), found.end(), Integer.parseInt(found.group(1)), 0))
                .toList();
    }

    private static List<Mark> twoLevels(String text) {
        return TWO_LEVELS
                .matcher(text)
                .results()
                .map(found -> new Mark(found.start(), found.end(), 0, 0))
                .toList();
    }

    /** Those that count on from 1, and not the numbers of a list within one of them, nor any other. */
    private static List<Mark> numbers(String text) {
        List<Mark> all = NUMBER.matcher(text)
                .results()
                .map(found ->
                        new Mark(found.start(), found.end(), Integer.parseInt(found.group(2)), indent(found.group(1))))
                .toList();
        int[] latest = latestPlaceOfEachNumber(all);
        List<Mark> counted = new ArrayList<>();
        int within = 0;
        for (int at = 0; at < all.size(); at++) {
            Mark mark = all.get(at);
            boolean deeper =
                    !counted.isEmpty() && mark.indent() > counted.get(0).indent() + 1;
            boolean goesOnWithin = within > 0 && mark.number() == within + 1;
            // A list of one item is no list, and of two marks that both count on the later one is the recommendation.
            boolean isWithin = goesOnWithin && (latest[mark.number()] > at || within == 1);
            if (!deeper && mark.number() == counted.size() + 1 && !isWithin) {
                counted.add(mark);
                within = 0;
            } else if (mark.number() == 1 || goesOnWithin) {
                within = mark.number();
            }
        }
        return counted;
    }

    private static int[] latestPlaceOfEachNumber(List<Mark> marks) {
        int[] latest = new int[1000];
        for (int at = 0; at < marks.size(); at++) {
            latest[marks.get(at).number()] = at;
        }
        return latest;
    }

    private static int indent(String space) {
        return space.length()
                + (TAB - 1) * (int) space.chars().filter(one -> one == '\t').count();
    }

    private static List<String> atMarks(String text, List<Mark> marks) {
        List<String> kept = new ArrayList<>();
        String above = text.substring(0, marks.get(0).begin()).strip();
        for (int at = 0; at < marks.size(); at++) {
            Mark mark = marks.get(at);
            int end = at + 1 < marks.size() ? marks.get(at + 1).begin() : text.length();
            String whole = text.substring(mark.begin(), end).strip();
            String rest = text.substring(mark.end(), end).strip();
            boolean isPlace = mark.number() == at + 1 && !rest.isEmpty();
            String part = isPlace ? rest : whole;
            kept.add(at == 0 && !above.isEmpty() && !isTitle(above) ? above + "\n\n" + part : part);
        }
        return List.copyOf(kept);
    }

    private static List<String> parts(String[] parts) {
        List<String> kept = new ArrayList<>();
        for (String part : parts) {
            if (!part.isBlank()) {
                kept.add(part.strip());
            }
        }
        return List.copyOf(kept);
    }

    private static List<String> withoutTitle(List<String> parts) {
        return parts.size() > 1 && isTitle(parts.get(0)) ? parts.subList(1, parts.size()) : parts;
    }

    /** "Recommendations", "List of recommendations:" and the like, and no sentence. */
    private static boolean isTitle(String text) {
        return text.length() <= LONGEST_TITLE
                && text.indexOf('\n') < 0
                && !text.matches(".*[.;\\d].*")
                && !text.matches("(?i).*\\b(?:should|must|recommend|needs?)\\b.*")
                && TITLE.matcher(text).matches();
    }
}
