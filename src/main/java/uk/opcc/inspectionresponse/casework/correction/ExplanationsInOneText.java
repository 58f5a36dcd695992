package uk.opcc.inspectionresponse.casework.correction;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import uk.opcc.inspectionresponse.process.ProcessVariables.Explanation;

/**
 * All explanations of a response in one text that a person edits, each under a line such as {@code === Recommendation 2
 * ===}. Recommendations are the inspectors' words, and are not in it.
 */
public final class ExplanationsInOneText {

    private static final Pattern HEADING =
            Pattern.compile("^=== Recommendation (\\d{1,6}) ===[ \\t]*$", Pattern.MULTILINE);

    private ExplanationsInOneText() {}

    static String of(List<Explanation> explanations) {
        return explanations.stream()
                .map(explanation -> "=== Recommendation " + explanation.number() + " ===\n" + explanation.text())
                .collect(Collectors.joining("\n\n"));
    }

    /**
     * The explanations with the texts as they were edited; one that was not touched stays as it is to the character.
     *
     * @return nothing if the lines are not those of the recommendations, in their order, each with a text: section
     *     55(5B)
     */
    public static Optional<List<Explanation>> read(String edited, List<Explanation> before) {
        String text = edited == null ? "" : edited.replace("\r\n", "\n");
        Matcher heading = HEADING.matcher(text);
        List<Explanation> read = new ArrayList<>();
        int end = 0;
        while (heading.find()) {
            if (!isWritten(read, text.substring(end, heading.start()))) {
                return Optional.empty();
            }
            if (read.size() == before.size()
                    || before.get(read.size()).number() != Integer.parseInt(heading.group(1))) {
                return Optional.empty();
            }
            read.add(before.get(read.size()));
            end = heading.end();
        }
        return isWritten(read, text.substring(end)) && read.size() == before.size()
                ? Optional.of(List.copyOf(read))
                : Optional.empty();
    }

    /** Gives the last of them its text; before the first heading there must be none. */
    private static boolean isWritten(List<Explanation> read, String section) {
        if (read.isEmpty()) {
            return section.isBlank();
        }
        Explanation last = read.get(read.size() - 1);
        if (!section.strip().equals(last.text().replace("\r\n", "\n").strip())) {
            read.set(
                    read.size() - 1,
                    new Explanation(last.number(), last.recommendation(), last.kind(), section.strip(), null));
        }
        return !section.isBlank();
    }
}
