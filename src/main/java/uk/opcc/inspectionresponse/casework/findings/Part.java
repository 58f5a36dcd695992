package uk.opcc.inspectionresponse.casework.findings;

import java.util.ArrayList;
import java.util.List;

/**
 * An item as the text has it, before it is known to whom it is addressed and by when.
 *
 * @param number as it is printed; null where none is
 * @param toAbove the keys of those whom a title above it names
 * @param deadlineAbove the words of a title above it; null where none says by when
 * @param ofCause whether it belongs to the last cause of concern before it
 */
record Part(
        Kind kind,
        String number,
        String text,
        List<String> toAbove,
        String deadlineAbove,
        boolean ofCause,
        List<String> doubts) {

    static Part of(Kind kind, String number, String text) {
        return new Part(kind, number, text, List.of(), null, false, List.of());
    }

    Part withText(String other) {
        return new Part(kind, number, other, toAbove, deadlineAbove, ofCause, doubts);
    }

    Part withNumber(String other) {
        return new Part(kind, other, text, toAbove, deadlineAbove, ofCause, doubts);
    }

    Part below(List<String> to, String deadline) {
        return new Part(kind, number, text, to, deadline, ofCause, doubts);
    }

    Part ofCause(boolean belongs) {
        return new Part(kind, number, text, toAbove, deadlineAbove, belongs, doubts);
    }

    Part doubted(String doubt) {
        if (doubts.contains(doubt)) {
            return this;
        }
        List<String> more = new ArrayList<>(doubts);
        more.add(doubt);
        return new Part(kind, number, text, toAbove, deadlineAbove, ofCause, List.copyOf(more));
    }

    /** The same with more text below. */
    Part and(String more) {
        return withText(text + "\n" + more);
    }
}
