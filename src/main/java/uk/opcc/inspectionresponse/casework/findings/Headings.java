package uk.opcc.inspectionresponse.casework.findings;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Tells the lines that are headings from those that merely speak of a recommendation. */
final class Headings {

    /** At the end of a line they refer to a number in the next one, which begins nothing. */
    static final String REFERS = "\\b(?:chapter|section|paragraph|page|recommendation|table|figure|annex|appendix|part"
            + "|level|phase|stage|tier|category|article|schedule)";

    private static final String GOES_ON =
            "(?:of|and|or|from|is|was|were|are|has|had|which|that|made|in|to|on|for|by|above|below)\\b";

    /** "Within" and "to" begin many a recommendation below its heading. */
    private static final Pattern SENTENCE_GOES_ON = Pattern.compile("^[ \\t]*(?!to|on|in|for|by)" + GOES_ON);

    private static final String RECOMMENDATION = "(?:[Rr]ecommendation|RECOMMENDATION|Rec\\b\\.?)";
    private static final String AREA = "(?:[Aa]rea for [Ii]mprovement|AREA FOR IMPROVEMENT|AFI)";
    private static final String CAUSE = "(?:(?:Accelerated )?[Cc]ause of [Cc]oncern|(?:ACCELERATED )?CAUSE OF CONCERN)";

    private static final String NUMBER = "(R?\\d{1,3}(?:\\.\\d{1,3})?[a-z]?|(?i:one|two|three|four|five|six|seven|eight"
            + "|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty))";

    private static final Pattern NUMBERED = Pattern.compile("^[ \\t]*(?:(?<rec>" + RECOMMENDATION + ")|(?<area>" + AREA
            + ")|(?<cause>" + CAUSE + "))[ \\t]*+(?:[Nn]o\\.?[ \\t]+|[Nn]umber[ \\t]+)?" + NUMBER + "(?!\\w)(.*)$");

    private static final Pattern SHORT_NUMBER = Pattern.compile(
            "^[ \\t]*R\\.? ?(\\d{1,3}(?:\\.\\d{1,3})?)(?:[.:)][ \\t]+|[ \\t]+(?=\\p{Lu})|[.:)]?[ \\t]*$)(.*)$");

    private static final Pattern UNNUMBERED =
            Pattern.compile("^[ \\t]*(?:(?<rec>Recommendation|RECOMMENDATION)|(?<area>Area for"
                    + " [Ii]mprovement|AREA FOR IMPROVEMENT|AFI)|(?<cause>(?:Accelerated )?Cause of [Cc]oncern|CAUSE OF CONCERN))"
                    + "[ \\t]*(?:[:\\u2013\\u2014][ \\t]*(.*))?$");

    private static final Pattern SEVERAL =
            Pattern.compile("^[ \\t]*(?:(?<rec>Recommendations|RECOMMENDATIONS)|(?<area>Areas for"
                    + " [Ii]mprovement|AREAS FOR IMPROVEMENT|AFIs)|(?<cause>Causes of [Cc]oncern|CAUSES OF CONCERN))"
                    + "[ \\t]*[:\\u2013\\u2014][ \\t]*(.*)$");

    private static final Pattern TITLE = Pattern.compile("(?i)(?:(?:list|summary|table) of )?"
            + "(?:(?:the|our|all|full|key|main|national|local|inspection|report|further|new|other|hmicfrs|hmicfrs[\u2019']s?) ){0,3}"
            + "(recommendations?|areas? for improvement|causes? of concern)"
            + "(?: (?:for|and|to|in|made|from|of) .*)?[ \\t]*:?");

    /** A title says nothing of anybody. */
    private static final Pattern SENTENCE =
            Pattern.compile("(?i)[.;\\d]|\\b(?:should|must|recommend|needs?|will|is|are|was|were|has|have|made by)\\b");

    private static final int AS_FAR_AS_A_HEADING = 200;
    private static final int LONGEST_TITLE = 80;

    private static final Pattern CONTINUED =
            Pattern.compile("(?i)[ \\t]*[(\\u2013\\u2014:-]?[ \\t]*(?:continued|cont[\u2019']?d|cont)\\.?\\)?[ \\t]*");

