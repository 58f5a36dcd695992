package uk.opcc.inspectionresponse.messages.notices;

import org.camunda.bpm.engine.IdentityService;
import org.springframework.stereotype.Component;

/**
 * How each person wants to be told, kept with the engine's user: it is there for users of a directory and those of the
 * application alike, and goes when the user is deleted.
 */
@Component
public class Preferences {

    private static final String KEY = "notices";

    private final IdentityService identity;

    Preferences(IdentityService identity) {
        this.identity = identity;
    }

    /** What the person has chosen, or {@link Preference#AT_ONCE}. */
    public Preference of(String person) {
        return Preference.of(identity.getUserInfo(person, KEY)).orElse(Preference.AT_ONCE);
    }

    /** Keeps the choice of a person who exists. */
    public void choose(String person, Preference preference) {
        identity.setUserInfo(person, KEY, preference.word());
    }
}
