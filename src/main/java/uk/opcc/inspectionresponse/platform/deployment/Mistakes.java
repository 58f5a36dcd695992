package uk.opcc.inspectionresponse.platform.deployment;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import uk.opcc.inspectionresponse.platform.refusal.Shortened;

/** The mistakes that are found in the files of one deployment, in words; after many of them nobody reads on. */
final class Mistakes {

    private static final int MOST = 100;
    private static final int LONGEST_QUOTE = 120;

    private final Set<String> found = new LinkedHashSet<>();

    /** Adds one, with its file and line. */
    void add(DeployedFile file, int line, String reason) {
        if (found.size() < MOST) {
            found.add(file.mistake(line, reason));
        } else if (found.size() == MOST) {
            found.add("And there are more");
        }
    }

    /** Whether there are so many that nothing else is looked for: what cannot be read takes the longest to be read. */
    boolean areMany() {
        return found.size() > MOST;
    }

    List<String> all() {
        return List.copyOf(found);
    }

    /** Something of the files, in quotation marks. */
    static String quoted(String text) {
        return "\"" + Shortened.to(LONGEST_QUOTE, text.strip().replaceAll("\\s+", " ")) + "\"";
    }
}
