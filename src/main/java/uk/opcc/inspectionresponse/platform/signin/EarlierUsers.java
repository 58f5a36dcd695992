package uk.opcc.inspectionresponse.platform.signin;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javax.naming.InvalidNameException;
import javax.naming.ldap.LdapName;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;
import org.springframework.stereotype.Component;

/**
 * Finds the user that a person was in an earlier release, which knew nobody by a stable id: with OpenID Connect by
 * issuer and subject, in an LDAP directory by the distinguished name and the user name.
 *
 * <p>Both of the latter may have been given to somebody else since. So the person's names must be the same too, and an
 * entry of which only the user name is the same must have left the place where it was. In doubt nobody is found, and an
 * administrator decides.
 */
@Component
class EarlierUsers {

    private static final String LDAP_ORIGIN = "ldap ";

    private final IdentityService identity;
    private final DirectoryAccounts accounts;

    EarlierUsers(IdentityService identity, DirectoryAccounts accounts) {
        this.identity = identity;
        this.accounts = accounts;
    }

    Optional<String> find(DirectoryUsers.Person person) {
        List<User> found = identity.createUserQuery().list().stream()
                .filter(user -> isTheSame(person, user))
                .toList();
        return found.size() == 1 ? Optional.of(found.get(0).getId()) : Optional.empty();
    }

    private boolean isTheSame(DirectoryUsers.Person person, User user) {
        String origin = identity.getUserInfo(user.getId(), DirectoryUsers.ORIGIN);
        if (origin == null || hadStableAccount(user.getId(), person.directory())) {
            return false;
        }
        if (!person.directory().equals(DirectoryAccount.LDAP)) {
            return origin.equals(person.directory() + " " + person.stableId());
        }
        if (!origin.startsWith(LDAP_ORIGIN)) {
            return false;
        }
        String place = origin.substring(LDAP_ORIGIN.length());
        boolean inPlace = isSamePlace(place, person.place());
        boolean named = UserNames.areOne(user.getId(), person.name());
        boolean sameFirstName = isSame(user.getFirstName(), person.firstName());
        boolean sameNames = sameFirstName && isSame(user.getLastName(), person.lastName());
        if (inPlace && named) {
            // A surname changes when people marry; a whole new person has another first name.
            return sameFirstName;
        }
        return sameNames && (inPlace || named && person.isGone().test(place));
    }

    /** Whose stable id is or was known is nobody else's user. */
    private boolean hadStableAccount(String user, String directory) {
        return accounts.everOf(user).stream()
                .anyMatch(account -> account.directory().equals(directory) && account.hasStableId());
    }

    private static boolean isSame(String name, String other) {
        return UserNames.areOne(Objects.requireNonNullElse(name, ""), Objects.requireNonNullElse(other, ""));
    }

    private static boolean isSamePlace(String place, String other) {
        try {
            return new LdapName(place).equals(new LdapName(other));
        } catch (InvalidNameException e) {
            return place.equalsIgnoreCase(other);
        }
    }
}
