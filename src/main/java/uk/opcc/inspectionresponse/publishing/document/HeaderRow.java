package uk.opcc.inspectionresponse.publishing.document;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Whether a person would take the first line of a table for its header row. */
final class HeaderRow {

    private static final int LONGEST = 60;

    private static final Pattern VALUE = Pattern.compile("[\\p{Sc}(+\u2212\u2013-]?\\d.*", Pattern.DOTALL);

    /** "2023", "2023/24", "12 months to March 2023". */
    private static final Pattern PERIOD = Pattern.compile(
            "(?:19|20)\\d\\d(?:\\s?[/\u2013-]\\s?\\d{2,4})?|\\d.{0,15}\\b(?:months?|years?|quarters?|weeks?)\\b.*");

    private static final Pattern DIGITS = Pattern.compile("\\d+");

    private HeaderRow() {}

    /** @param cells in rows of the same length, of which there are two or more */
    static boolean isFirstOf(List<List<String>> cells) {
        List<String> first = cells.get(0);
        long filled = first.stream().filter(cell -> !cell.isEmpty()).count();
        return 2 * filled >= first.size()
                && first.stream().allMatch(HeaderRow::mayBeHeader)
                && !first.get(0).endsWith(":")
                && !isLike(first.get(0), cells.get(1).get(0))
                && !comesAgain(cells);
    }

    private static boolean mayBeHeader(String cell) {
        return cell.length() <= LONGEST
                && (!VALUE.matcher(cell).matches() || PERIOD.matcher(cell).matches());
    }

    /** "Recommendation 4" and "Recommendation 6". */
    private static boolean isLike(String one, String other) {
        return DIGITS.matcher(one).find()
                && DIGITS.matcher(one)
                        .replaceAll("0")
                        .equals(DIGITS.matcher(other).replaceAll("0"));
    }

    /** A grade that others have too is the first area's own. */
    private static boolean comesAgain(List<List<String>> cells) {
        for (int column = 0; column < cells.get(0).size(); column++) {
            Set<String> below = new HashSet<>();
            for (List<String> row : cells.subList(1, cells.size())) {
                below.add(row.get(column).toLowerCase(Locale.ROOT));
            }
            below.remove("");
            if (below.contains(cells.get(0).get(column).toLowerCase(Locale.ROOT))) {
                return true;
            }
        }
        return false;
    }
}
