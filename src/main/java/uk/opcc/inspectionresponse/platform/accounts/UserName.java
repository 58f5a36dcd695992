package uk.opcc.inspectionresponse.platform.accounts;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** What a user may be called: as people and directories call people, in any script. */
public final class UserName {

    /** As long as the engine's columns for it. */
    public static final int MAX_LENGTH = 64;

    /** No name has more, and a request may have any. */
    private static final int MAX_TYPED = 255;

    private static final String CHARACTER = "[\\p{L}\\p{M}\\p{N}!#&'’()+,.=@\\[\\]^_`|~-]";

    /**
     * Not at its beginning what a spreadsheet takes for a formula; no space but between two others. What is left out
     * stands for something else in an address, a query, an expression, a page or, as the colon, in HTTP Basic.
     */
    private static final Pattern POSSIBLE =
            Pattern.compile("(?![=+@,.-])(?=.*[\\p{L}\\p{N}])" + CHARACTER + "+(?: " + CHARACTER + "+)*");

    private UserName() {}

    /** What is wrong with a name, as a sentence; empty for a good one. */
    public static Optional<String> problem(String name) {
        if (name.length() > MAX_LENGTH) {
            return Optional.of("User name: it must have at most " + MAX_LENGTH + " characters.");
        }
        return POSSIBLE.matcher(name).matches()
                ? Optional.empty()
                : Optional.of("User name: it may have letters, digits, single spaces and ! # & ' ( ) + , - . = @"
                        + " [ ] ^ _ ` | ~ and must begin with a letter, a digit, an apostrophe or a bracket.");
    }

    /** Whether it is worth asking who that is: a database refuses some texts, and a stranger may send any. */
    public static boolean canBeAsked(String typed) {
        return !typed.isBlank()
                && typed.length() <= MAX_TYPED
                && typed.codePoints()
                        .noneMatch(character -> Character.isISOControl(character)
                                || Character.getType(character) == Character.SURROGATE);
    }

    /** The same for two names that a person would take for one: Jane and jane, O'Brien and O’Brien. */
    public static String folded(String name) {
        return Normalizer.normalize(
                Normalizer.normalize(name, Normalizer.Form.NFKC)
                        .replace('’', '\'')
                        .toUpperCase(Locale.ROOT)
                        .toLowerCase(Locale.ROOT),
                Normalizer.Form.NFKC);
    }
}
