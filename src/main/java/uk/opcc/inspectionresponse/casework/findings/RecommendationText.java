package uk.opcc.inspectionresponse.casework.findings;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The recommendations as they were pasted from the report, in one text.
 *
 * <p>They are told apart by the first of these that the text has: lines of three or more hyphens; lines that begin with
 * "Recommendation 1" and so on; lines that begin with "1." or "1)", "2." and so on in order; empty lines.
 *
 * @param pasted may have any number of lines, with any line ends
 */
record RecommendationText(String pasted) {

    private static final Pattern RULE = Pattern.compile("(?m)^[ \\t]*-{3,}[ \\t]*$");
    private static final Pattern HEADING =
            Pattern.compile("(?mi)^[ \\t]*recommendation[ \\t]+(\\d{1,3})\\b[ \\t]*[.:)–-]?[ \\t]*");
    private static final Pattern NUMBER = Pattern.compile("(?m)^[ \\t]*(\\d{1,3})[.)][ \\t]+");

    /** Without a repeated group: Java matches one by recursion, and a few thousand line ends would be its end. */
    private static final Pattern EMPTY_LINES = Pattern.compile("\\n[ \\t]*\\n[ \\t\\n]*");

    /** The single recommendations in the order of the text, without the number where it only repeats the order. */
    List<String> split() {
        String text = pasted.replace("\r\n", "\n").replace('\r', '\n');
        if (RULE.matcher(text).find()) {
            return parts(RULE.split(text));
        }
        if (HEADING.matcher(text).find()) {
            return atMarks(text, HEADING, false);
        }
        if (NUMBER.matcher(text).find()) {
            return atMarks(text, NUMBER, true);
        }
        return parts(EMPTY_LINES.split(text));
    }

    private static List<String> atMarks(String text, Pattern mark, boolean inOrderOnly) {
        List<String> parts = new ArrayList<>();
        int begin = 0;
        int next = 1;
        Matcher marks = mark.matcher(text);
        while (marks.find()) {
            if (inOrderOnly && Integer.parseInt(marks.group(1)) != next) {
                continue;
            }
            next++;
            parts.add(text.substring(begin, marks.start()));
            begin = marks.start();
        }
        parts.add(text.substring(begin));
        List<String> kept = parts(parts.toArray(String[]::new));
        List<String> numbered = new ArrayList<>();
        for (int i = 0; i < kept.size(); i++) {
            numbered.add(withoutNumber(kept.get(i), mark, i + 1));
        }
        return numbered;
    }

    private static String withoutNumber(String part, Pattern mark, int number) {
        Matcher matcher = mark.matcher(part);
        if (matcher.lookingAt() && Integer.parseInt(matcher.group(1)) == number) {
            String rest = part.substring(matcher.end()).strip();
            return rest.isEmpty() ? part : rest;
        }
        return part;
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
}
