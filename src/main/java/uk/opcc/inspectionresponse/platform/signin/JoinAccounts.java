package uk.opcc.inspectionresponse.platform.signin;

import java.util.Optional;
import org.camunda.bpm.engine.IdentityService;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import uk.opcc.inspectionresponse.platform.accounts.Accounts;
import uk.opcc.inspectionresponse.platform.people.People;

/**
 * Joins accounts of directories to users, and parts them, for administrators. Each change is on record with who made it
 * and why.
 *
 * <p>Nobody changes what concerns their own user: with an account joined to it they would be two people, or one person
 * would be somebody else.
 */
@Component
class JoinAccounts {

    private static final Logger LOG = LoggerFactory.getLogger(JoinAccounts.class);

    private final DirectoryAccounts accounts;
    private final IdentityService identity;
    private final People people;
    private final Accounts sessions;
    private final TransactionOperations transaction;
    private final String administrator;

    JoinAccounts(
            DirectoryAccounts accounts,
            IdentityService identity,
            People people,
            Accounts sessions,
            TransactionOperations transaction,
            @Value("${camunda.bpm.admin-user.id}") String administrator) {
        this.accounts = accounts;
        this.identity = identity;
        this.people = people;
        this.sessions = sessions;
        this.transaction = transaction;
        this.administrator = administrator;
    }

    /**
     * Makes the person of an account the same as a user, from the next sign-in on.
     *
     * @return what is wrong; empty if it is done
     */
    Optional<String> join(String account, String user, String reason, String by) {
        return change(account, reason, by, before -> {
            if (UserNames.problem(user).isPresent() || !people.exists(user)) {
                return Optional.of("User name: there is no user '" + PlainText.of(user, 64)
                        + "': give the user name of a colleague, as it is written in Admin.");
            }
            if (user.equals(before.user())) {
                return Optional.of("User name: the account is joined to '" + user + "' already.");
            }
            if (user.equals(by)) {
                return Optional.of("User name: that is you, so another administrator must do it.");
            }
            if (user.equals(administrator)) {
                return Optional.of("User name: '" + user + "' is the administrator of the configuration, who keeps"
                        + " a password so that somebody can sign in while the directory is down.");
            }
            accounts.assign(before, user, null);
            if (identity.getUserInfo(user, DirectoryUsers.ORIGIN) == null) {
                identity.setUserInfo(user, DirectoryUsers.ORIGIN, DirectoryUsers.JOINED);
            }
            leave(before);
            endSessions(before.user());
            endSessions(user);
            note(before, by, AccountChange.Kind.JOINED, user, reason);
            return Optional.empty();
        });
    }

    /**
     * Parts an account from its user: its person becomes a user of their own at the next sign-in, or waits to be
     * joined.
     *
     * @return what is wrong; empty if it is done
     */
    Optional<String> part(String account, String reason, String by) {
        return change(account, reason, by, before -> {
            if (before.user() == null) {
                return Optional.of("Account: it belongs to no user, so there is nothing to part.");
            }
            accounts.assign(before, null, "it was parted from '" + before.user() + "'");
            leave(before);
            endSessions(before.user());
            note(before, by, AccountChange.Kind.PARTED, before.user(), reason);
            return Optional.empty();
        });
    }

    private Optional<String> change(String id, String reason, String by, Change change) {
        return transaction.execute(status -> {
            Optional<DirectoryAccount> account = accounts.lock(id);
            if (account.isEmpty()) {
                return Optional.of("Account: there is no such account.");
            }
            if (PlainText.of(reason, 500).isEmpty() || reason.length() > 500) {
                return Optional.of("Reason: say why, in up to 500 characters.");
            }
            if (by.equals(account.get().user())) {
                return Optional.of("Account: it is your own, so another administrator must do it.");
            }
            return change.make(account.get());
        });
    }

    /** They stand on an account that the user has no more, or on a password that no longer counts. */
    private void endSessions(String user) {
        if (user != null) {
            sessions.endSessions(user);
        }
    }

    /** With its last account a user loses the roles that came from there, or is again what it was before the first. */
    private void leave(DirectoryAccount account) {
        String user = account.user();
        if (user == null || !accounts.of(user).isEmpty() || !people.exists(user)) {
            return;
        }
        if (DirectoryUsers.JOINED.equals(identity.getUserInfo(user, DirectoryUsers.ORIGIN))) {
            identity.deleteUserInfo(user, DirectoryUsers.ORIGIN);
        } else {
            people.groupsOf(user).forEach(group -> identity.deleteMembership(user, group));
        }
    }

    private void note(DirectoryAccount account, String by, AccountChange.Kind what, String user, String reason) {
        String detail = account.user() == null || account.user().equals(user)
                ? reason
                : "before: " + account.user() + ". " + reason;
        accounts.record(account.id(), by, what, user, detail);
        LOG.warn(
                "{} {} the account '{}' of {}: user '{}'. {}",
                by,
                what.word(),
                account.name(),
                account.directory(),
                user,
                PlainText.of(detail, 1000));
    }

    private interface Change {
        Optional<String> make(DirectoryAccount account);
    }
}
