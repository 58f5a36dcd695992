package uk.opcc.inspectionresponse.publishing.earlier;

import java.text.Normalizer;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import uk.opcc.inspectionresponse.platform.office.References;

/**
 * The references of responses that are imported together, each of which only one has, in the register as well: those
 * that the office gives, else made of the day and the title of the report, such as {@code 2015-07-21-custody}.
 */
final class ReferencesToGive {

    private static final int LONGEST = 80;

    private final References counted;
    private final Set<String> taken;

    /** By what stands before it, so that many reports with one title do not try all numbers again. */
    private final Map<String, Integer> nextNumber = new HashMap<>();

    /**
     * @param counted those that the office counts, of which none is made
     * @param taken in small letters
     */
    ReferencesToGive(References counted, Set<String> taken) {
        this.counted = counted;
        this.taken = new HashSet<>(taken);
    }

    /** Takes the reference that the office gives; false where something else has it. */
    boolean take(String given) {
        return taken.add(given.toLowerCase(Locale.ROOT));
    }

    /** Makes a reference that nothing else has. */
    String make(LocalDate reportPublishedOn, String title) {
        String made = reportPublishedOn + "-" + inAddress(title);
        // It would be read as the reference of an inspection.
        String begin = shortened(counted.isCounted(made) ? "earlier-" + made : made);
        int number = nextNumber.getOrDefault(begin, 1);
        String reference;
        do {
            reference = number == 1 ? begin : begin + "-" + number;
            number++;
        } while (!take(reference));
        nextNumber.put(begin, number);
        return reference;
    }

    private static String inAddress(String title) {
        String words = Normalizer.normalize(title, Normalizer.Form.NFKD)
                .replaceAll("\\p{M}|(?<=\\p{L})['\u2019](?=\\p{L})", "")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]+", "-")
                .replaceAll("^-|-$", "");
        return words.isEmpty() ? "response" : words;
    }

    /** At the end of a word. */
    private static String shortened(String reference) {
        if (reference.length() <= LONGEST) {
            return reference;
        }
        int end = reference.lastIndexOf('-', LONGEST);
        return reference.substring(0, end > LONGEST / 2 ? end : LONGEST);
    }
}
