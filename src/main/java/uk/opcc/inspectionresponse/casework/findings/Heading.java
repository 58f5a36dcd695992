package uk.opcc.inspectionresponse.casework.findings;

import java.util.List;

/**
 * A line that says what stands below it.
 *
 * @param kind of what stands below; null where the line only says for whom or by when, or where a chapter begins
 * @param several whether several items may stand below
 * @param number of the one item, as it is printed; null where none is
 * @param to the keys of those whom it names
 * @param deadline the words by which it says by when; null where it does not
 * @param continued whether what stood above a page break goes on
 * @param chapter whether a chapter begins, in which items may follow, and no item goes on
 * @param rest of the line, where the text begins
 */
record Heading(
        Kind kind,
        boolean several,
        String number,
        List<String> to,
        String deadline,
        boolean continued,
        boolean chapter,
        String rest) {

    static Heading ofOne(Kind kind, String number, List<String> to, String rest) {
        return new Heading(kind, false, number, to, null, false, false, rest);
    }

    static Heading ofSeveral(Kind kind, List<String> to, String rest) {
        return new Heading(kind, true, null, to, null, false, false, rest);
    }

    static Heading goingOn(Kind kind, String number) {
        return new Heading(kind, number == null, number, List.of(), null, true, false, "");
    }

    static Heading title(List<String> to, String deadline) {
        return new Heading(null, true, null, to, deadline, false, false, "");
    }

    static Heading ofChapter() {
        return new Heading(null, true, null, List.of(), null, false, true, "");
    }
}
