package uk.opcc.inspectionresponse.platform.signin;

import java.text.Normalizer;
import java.util.Optional;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;
import org.springframework.stereotype.Component;
import uk.opcc.inspectionresponse.platform.accounts.UserName;

/** Which names a user can have, and when two names are one. */
@Component
class UserNames {

    private final IdentityService identity;

    UserNames(IdentityService identity) {
        this.identity = identity;
    }

    /** The name as a user here would have it: with the accents composed, and no space around it. */
    static String composed(String name) {
        return name == null
                ? ""
                : Normalizer.normalize(name, Normalizer.Form.NFC).strip();
    }

    /** Whether people would take two names for one. */
    static boolean areOne(String name, String other) {
        return UserName.folded(name).equals(UserName.folded(other));
    }

    /** What is wrong with a name, as the end of a sentence; empty if a user can have it. */
    static Optional<String> problem(String name) {
        if (name.isEmpty()) {
            return Optional.of("is empty");
        }
        return UserName.problem(name)
                .map(problem -> name.length() > UserName.MAX_LENGTH
                        ? "is longer than " + UserName.MAX_LENGTH + " characters"
                        : "has a character that is not allowed in a user name here, or not in that place");
    }

    /** The user whose name is that one, or would be taken for it. */
    Optional<String> sameAs(String name) {
        return identity.createUserQuery().list().stream()
                .map(User::getId)
                .filter(user -> areOne(user, name))
                .findFirst();
    }
}
