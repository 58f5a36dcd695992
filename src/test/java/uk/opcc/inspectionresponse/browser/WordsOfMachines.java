package uk.opcc.inspectionresponse.browser;

import com.microsoft.playwright.Page;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** What only machines say, or those who made them, and what no screen of staff shows. */
final class WordsOfMachines {

    private static final Pattern WORDS = Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-|\\bnull\\b"
            + "|\\bundefined\\b(?! variable)|Exception|ENGINE-|(?<![\\w/-])\\d{4}-\\d\\d-\\d\\d(?!-)|\\{\\{|\\bREST\\b"
            + "|[Pp]rocess [Ii]nstance|[Tt]enant|[A-Z]{3,}_[A-Z_]{3,}|\\([a-z]+\\.[a-z]\\w+\\)|user name|UTC|Europe/");

    /** Times a tenth of a second: some things are put in words a moment after they are shown. */
    private static final int LOOKS = 20;

    private WordsOfMachines() {}

    /** Those that stay on a page. */
    static List<String> on(Page page) {
        List<String> said = find(page);
        for (int look = 0; look < LOOKS && !said.isEmpty(); look++) {
            page.evaluate("() => new Promise(done => setTimeout(done, 100))");
            said = find(page);
        }
        return said;
    }

    private static List<String> find(Page page) {
        return WORDS.matcher(page.locator("body").innerText())
                .results()
                .map(MatchResult::group)
                .distinct()
                .toList();
    }
}