    private static final Pattern IN_BRACKETS =
            Pattern.compile("^[ \\t]*[(\\[]([^()\\[\\]]{1,100})[)\\]][ \\t]*[:.\\u2013-]?[ \\t]*(.*)$");
    private static final Pattern FOR =
            Pattern.compile("^[ \\t]*[,\\u2013\\u2014:-]?[ \\t]*((?:for|to|addressed to|For|To)[ \\t].{1,100})$");
    private static final Pattern AFTER_SIGN = Pattern.compile("^[ \\t]*[.:)\\u2013\\u2014-](?!\\d)[ \\t]*(.*)$");
    private static final Pattern AFTER_CLEAR_SIGN = Pattern.compile("^[ \\t]*[:\\u2013\\u2014-](?!\\d)[ \\t]*(.*)$");
    private static final Pattern SENTENCE_BEGINS = Pattern.compile("^[ \\t]+([\\p{Lu}\\u2018\\u201C\"'\\u2026].*)$");
    private static final Pattern SMALL_LETTERS = Pattern.compile("^[ \\t]+(?!" + GOES_ON + ")(\\p{Ll}.*)$");

    private static final Pattern GRADE =
            Pattern.compile("[ \\t]*(?:Outstanding|Good|Adequate|Requires improvement|Inadequate)[ \\t]*");

    private static final Pattern JUDGMENT = Pattern.compile(
            "[ \\t]*\\p{Lu}.{2,80} (?:requires improvement|is (?:good|adequate|inadequate|outstanding)) (?:at|in) .{3,160}\\.[ \\t]*");

    private static final Pattern CHAPTER =
            Pattern.compile("[ \\t]*(?:Main findings|Innovative practice|Promising practice"
                    + "|Positive practice|Notable positive practice|In this section, we set out .{1,200})[ \\t]*");

    private static final Map<String, Kind> KINDS =
            Map.of("rec", Kind.RECOMMENDATION, "area", Kind.AREA_FOR_IMPROVEMENT, "cause", Kind.CAUSE_OF_CONCERN);

    private final NamedBodies bodies;

    Headings(NamedBodies bodies) {
        this.bodies = bodies;
    }

    /** The heading that a line is, if it is one. */
    Optional<Heading> at(List<String> lines, int place) {
        String line = lines.get(place);
        if (line.isBlank()) {
            return Optional.empty();
        }
        if (!maySpeakOfItems(line)) {
            return chapter(line);
        }
        String next = place + 1 < lines.size() ? lines.get(place + 1) : "";
        return numbered(line, next)
                .or(() -> shortNumber(line))
                .or(() -> unnumbered(line))
                .or(() -> several(line))
                .or(() -> chapter(line));
    }

    /** Most lines do not, and are not looked at any closer. */
    private static boolean maySpeakOfItems(String line) {
        String begin =
                line.substring(0, Math.min(line.length(), AS_FAR_AS_A_HEADING)).toLowerCase(Locale.UK);
        return begin.contains("recommendation")
                || begin.contains("improvement")
                || begin.contains("concern")
                || begin.contains("afi")
                || begin.strip().startsWith("r");
    }

    /** One that says for whom or by when, which is one only where it stands alone. */
    Optional<Heading> title(String line) {
        if (Deadline.isTitle(line)) {
            return Optional.of(Heading.title(List.of(), line.strip().replaceAll("[:.\\s]+$", "")));
        }
        List<String> to = bodies.inTitle(line);
        return to.isEmpty() ? Optional.empty() : Optional.of(Heading.title(to, null));
    }

    private Optional<Heading> numbered(String line, String next) {
        Matcher found = NUMBERED.matcher(line);
        if (!found.find()) {
            return Optional.empty();
        }
        Kind kind = kind(found);
        String number = found.group(4);
        String rest = found.group(5);
        boolean hasCapital = Character.isUpperCase(line.strip().codePointAt(0));
        boolean isWord = Character.isLetter(number.codePointAt(0)) && number.charAt(0) != 'R';
        if (CONTINUED.matcher(rest).matches()) {
            return Optional.of(Heading.goingOn(kind, number));
        }
        Optional<Heading> named = named(kind, number, rest);
        if (named.isPresent()) {
            return named;
        }
        if (rest.isBlank()) {
            return SENTENCE_GOES_ON.matcher(next).find()
                    ? Optional.empty()
                    : Optional.of(Heading.ofOne(kind, number, List.of(), ""));
        }
        return rest(rest, hasCapital, isWord, number.indexOf('.') > 0)
                .map(text -> Heading.ofOne(kind, number, List.of(), text));
    }

