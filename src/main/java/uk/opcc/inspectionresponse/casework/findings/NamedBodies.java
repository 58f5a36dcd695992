package uk.opcc.inspectionresponse.casework.findings;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import uk.opcc.inspectionresponse.platform.office.Addressees;

/** Finds in a text the bodies that the office has configured, by the words for each. */
final class NamedBodies {

    /** "The National Police Chiefs' Council" is no force that is called The National Police. */
    private static final String PROPER_NAME =
            "(?!(?:The|Both|All|Each|By|We|In|For|To|Within|Following|Working|With|And|Recommendations?)\\b)"
                    + "\\p{Lu}[\\p{L}\\u2019'-]{1,30}(?: (?:and |of )?\\p{Lu}[\\p{L}\\u2019'-]{1,30}){0,3}";

    private static final String NO_LONGER_NAME =
            "(?! (?:and Crime|Chiefs|Federation|Superintendents|Act|National|Digital|ICT|Code|Regulations)\\b)";

    private static final Pattern OF_ANOTHER =
            Pattern.compile("(?i)\\b(?:of|for|from|in|by|at|within|across|to) (?:the |all |their |its |other )?$");

    private static final Pattern GOES_ON =
            Pattern.compile("(?i)(?:[ ,/&]|\\b(?:and|or|the|all|each|other|both|as well as)\\b)*+");

    private static final Pattern BEFORE_TITLE =
            Pattern.compile("(?i)^(?:recommendations?\\s+)?(?:(?:for|to|made to|addressed to)\\s+)?");

    private static final int LONGEST_TITLE = 120;

    private final Pattern pattern;
    private final List<String> keys;

    NamedBodies(Addressees addressees) {
        List<Words> words = addressees.all().stream()
                .flatMap(body -> body.words().stream().map(one -> new Words(body.key(), one)))
                .sorted(Comparator.comparing(Words::isProperName)
                        .thenComparing(one -> -one.words().length()))
                .toList();
        keys = words.stream().map(Words::key).toList();
        pattern = Pattern.compile(words.stream()
                .map(one -> "(" + one.expression() + ")")
                .collect(Collectors.joining("|", "(?<![\\p{L}\\p{N}])(?:", ")(?![\\p{L}\\p{N}])")));
    }

    private record Words(String key, String words) {

        private boolean isProperName() {
            return words.startsWith("*");
        }

        private String expression() {
            return isProperName()
                    ? PROPER_NAME + quoted(words.substring(1)) + "(?![\\p{L}])" + NO_LONGER_NAME
                    : "(?i:" + quoted(words) + ")";
        }

        private static String quoted(String words) {
            return words.replaceAll("[^\\p{L}\\p{N} \\u2019']", "\\\\$0").replaceAll("[\u2019']", "[\u2019']");
        }
    }

    /** A body at a place of a text. */
    record Named(String key, int begin, int end) {}

    List<Named> in(String text) {
        List<Named> found = new ArrayList<>();
        Matcher matcher = pattern.matcher(text);
        while (matcher.find()) {
            found.add(new Named(keyOf(matcher), matcher.start(), matcher.end()));
        }
        return found;
    }

    private String keyOf(Matcher matcher) {
        int group = 1;
        while (matcher.start(group) < 0) {
            group++;
        }
        return keys.get(group - 1);
    }

    boolean areIn(String text) {
        return pattern.matcher(text).find();
    }

    /** Those of whom a subject speaks, and not those of whom it says something: "chief constables of police forces". */
    List<String> ofSubject(String subject) {
        LinkedHashSet<String> found = new LinkedHashSet<>();
        for (Named one : in(subject)) {
            if (found.isEmpty()
                    || !OF_ANOTHER
                            .matcher(subject.substring(Math.max(0, one.begin() - 20), one.begin()))
                            .find()) {
                found.add(one.key());
            }
        }
        return List.copyOf(found);
    }

    /** The first and those that are joined to it: the text goes on after them with what they should do. */
    List<String> atBegin(String text) {
        LinkedHashSet<String> found = new LinkedHashSet<>();
        int end = -1;
        for (Named one : in(text)) {
            if (end >= 0 && !GOES_ON.matcher(text.substring(end, one.begin())).matches()) {
                break;
            }
            found.add(one.key());
            end = one.end();
        }
        return List.copyOf(found);
    }

    /** Those whom a title names that has no other words; none where it is no such title. */
    List<String> inTitle(String line) {
        String title = line.strip();
        if (title.isEmpty()
                || title.length() > LONGEST_TITLE
                || !Character.isUpperCase(title.codePointAt(0))
                || title.endsWith(".")
                || title.endsWith(",")) {
            return List.of();
        }
        String names = BEFORE_TITLE.matcher(title).replaceFirst("").replaceAll("[:.\\s]+$", "");
        List<Named> found = in(names);
        int at = 0;
        for (Named one : found) {
            if (!GOES_ON.matcher(names.substring(at, one.begin())).matches()) {
                return List.of();
            }
            at = one.end();
        }
        return at < names.length()
                ? List.of()
                : found.stream().map(Named::key).distinct().toList();
    }

    /** The text without their names. */
    String removedFrom(String text) {
        return pattern.matcher(text).replaceAll(" ");
    }
}
