package uk.opcc.inspectionresponse.platform.accounts;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.BiPredicate;
import java.util.stream.Stream;
import org.camunda.bpm.engine.identity.PasswordPolicy;
import org.camunda.bpm.engine.identity.PasswordPolicyRule;
import org.camunda.bpm.engine.identity.User;

/**
 * What every new password must be, wherever it is set: long, and none of those that are tried first.
 *
 * <p>No kinds of characters are asked for: three random words are better than a capital letter and an exclamation mark.
 */
public final class PasswordRules implements PasswordPolicy {

    /** More is no safer, and each is hashed. */
    private static final int MAX_LENGTH = 256;

    /** Shorter names are part of too many words. */
    private static final int SHORTEST_NAME = 4;

    private final List<PasswordRule> rules;

    /**
     * @param minLength how many characters are asked for
     * @param office the office's name, which a stranger knows
     */
    public PasswordRules(int minLength, String office) {
        // A person is told of the last one that is not kept.
        this(List.of(
                new PasswordRule(
                        "must not contain your name, your user name or the name of the office",
                        (password, user) -> !contains(password, office) && !containsNameOf(user, password)),
                new PasswordRule(
                        "must not be a common password, a row of keys or a repetition",
                        (password, user) -> !CommonPasswords.include(beginning(password))),
                new PasswordRule(
                        "must have at least " + minLength + " characters, and at most " + MAX_LENGTH,
                        (password, user) -> length(password) >= minLength && length(password) <= MAX_LENGTH)));
    }

    private PasswordRules(List<PasswordRule> rules) {
        this.rules = rules;
    }

    /** These rules and another one. */
    PasswordRules and(PasswordRule rule) {
        return new PasswordRules(Stream.concat(Stream.of(rule), rules.stream()).toList());
    }

    /** These rules, which do not hold for some. */
    PasswordRules butNotFor(BiPredicate<String, User> exempt) {
        return new PasswordRules(rules.stream()
                .map(rule -> new PasswordRule(rule.words(), exempt.or(rule.isKept())))
                .toList());
    }

    @Override
    public List<PasswordPolicyRule> getRules() {
        return List.copyOf(rules);
    }

    /** The rules in words, each as the end of a sentence that begins with "The password". */
    public List<String> words() {
        return rules.stream().map(PasswordRule::words).toList();
    }

    /** Those rules in words that a password of a user who is not there yet does not keep. */
    public List<String> brokenBy(String password, String user) {
        List<String> broken = new ArrayList<>(brokenBy(password, (User) null));
        if (contains(password, user)) {
            broken.add("must not contain the user name");
        }
        return broken;
    }

    /** Those rules in words that a password does not keep; the user may be null. */
    public List<String> brokenBy(String password, User user) {
        return rules.stream()
                .filter(rule -> !rule.isKept().test(password, user))
                .map(PasswordRule::words)
                .toList();
    }

    private static boolean containsNameOf(User user, String password) {
        return user != null
                && Stream.of(user.getId(), user.getFirstName(), user.getLastName(), user.getEmail())
                        .anyMatch(name -> contains(password, name));
    }

    private static int length(String password) {
        return password.codePointCount(0, password.length());
    }

    /** Whether the password has one of the words of a name in it. */
    private static boolean contains(String password, String name) {
        if (name == null) {
            return false;
        }
        String folded = folded(beginning(password));
        String letters = folded.replaceAll("[^\\p{L}\\p{N}]+", "");
        return Stream.of(folded(name).split("[^\\p{L}\\p{M}\\p{N}]+"))
                .filter(word -> word.length() >= SHORTEST_NAME)
                .anyMatch(word -> folded.contains(word) || letters.contains(word));
    }

    /** Nobody waits for rules to be held against more than a password may have. */
    private static String beginning(String password) {
        return password.length() <= 2 * MAX_LENGTH ? password : password.substring(0, 2 * MAX_LENGTH);
    }

    private static String folded(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    }
}
