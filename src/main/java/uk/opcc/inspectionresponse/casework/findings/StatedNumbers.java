package uk.opcc.inspectionresponse.casework.findings;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How many items a text says that there are. */
final class StatedNumbers {

    private static final List<String> NUMBERS = List.of(
            "one",
            "two",
            "three",
            "four",
            "five",
            "six",
            "seven",
            "eight",
            "nine",
            "ten",
            "eleven",
            "twelve",
            "thirteen",
            "fourteen",
            "fifteen",
            "sixteen",
            "seventeen",
            "eighteen",
            "nineteen",
            "twenty");

    /** A word boundary of Java looks back over all accents before it. */
    private static final String NO_WORD_BEFORE = "(?<![\\p{L}\\p{N}])";

    private static final String NUMBER = "(\\d{1,2}|" + String.join("|", NUMBERS) + ")";

    private static final Pattern STATED = Pattern.compile(NO_WORD_BEFORE + "(?i)" + NUMBER
            + " (?:new |further |formal )?(recommendations|areas? for improvement|AFIs|causes? of concern)\\b");

    private static final Pattern OF_WHICH = Pattern.compile(NO_WORD_BEFORE + "(?i)" + NUMBER
            + " (?:of which |of them |of these )?" + "(?:are|were|is) (?:for|to|addressed to|directed at)\\b");

    private StatedNumbers() {}

    /** Of each kind of which fewer were found than the text says. */
    static List<String> doubts(String text, List<Part> parts) {
        List<String> doubts = new ArrayList<>();
        Set<Integer> some = new HashSet<>();
        Matcher ofWhich = OF_WHICH.matcher(text);
        while (ofWhich.find()) {
            some.add(number(ofWhich.group(1)));
        }
        for (Kind kind : Kind.values()) {
            int found = (int) parts.stream().filter(part -> part.kind() == kind).count();
            int stated = 0;
            Matcher matcher = STATED.matcher(text);
            while (matcher.find()) {
                if (isOf(kind, matcher.group(2))) {
                    stated = Math.max(stated, number(matcher.group(1)));
                }
            }
            if (stated > found && !some.contains(found)) {
                doubts.add(Doubt.fewer(stated, found, kind));
            }
        }
        return List.copyOf(doubts);
    }

    private static boolean isOf(Kind kind, String words) {
        char first = Character.toLowerCase(words.charAt(0));
        return switch (kind) {
            case RECOMMENDATION -> first == 'r';
            case AREA_FOR_IMPROVEMENT -> first == 'a';
            case CAUSE_OF_CONCERN -> first == 'c';
        };
    }

    private static int number(String printed) {
        int place = NUMBERS.indexOf(printed.toLowerCase(Locale.UK));
        return place < 0 ? Integer.parseInt(printed) : place + 1;
    }
}
