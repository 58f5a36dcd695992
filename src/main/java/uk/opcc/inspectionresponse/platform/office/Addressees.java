package uk.opcc.inspectionresponse.platform.office;

import java.util.List;
import java.util.Optional;
import uk.opcc.inspectionresponse.platform.office.OfficeProperties.AddresseeSettings;
import uk.opcc.inspectionresponse.process.ProcessVariables.Item;

/**
 * The bodies to whom inspection reports address what they recommend, as the office has configured them.
 *
 * @param all in the order of the settings
 * @param areasForImprovementOneByOne whether each area for improvement is answered on its own, or all together
 */
public record Addressees(List<Addressee> all, boolean areasForImprovementOneByOne) {

    /** Those to whom a recommendation is addressed that names nobody. */
    public static final String CHIEF_CONSTABLES = "chief-constables";

    /** Those whom an area for improvement or a cause of concern is about. */
    public static final String FORCES = "forces";

    public Addressees {
        all = List.copyOf(all);
    }

    /**
     * A body.
     *
     * @param key by which the items of a report refer to it
     * @param name as documents print it, such as "the College of Policing"
     * @param words by which reports name it, {@code *} for the words of a proper name
     * @param answersOnItsOwn whether the office answers each of its recommendations
     * @param sentence with which those that are answered together are answered: section 55(5B) asks why no action has
     *     been taken or is proposed
     */
    public record Addressee(String key, String name, List<String> words, boolean answersOnItsOwn, String sentence) {

        public Addressee {
            words = List.copyOf(words);
        }
    }

    /**
     * Those of the settings.
     *
     * @throws IllegalStateException if it is mistyped how one is answered: nobody would see it otherwise
     */
    public static Addressees in(OfficeProperties settings) {
        return new Addressees(
                settings.addressees().entrySet().stream()
                        .map(one -> addressee(one.getKey(), one.getValue()))
                        .toList(),
                settings.areasForImprovementOneByOne());
    }

    private static Addressee addressee(String key, AddresseeSettings settings) {
        boolean onItsOwn = settings.answered().equals(Item.ON_ITS_OWN);
        if (!onItsOwn && !settings.answered().equals(Item.TOGETHER)) {
            throw new IllegalStateException(
                    "office.addressees." + key + ".answered must be " + Item.ON_ITS_OWN + " or " + Item.TOGETHER);
        }
        return new Addressee(
                key,
                settings.name(),
                settings.words(),
                onItsOwn,
                settings.sentence().replace("{name}", settings.name()));
    }

    /** The body with a key; none where the office has it not, or not any more. */
    public Optional<Addressee> of(String key) {
        return all.stream().filter(one -> one.key().equals(key)).findFirst();
    }
}
