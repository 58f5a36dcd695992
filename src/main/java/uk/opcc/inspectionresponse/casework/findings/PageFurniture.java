package uk.opcc.inspectionresponse.casework.findings;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Numbers of pages and running titles, which a PDF puts between the lines of a text. */
final class PageFurniture {

    private static final Pattern PAGE =
            Pattern.compile("(?i)[ \\t]*(?:page \\d{1,3}(?: of \\d{1,3})?|[\\u2013-] ?\\d{1,3} ?[\\u2013-])[ \\t]*");

    /** As in "12 | Vetting, misconduct and misogyny in the police service". */
    private static final Pattern NUMBERED_TITLE = Pattern.compile("[ \\t]*\\d{1,3}[ \\t]*\\|([^|]{3,100})");

    private static final Pattern NUMBER = Pattern.compile("[ \\t]*\\d{1,3}[ \\t]*");

    private static final Pattern SAYS_SOMETHING = Pattern.compile(
            "(?i).*(?:[.;:,]$|\\b(?:should|must|needs?|recommend\\w*|areas? for improvement|causes? of concern|immediate\\w*)\\b).*");

    private static final Pattern WORDS = Pattern.compile("[ \\t]*\\p{Lu}\\S*(?: \\S+){2,}[ \\t]*");

    private static final Pattern SENTENCE_ENDS = Pattern.compile("[.;:]\\s*$");

    private static final int LONGEST_TITLE = 120;
    private static final int PAGES = 3;

    /** A title that comes more often is none. */
    private static final int LINES_OF_A_PAGE = 8;

    private PageFurniture() {}

    /** The lines that are of the text. */
    static List<String> without(List<String> lines) {
        Map<String, Integer> times = new HashMap<>();
        lines.forEach(line -> times.merge(withoutNumber(line), 1, Integer::sum));
        List<String> kept = new ArrayList<>(lines.size());
        for (int at = 0; at < lines.size(); at++) {
            String line = lines.get(at);
            int same = times.get(withoutNumber(line));
            boolean runs = same >= PAGES
                    && isTitle(line)
                    && (same <= lines.size() / LINES_OF_A_PAGE || isBesideEndOfPage(lines, at));
            boolean isPage = line.length() <= LONGEST_TITLE
                    && (PAGE.matcher(line).matches()
                            || same > 1 && NUMBERED_TITLE.matcher(line).matches()
                            || NUMBER.matcher(line).matches() && isAlone(lines, at));
            if (!runs && !isPage) {
                kept.add(line);
            }
        }
        return kept;
    }

    /** A title that runs has another number on each page. */
    private static String withoutNumber(String line) {
        Matcher numbered = NUMBERED_TITLE.matcher(line);
        return line.length() <= LONGEST_TITLE && numbered.matches()
                ? "|" + numbered.group(1).strip()
                : line.strip();
    }

    /** Lines that come again and again within a text are of the text. */
    private static boolean isBesideEndOfPage(List<String> lines, int at) {
        return at > 0 && mayEndPage(lines.get(at - 1)) || at + 1 < lines.size() && mayEndPage(lines.get(at + 1));
    }

    private static boolean mayEndPage(String line) {
        return line.isBlank()
                || line.length() <= LONGEST_TITLE
                        && (PAGE.matcher(line).matches() || NUMBER.matcher(line).matches());
    }

    private static boolean isTitle(String line) {
        return line.length() <= LONGEST_TITLE
                && WORDS.matcher(line).matches()
                && !SAYS_SOMETHING.matcher(line.strip()).matches();
    }

    /** A number that was wrapped stands between the lines of its sentence. */
    private static boolean isAlone(List<String> lines, int at) {
        return at > 0
                        && (lines.get(at - 1).isBlank()
                                || SENTENCE_ENDS.matcher(lines.get(at - 1)).find())
                || at + 1 < lines.size() && lines.get(at + 1).isBlank()
                || at + 1 == lines.size();
    }
}
