package uk.opcc.inspectionresponse.publishing.earlier;

import java.time.Instant;
import java.util.List;

/**
 * Responses that were checked at a time, and what became of them.
 *
 * @param source the name of the file or the folder that was checked
 * @param checkedBy user name
 * @param decidedBy user name of whoever imported or discarded them; null before
 * @param endedAt null before
 * @param planned how many were to be imported when they were checked
 * @param unnamed the files that no line names
 * @param problem why it does not go on at the moment; null where it does
 */
record EarlierImport(
        String id,
        String source,
        State state,
        String checkedBy,
        Instant checkedAt,
        String decidedBy,
        Instant decidedAt,
        Instant endedAt,
        int planned,
        List<String> unnamed,
        String problem) {

    /** How far it is. */
    enum State {
        CHECKED,
        IMPORTING,
        DONE,
        DISCARDED
    }
}
