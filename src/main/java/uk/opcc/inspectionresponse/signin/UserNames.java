package uk.opcc.inspectionresponse.signin;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Which names a user can have, and when two names are one. */
@Component
class UserNames {

    /** The engine's column. */
    private static final int LONGEST = 64;

    private final IdentityService identity;
    private final Pattern allowed;

    UserNames(
            IdentityService identity,
            @Value("${camunda.bpm.generic-properties.properties.user-resource-whitelist-pattern}") String allowed) {
        this.identity = identity;
        this.allowed = Pattern.compile(allowed);
    }

    /** The name as a user here would have it: with the accents composed, and no space around it. */
    static String composed(String name) {
        return name == null
                ? ""
                : Normalizer.normalize(name, Normalizer.Form.NFC).strip();
    }

    /** Whether people would take two names for one: they differ in upper and lower case, or in how accents are written. */
    static boolean areOne(String name, String other) {
        return folded(name).equals(folded(other));
    }

    /** By way of upper case, since "ß" and "SS" are one name too. */
    private static String folded(String name) {
        return Normalizer.normalize(
                Normalizer.normalize(name, Normalizer.Form.NFKC)
                        .toUpperCase(Locale.ROOT)
                        .toLowerCase(Locale.ROOT),
                Normalizer.Form.NFC);
    }

    /** What is wrong with a name; empty if a user can have it. */
    Optional<String> problem(String name) {
        if (name.isEmpty()) {
            return Optional.of("is empty");
        }
        if (name.length() > LONGEST) {
            return Optional.of("is longer than " + LONGEST + " characters");
        }
        return allowed.matcher(name).matches()
                ? Optional.empty()
                : Optional.of("has a character that no user name can have here");
    }

    /** The user whose name is that one, or would be taken for it. */
    Optional<String> sameAs(String name) {
        return identity.createUserQuery().list().stream()
                .map(User::getId)
                .filter(user -> areOne(user, name))
                .findFirst();
    }
}
