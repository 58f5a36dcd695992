package uk.opcc.inspectionresponse.signin;

import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;
import org.springframework.security.authentication.DisabledException;
import org.springframework.security.authentication.InsufficientAuthenticationException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import uk.opcc.inspectionresponse.people.People;

/**
 * Keeps the engine's users in step with the directory: who signs in is created or brought up to date, with the roles that
 * the groups of the directory give, and no others.
 *
 * <p>So the name of whoever did something stays known after the person has left the directory, and tasks, authorizations
 * and the REST API treat all users alike, wherever they come from.
 */
@Component
class DirectoryUsers {

    /** Marks a user as the directory's; the value says which directory and which of its entries. */
    private static final String ORIGIN = "directory";

    private final IdentityService identity;
    private final People people;
    private final TransactionOperations transaction;
    private final SignInSettings settings;

    DirectoryUsers(
            IdentityService identity, People people, TransactionOperations transaction, SignInSettings settings) {
        this.identity = identity;
        this.people = people;
        this.transaction = transaction;
        this.settings = settings;
    }

    boolean isFromDirectory(String user) {
        return identity.getUserInfo(user, ORIGIN) != null;
    }

    /**
     * Creates the user or brings it up to date.
     *
     * @throws DisabledException if the person's groups give no role
     * @throws InsufficientAuthenticationException if the name belongs to another user already: one that the application
     *     keeps itself, or another entry of the directory
     */
    void bringUpToDate(Person person) {
        Set<String> roles = roles(person.groups());
        transaction.executeWithoutResult(status -> {
            String origin = identity.getUserInfo(person.name(), ORIGIN);
            if (people.exists(person.name()) && !person.origin().equals(origin)) {
                throw new InsufficientAuthenticationException(
                        "The user name '" + person.name() + "' belongs to another user of this application.");
            }
            if (roles.isEmpty()) {
                people.groupsOf(person.name()).forEach(group -> identity.deleteMembership(person.name(), group));
            } else {
                save(person);
                setRoles(person.name(), roles);
            }
        });
        if (roles.isEmpty()) {
            throw new DisabledException("None of the directory's groups of '" + person.name() + "' gives a role here.");
        }
    }

    private Set<String> roles(Collection<String> groups) {
        return groups.stream()
                .map(settings.groups()::get)
                .filter(role -> role != null)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private void save(Person person) {
        User user = identity.createUserQuery().userId(person.name()).singleResult();
        boolean isNew = user == null;
        if (isNew) {
            user = identity.newUser(person.name());
        }
        user.setFirstName(person.firstName());
        user.setLastName(person.lastName());
        user.setEmail(person.email());
        identity.saveUser(user);
        if (isNew) {
            identity.setUserInfo(person.name(), ORIGIN, person.origin());
        }
    }

    private void setRoles(String user, Set<String> roles) {
        Set<String> present = new HashSet<>(people.groupsOf(user));
        roles.stream().filter(role -> !present.contains(role)).forEach(role -> identity.createMembership(user, role));
        present.stream().filter(role -> !roles.contains(role)).forEach(role -> identity.deleteMembership(user, role));
    }

    /**
     * A person as the directory knows it.
     *
     * @param name the user name
     * @param origin which directory and which of its entries: stays the same when the person is renamed
     * @param groups the directory's names of the person's groups
     */
    record Person(
            String name, String firstName, String lastName, String email, String origin, Collection<String> groups) {}
}
