package uk.opcc.inspectionresponse.platform.accounts;

import java.util.Map;
import java.util.function.BiPredicate;
import org.camunda.bpm.engine.identity.PasswordPolicyRule;
import org.camunda.bpm.engine.identity.User;
import uk.opcc.inspectionresponse.platform.refusal.InputRefused;
import uk.opcc.inspectionresponse.platform.refusal.RefusalOfRequest;

/**
 * One thing that is asked of a password.
 *
 * @param words as the end of the sentence "The password must have …" or "The password must not be …"
 * @param isKept whether a password keeps the rule; the user may be null
 */
record PasswordRule(String words, BiPredicate<String, User> isKept) implements PasswordPolicyRule {

    /** Camunda's screens look a placeholder up among their translations, and show it as it is where there is none. */
    @Override
    public String getPlaceholder() {
        return words;
    }

    @Override
    public Map<String, String> getParameters() {
        return Map.of();
    }

    @Override
    public boolean execute(String candidate) {
        return execute(candidate, null);
    }

    /**
     * Tells the request, if there is one, what is wrong: the engine's own exception does not say which rule it was. A
     * request that only asks about a password is answered all the same.
     */
    @Override
    public boolean execute(String candidate, User user) {
        boolean kept = isKept.test(candidate, user);
        if (!kept) {
            RefusalOfRequest.note(new InputRefused("password", "Password: it " + words + ". Choose another one."));
        }
        return kept;
    }
}
