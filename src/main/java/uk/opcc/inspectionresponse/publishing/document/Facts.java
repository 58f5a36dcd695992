package uk.opcc.inspectionresponse.publishing.document;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import uk.opcc.inspectionresponse.statutory.WrittenDate;

/** What is known of an action in a word each: its status, who owns it, by when. */
final class Facts {

    private static final Map<String, String> STATUSES = Map.of(
            "complete", "complete",
            "in-progress", "in progress",
            "not-accepted", "not accepted",
            "not-applicable", "not applicable");

    private Facts() {}

    /** A line for each that is there; none for null. */
    static List<String> of(String status, String owner, LocalDate targetDate) {
        List<String> lines = new ArrayList<>();
        if (isThere(status)) {
            lines.add("Status: " + STATUSES.getOrDefault(status, status));
        }
        if (isThere(owner)) {
            lines.add("Owner: " + owner.strip());
        }
        if (targetDate != null) {
            lines.add("Target date: " + WrittenDate.of(targetDate));
        }
        return List.copyOf(lines);
    }

    private static boolean isThere(String text) {
        return text != null && !text.isBlank();
    }
}
