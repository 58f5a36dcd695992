package uk.opcc.inspectionresponse.platform.search;

import java.nio.charset.StandardCharsets;
import org.springframework.web.util.UriUtils;

/**
 * Which page of the list it is.
 *
 * @param query what was searched for; empty for all
 * @param number from 1
 * @param last the number of the last page, 1 or more
 * @param total how many there are on all pages
 */
public record Paging(String query, int number, int last, int total) {

    /** How many stand on a page. */
    public static final int SIZE = 25;

    /** The page with the number that was asked for, or the nearest one that there is. */
    public static Paging of(String query, String asked, int total) {
        int last = Math.max(1, (total + SIZE - 1) / SIZE);
        return new Paging(query, number(asked, last), last, total);
    }

    /** Everything on one page. */
    public static Paging none(int total) {
        return new Paging("", 1, 1, total);
    }

    private static int number(String asked, int last) {
        if (!asked.matches("0*[0-9]{1,9}")) {
            return asked.matches("[0-9]+") ? last : 1;
        }
        return Math.min(Math.max(Integer.parseInt(asked), 1), last);
    }

    /** How many stand on the pages before. */
    public int skipped() {
        return (number - 1) * SIZE;
    }

    /** What stands behind the address of the list for another page of the same search. */
    public String parameters(int page) {
        return "?" + (query.isEmpty() ? "" : "q=" + UriUtils.encode(query, StandardCharsets.UTF_8) + "&") + "page="
                + page;
    }
}
