package uk.opcc.inspectionresponse.browser;

import com.deque.html.axecore.args.AxeRunOptions;
import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Page;
import java.util.List;
import java.util.Set;

/** What axe finds on a page. */
public final class Axe {

    private static final List<String> STANDARD =
            List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice");

    private static final Set<String> SERIOUS = Set.of("serious", "critical");

    private Axe() {}

    /** Every fault by WCAG 2.2 AA, and by what is good practice. */
    public static List<Rule> faults(Page page) {
        return axe(page).withTags(STANDARD).analyze().getViolations();
    }

    /** The faults that keep somebody from using the page. */
    static List<Rule> seriousFaults(Page page) {
        return axe(page).analyze().getViolations().stream()
                .filter(fault -> SERIOUS.contains(fault.getImpact()))
                .toList();
    }

    private static AxeBuilder axe(Page page) {
        // To write out all that is well, and to do so in a tab of its own, takes longer than to look.
        AxeRunOptions options = new AxeRunOptions();
        options.setResultTypes(List.of("violations"));
        return new AxeBuilder(page).setLegacyMode(true).options(options);
    }
}
