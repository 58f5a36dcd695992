package uk.opcc.inspectionresponse.platform.office;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The references of inspections: short, and counted in each year, in the form that the office has set, such as
 * {@code OPCCN/2026/14}.
 *
 * <p>In addresses and names of files a slash cannot stand: there, and wherever the application keeps it, the reference
 * is {@code OPCCN-2026-14}. References that were given in another form stay as they are.
 */
public class References {

    private static final String YEAR = "{year}";
    private static final String NUMBER = "{number}";
    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_/-]*");

    /** Where somebody has copied the address of a response's page. */
    private static final Pattern ADDRESS = Pattern.compile("^https?://\\S*/responses/([^/?#\\s]+).*$");

    private final String form;
    private final Pattern kept;

    /**
     * Those of an office.
     *
     * @param form such as {@code OPCCN/{year}/{number}}
     * @throws IllegalArgumentException if the references could not be told apart, or not stand in an address
     */
    public References(String form) {
        this.form = form;
        String filled = form.replace(YEAR, "1").replace(NUMBER, "1");
        if (!form.contains(YEAR)
                || !form.contains(NUMBER)
                || !FORM.matcher(filled).matches()) {
            throw new IllegalArgumentException("office.reference must have {year} and {number} in it, and else only"
                    + " letters, digits and _ / -, such as OPCCN/{year}/{number}; it is " + form);
        }
        this.kept = Pattern.compile(
                Pattern.quote(inAddress(form))
                        .replace(YEAR, "\\E(?<year>\\d{4})\\Q")
                        .replace(NUMBER, "\\E(?<number>\\d{1,18})\\Q"),
                Pattern.CASE_INSENSITIVE);
    }

    /** The reference of the inspection with this number in a year, as it is kept. */
    public String of(int year, long number) {
        return filled(inAddress(form), String.valueOf(year), String.valueOf(number));
    }

    /**
     * A reference as people say it; also one of a correction, or of a copy that is sent again, which goes on after it.
     */
    public String shown(String reference) {
        Matcher matcher = kept.matcher(reference);
        if (!matcher.lookingAt()) {
            return reference;
        }
        String shown = filled(form, matcher.group("year"), matcher.group("number"));
        String rest = reference.substring(matcher.end());
        if (rest.isEmpty()) {
            return shown;
        }
        return rest.startsWith("-") ? shown + " (" + rest.substring(1).replace('-', ' ') + ")" : reference;
    }

    /** The reference that somebody has typed, or copied with its page's address, as it is kept. */
    public String typed(String typed) {
        String reference = ADDRESS.matcher(typed.strip()).replaceFirst("$1");
        // As it stands before the title in a list.
        reference = reference.contains(", ") ? reference.substring(0, reference.indexOf(", ")) : reference;
        Matcher matcher = kept.matcher(inAddress(reference.toLowerCase(Locale.ROOT)));
        return matcher.matches() ? filled(inAddress(form), matcher.group("year"), matcher.group("number")) : reference;
    }

    /** Whether a reference is one of those that the office counts, or goes on after one. */
    public boolean isCounted(String reference) {
        return kept.matcher(inAddress(reference)).lookingAt();
    }

    private static String inAddress(String reference) {
        return reference.replace('/', '-');
    }

    private static String filled(String form, String year, String number) {
        return form.replace(YEAR, year).replace(NUMBER, number);
    }
}
