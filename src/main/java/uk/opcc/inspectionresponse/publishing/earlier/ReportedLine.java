package uk.opcc.inspectionresponse.publishing.earlier;

import java.util.List;

/**
 * What became of a line of the CSV file, or would become of it.
 *
 * @param reference where it is, or will be, in the register; null where it is refused or was there before
 * @param words what is wrong, or what else there is to say
 */
record ReportedLine(int line, Outcome outcome, String title, String reference, List<String> words) {

    /** What becomes of a line. */
    enum Outcome {
        NEW,
        IMPORTED,
        THERE,
        REFUSED
    }
}
