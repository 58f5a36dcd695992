package uk.opcc.inspectionresponse.casework.correction;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import uk.opcc.inspectionresponse.process.ProcessVariables.Explanation;

/**
 * All explanations of a response in one text that a person edits, each under a line such as {@code === Recommendation 2
 * ===}. Recommendations are the inspectors' words, and are not in it.
 */
public final class ExplanationsInOneText {

    private static final Pattern LINE = Pattern.compile("^=== (.{1,2000}) ===[ \\t]*$", Pattern.MULTILINE);

    private static final Pattern NUMBERED = Pattern.compile("Recommendation \\d{1,6}");

    private ExplanationsInOneText() {}

    static String of(List<Explanation> explanations) {
        return shared(explanations).stream()
                .map(group -> line(group) + "\n" + group.get(0).text())
                .collect(Collectors.joining("\n\n"));
    }

    /** The line above an explanation. */
    static String line(List<Explanation> group) {
        return "=== " + heading(group) + " ===";
    }

    private static String heading(List<Explanation> group) {
        return group.stream().map(Explanation::label).collect(Collectors.joining("; "));
    }

    /** Those that share an explanation together, which stands in the text once. */
    static List<List<Explanation>> shared(List<Explanation> explanations) {
        Set<Integer> numbers = explanations.stream().map(Explanation::number).collect(Collectors.toSet());
        Map<Integer, List<Explanation>> groups = new LinkedHashMap<>();
        for (Explanation explanation : explanations) {
            Integer first = Optional.ofNullable(explanation.sameAs())
                    .filter(numbers::contains)
                    .orElse(explanation.number());
            groups.computeIfAbsent(first, number -> new ArrayList<>()).add(explanation);
        }
        return List.copyOf(groups.values());
    }

    /**
     * The explanations with the texts as they were edited; one that was not touched stays as it is to the character.
     *
     * @return nothing if the lines are not those of the recommendations, in their order, each with a text: section
     *     55(5B)
     */
    public static Optional<List<Explanation>> read(String edited, List<Explanation> before) {
        String text = edited == null ? "" : edited.replace("\r\n", "\n");
        List<List<Explanation>> groups = shared(before);
        Set<String> headings =
                groups.stream().map(ExplanationsInOneText::heading).collect(Collectors.toSet());
        Matcher line = LINE.matcher(text);
        List<Explanation> read = new ArrayList<>();
        int at = 0;
        int end = 0;
        while (line.find()) {
            String heading = line.group(1);
            if (!headings.contains(heading) && !NUMBERED.matcher(heading).matches()) {
                continue;
            }
            if (!isWritten(read, groups, at, text.substring(end, line.start()))
                    || at == groups.size()
                    || !heading(groups.get(at)).equals(heading)) {
                return Optional.empty();
            }
            at++;
            end = line.end();
        }
        if (!isWritten(read, groups, at, text.substring(end)) || at != groups.size()) {
            return Optional.empty();
        }
        read.sort(Comparator.comparingInt(Explanation::number));
        return Optional.of(List.copyOf(read));
    }

    /** Gives those of the last line their text; before the first line there must be none. */
    private static boolean isWritten(
            List<Explanation> read, List<List<Explanation>> groups, int lines, String section) {
        if (lines == 0) {
            return section.isBlank();
        }
        for (Explanation explanation : groups.get(lines - 1)) {
            boolean isUntouched = section.strip()
                    .equals(explanation.text().replace("\r\n", "\n").strip());
            read.add(isUntouched ? explanation : explanation.with(section.strip()));
        }
        return !section.isBlank();
    }
}
