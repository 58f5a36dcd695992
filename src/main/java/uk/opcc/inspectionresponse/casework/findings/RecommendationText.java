package uk.opcc.inspectionresponse.casework.findings;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import uk.opcc.inspectionresponse.platform.text.PastedText;

/**
 * The recommendations as they were pasted from the report, in one text.
 *
 * <p>They are told apart by the first of these that the text has: lines of three or more hyphens; lines that begin with
 * a heading such as "Recommendation 1"; lines that begin with numbers of two levels, "4.1", "4.2", before any other
 * number; lines that begin with "1." or "1)", "2." and so on in order; empty lines. A title above the first is none of
 * them.
 *
 * @param pasted may have any number of lines, with any line ends
 */
record RecommendationText(String pasted) {

    private static final Pattern RULE = Pattern.compile("(?m)^[ \\t]*-{3,}[ \\t]*$");

    /** At the end of a line they refer to a number in the next one, which begins nothing. */
    static final String REFERS = "\\b(?:chapter|section|paragraph|page|recommendation|table|figure|annex|appendix|part"
            + "|level|phase|stage|tier|category|article|schedule)";

    private static final String GOES_ON =
            "(?:of|and|or|from|is|was|were|are|has|had|which|that|made|in|to|on|for|by|above|below)\\b";

    private static final String LINE_ENDS = "[ \\t]*$(?!\\n[ \\t]*(?!to|on|in|for|by)" + GOES_ON + ")";

    private static final String PLACE = "(\\d{1,3}(?:\\.\\d{1,3})?)";

    /**
     * Followed by the end of the line, a mark or, with a capital, a new sentence: in "recommendation 4 of our report of
     * 2019" a sentence goes on, also where its line ends after the number.
     */
    private static final Pattern HEADING = Pattern.compile("(?m)^[ \\t]*(?:"
            + "(?:Recommendation|RECOMMENDATION)[ \\t]+" + PLACE
            + "(?:[ \\t]*[.:)\\u2013\\u2014-](?!\\d)[ \\t]*|[ \\t]+(?=[\\p{Lu}\\u2018\\u201C\"'\\u2026])|" + LINE_ENDS
            + ")"
            + "|Recommendation[ \\t]+(\\d{1,3}\\.\\d{1,3})[ \\t]+(?=\\p{Ll})(?!" + GOES_ON + ")"
            + "|recommendation[ \\t]+" + PLACE + "(?:[ \\t]*[:\\u2013\\u2014-](?!\\d)[ \\t]*|" + LINE_ENDS + "))");

    private static final Pattern NUMBER =
            Pattern.compile("(?m)^(?<!" + REFERS + "[ \\t]?\\n)([ \\t]*)(\\d{1,3})([.)])(?:[ \\t]+|$)");

    /** Without a repeated group: Java matches one by recursion, and a few thousand line ends would be its end. */
    private static final Pattern EMPTY_LINES = Pattern.compile("\\n[ \\t]*\\n[ \\t\\n]*");

    private static final Pattern TITLE = Pattern.compile("(?i)(?:(?:list|summary|table) of )?"
            + "(?:(?:the|our|all|full|key|main|national|local|inspection|report|hmicfrs|hmicfrs[\u2019']s?) ){0,3}"
            + "(?:recommendations?|areas? for improvement|causes? of concern)"
            + "(?: (?:for|and|to|in|made|from|of) .*)?[ \\t]*:?");

    /** A title says nothing of anybody. */
    private static final Pattern SENTENCE =
            Pattern.compile("(?i)[.;\\d]|\\b(?:should|must|recommend|needs?|will|is|are|was|were|has|have)\\b");

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
        return marks.isEmpty() ? withoutTitle(parts(EMPTY_LINES.split(text))) : atMarks(text, marks);
    }

    private static List<Mark> headings(String text) {
        return HEADING.matcher(text)
                .results()
                .map(found -> new Mark(found.start(), found.end(), placeIn(found), 0, '.', true))
                .toList();
    }

    /** None of a number of two levels. */
    private static int placeIn(MatchResult heading) {
        String number = Stream.of(heading.group(1), heading.group(2), heading.group(3))
                .filter(Objects::nonNull)
                .findFirst()
                .orElseThrow();
        return number.indexOf('.') < 0 ? Integer.parseInt(number) : 0;
    }

    private static List<Mark> numbers(String text) {
        List<Mark> numbers = NUMBER.matcher(text)
                .results()
                .map(found -> new Mark(
                        found.start(),
                        found.end(),
                        Integer.parseInt(found.group(2)),
                        indent(found.group(1)),
                        found.group(3).charAt(0),
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
                && !SENTENCE.matcher(text).find()
                && TITLE.matcher(text).matches();
    }
}
