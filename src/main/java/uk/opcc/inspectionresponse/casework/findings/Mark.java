package uk.opcc.inspectionresponse.casework.findings;

/**
 * What may begin a recommendation in the text of all of them.
 *
 * @param begin of the mark
 * @param end of the mark, where its text begins
 * @param number that is printed; 0 where it stays with the text
 * @param indent in spaces
 * @param sign after the number; of no meaning in a heading
 */
record Mark(int begin, int end, int number, int indent, char sign) {}
