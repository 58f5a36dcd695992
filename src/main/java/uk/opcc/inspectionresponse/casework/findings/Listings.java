package uk.opcc.inspectionresponse.casework.findings;

import java.util.Arrays;
import java.util.List;

/** Where what should be done begins in a text that begins with something else. */
final class Listings {

    private Listings() {}

    /** Whether it holds a list of which each line is an item. */
    static boolean haveSeveral(String text, NamedBodies bodies) {
        List<Block> blocks = Block.in(Arrays.asList(text.split("\n", -1)), bodies);
        for (int at = 0; at + 1 < blocks.size(); at++) {
            if (!blocks.get(at).isBullet()
                    && blocks.get(at + 1).isBullet()
                    && Lead.of(blocks.get(at).text(), bodies) == Lead.OF_SEVERAL) {
                return true;
            }
        }
        return false;
    }

    /** The first line, below the first sentence, in which a recommendation begins; the end where there is none. */
    static int firstDuty(List<String> lines, NamedBodies bodies) {
        boolean hasText = false;
        for (int at = 0; at < lines.size(); at++) {
            String line = lines.get(at);
            String before = at == 0 ? "" : lines.get(at - 1).strip();
            boolean mayBegin = before.isEmpty() || before.endsWith(".") || before.endsWith(":");
            String words = line + " " + (at + 1 < lines.size() ? lines.get(at + 1) : "");
            if (hasText && mayBegin && !line.isBlank() && isRecommended(words) && Duty.begins(words, bodies)) {
                return at;
            }
            hasText |= !line.isBlank();
        }
        return lines.size();
    }

    /** A cause of concern itself says what a force needs to do. */
    private static boolean isRecommended(String words) {
        return Duty.in(words).stream()
                .findFirst()
                .filter(duty -> duty.recommended()
                        || !duty.sentence().substring(duty.subject().length()).startsWith("need"))
                .isPresent();
    }
}
