package uk.opcc.inspectionresponse.platform.accounts;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import uk.opcc.inspectionresponse.platform.office.OfficeProperties;
import uk.opcc.inspectionresponse.process.AsApplication;

/** The users as the sign-in needs to know them. */
@Component
public class Accounts {

    private final IdentityService identity;
    private final AsApplication application;
    private final KnownAccounts known;
    private final EngineAccounts engine;
    private final OfficeProperties.Passwords settings;
    private final String administrator;

    Accounts(
            IdentityService identity,
            AsApplication application,
            KnownAccounts known,
            EngineAccounts engine,
            OfficeProperties.Passwords settings,
            @Value("${camunda.bpm.admin-user.id:}") String administrator) {
        this.identity = identity;
        this.application = application;
        this.known = known;
        this.engine = engine;
        this.settings = settings;
        this.administrator = administrator;
    }

    /** What a user may do now stands on this; empty if there is no such user. */
    public Optional<Account> find(String name) {
        return now(name).map(AccountNow::account);
    }

    /** The same, and whether somebody else has set the password. */
    public Optional<AccountNow> now(String name) {
        return known.find(name).map(kept -> {
            Account account = new Account(kept.password(), Set.copyOf(kept.groups()), kept.ended());
            return new AccountNow(account, hasPasswordOfSomebodyElse(name, account, kept));
        });
    }

    /** Ends all sessions of a user at their next request, where none of the above has changed. */
    public void endSessions(String name) {
        known.endSessions(name);
    }

    /** The administrator of the configuration is whoever operates the server, and has chosen the password there. */
    private boolean hasPasswordOfSomebodyElse(String name, Account account, KnownAccounts.Known kept) {
        return settings.changeFirst()
                && !account.password().isEmpty()
                && !name.equals(administrator)
                && !account.password().equals(kept.chosenPassword());
    }

    /**
     * The rules for passwords in words, the most important one first, each as the end of a sentence that begins with
     * "The password".
     */
    public List<String> passwordRules() {
        List<String> words = new ArrayList<>(engine.rules().words());
        Collections.reverse(words);
        return words;
    }

    /** Those rules in words that a password of this user would not keep. */
    public List<String> rulesBrokenBy(String password, String name) {
        return engine.rules().brokenBy(password, user(name).orElse(null));
    }

    /** Gives the user a new password that the user has chosen, and who is signed in. */
    public void choosePassword(String name, String password) {
        User user = user(name).orElseThrow();
        user.setPassword(password);
        identity.saveUser(user);
    }

    private Optional<User> user(String name) {
        return Optional.ofNullable(
                application.ask(() -> identity.createUserQuery().userId(name).singleResult()));
    }
}