    private Optional<Heading> named(Kind kind, String number, String rest) {
        Matcher brackets = IN_BRACKETS.matcher(rest);
        if (brackets.find()) {
            if (CONTINUED.matcher(brackets.group(1)).matches()) {
                return Optional.of(Heading.goingOn(kind, number));
            }
            List<String> to = bodies.in(brackets.group(1)).stream()
                    .map(NamedBodies.Named::key)
                    .distinct()
                    .toList();
            String text = brackets.group(2);
            if (!to.isEmpty() && (text.isEmpty() || !Character.isLowerCase(text.codePointAt(0)))) {
                return Optional.of(Heading.ofOne(kind, number, to, text));
            }
        }
        Matcher whom = FOR.matcher(rest);
        if (whom.find()) {
            List<String> to = bodies.inTitle("F" + whom.group(1).substring(1));
            List<String> known = to.isEmpty() ? bodies.inTitle(capital(whom.group(1))) : to;
            if (!known.isEmpty()) {
                return Optional.of(Heading.ofOne(kind, number, known, ""));
            }
        }
        return Optional.empty();
    }

    private static String capital(String words) {
        return words.substring(0, 1).toUpperCase(Locale.UK) + words.substring(1);
    }

    /** The text after the number; nothing where a sentence goes on. */
    private static Optional<String> rest(String rest, boolean hasCapital, boolean isWord, boolean twoLevels) {
        Matcher sign = (hasCapital && !isWord ? AFTER_SIGN : AFTER_CLEAR_SIGN).matcher(rest);
        if (sign.find()) {
            return Optional.of(sign.group(1));
        }
        if (!hasCapital || isWord) {
            return Optional.empty();
        }
        Matcher sentence = SENTENCE_BEGINS.matcher(rest);
        if (sentence.find()) {
            return Optional.of(sentence.group(1));
        }
        Matcher small = SMALL_LETTERS.matcher(rest);
        return twoLevels && small.find() ? Optional.of(small.group(1)) : Optional.empty();
    }

    private static Optional<Heading> shortNumber(String line) {
        Matcher found = SHORT_NUMBER.matcher(line);
        return found.find()
                ? Optional.of(Heading.ofOne(Kind.RECOMMENDATION, "R" + found.group(1), List.of(), found.group(2)))
                : Optional.empty();
    }

    private Optional<Heading> unnumbered(String line) {
        Matcher found = UNNUMBERED.matcher(line);
        if (!found.find()) {
            return continued(line);
        }
        Kind kind = kind(found);
        String rest = found.group(4) == null ? "" : found.group(4);
        List<String> to = bodies.inTitle(rest);
        return Optional.of(to.isEmpty() ? Heading.ofOne(kind, null, List.of(), rest) : Heading.ofSeveral(kind, to, ""));
    }

    private static Optional<Heading> continued(String line) {
        Matcher found = TITLE.matcher(line.strip());
        if (found.lookingAt() && !found.group(1).isEmpty()) {
            String rest = line.strip().substring(found.end(1));
            if (CONTINUED.matcher(rest).matches()) {
                return Optional.of(Heading.goingOn(kindOf(found.group(1)), null));
            }
        }
        return Optional.empty();
    }

    private Optional<Heading> several(String line) {
        String title = line.strip();
        Matcher found = TITLE.matcher(title);
        if (title.length() <= LONGEST_TITLE
                && Character.isUpperCase(title.codePointAt(0))
                && !SENTENCE.matcher(title).find()
                && found.matches()) {
            List<String> to = bodies.in(title).stream()
                    .map(NamedBodies.Named::key)
                    .distinct()
                    .toList();
            return Optional.of(Heading.ofSeveral(kindOf(found.group(1)), to, ""));
        }
        Matcher open = SEVERAL.matcher(line);
        if (open.find()) {
            List<String> to = bodies.inTitle(open.group(4));
            return Optional.of(Heading.ofSeveral(kind(open), to, to.isEmpty() ? open.group(4) : ""));
        }
        return Optional.empty();
    }

    private static Optional<Heading> chapter(String line) {
        return line.length() <= 300
                        && (GRADE.matcher(line).matches()
                                || CHAPTER.matcher(line).matches()
                                || JUDGMENT.matcher(line).matches())
                ? Optional.of(Heading.ofChapter())
                : Optional.empty();
    }

    private static Kind kind(Matcher found) {
        return KINDS.entrySet().stream()
                .filter(one -> found.group(one.getKey()) != null)
                .map(Map.Entry::getValue)
                .findFirst()
                .orElseThrow();
    }

    private static Kind kindOf(String word) {
        return switch (Character.toLowerCase(word.charAt(0))) {
            case 'a' -> Kind.AREA_FOR_IMPROVEMENT;
            case 'c' -> Kind.CAUSE_OF_CONCERN;
            default -> Kind.RECOMMENDATION;
        };
    }
}
