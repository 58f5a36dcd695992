package uk.opcc.inspectionresponse.casework.findings;

/**
 * What may begin a recommendation in the text of all of them.
 *
 * @param begin of the mark
 * @param end of the mark, where its text begins
 * @param number that is printed; 0 where it stays with the text
 * @param indent in spaces
 * @param sign after the number; of no meaning in a heading
 * @param afterEmptyLine or at the beginning of the text: no sentence was wrapped there
 */
record Mark(int begin, int end, int number, int indent, char sign, boolean afterEmptyLine) {

    static boolean isAfterEmptyLine(String text, int begin) {
        int lineEnds = 0;
        int at = begin - 1;
        while (at >= 0 && Character.isWhitespace(text.charAt(at))) {
            lineEnds += text.charAt(at) == '\n' ? 1 : 0;
            at--;
        }
        return at < 0 || lineEnds > 1;
    }
}
