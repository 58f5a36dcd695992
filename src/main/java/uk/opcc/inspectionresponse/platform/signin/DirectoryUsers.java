package uk.opcc.inspectionresponse.platform.signin;

import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.authentication.DisabledException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import uk.opcc.inspectionresponse.platform.office.OfficeProperties;
import uk.opcc.inspectionresponse.platform.people.People;

/**
 * Keeps the engine's users in step with the directories: whoever signs in is created or brought up to date, with the
 * roles that the groups of the directory give, and no others.
 *
 * <p>A person is known by the directory's stable id and stays the same user when the name, the department or the user
 * name changes there. So who did something stays known, also after the person has left, and four eyes stay those of two
 * people.
 */
@Component
class DirectoryUsers {

    /** Marks a user as one whose sign-in is a directory's; the value says which account it was made for. */
    static final String ORIGIN = "directory";

    /** The mark of a user that the application kept itself before an administrator joined an account to it. */
    static final String JOINED = "joined";

    private static final Logger LOG = LoggerFactory.getLogger(DirectoryUsers.class);

    /** The same person may sign in at two nodes, or send many requests, at the same moment. */
    private static final int ATTEMPTS = 5;

    private final IdentityService identity;
    private final People people;
    private final UserNames names;
    private final DirectoryAccounts accounts;
    private final EarlierUsers earlier;
    private final TransactionOperations transaction;
    private final OfficeProperties.SignIn settings;

    DirectoryUsers(
            IdentityService identity,
            People people,
            UserNames names,
            DirectoryAccounts accounts,
            EarlierUsers earlier,
            TransactionOperations transaction,
            OfficeProperties.SignIn settings) {
        this.identity = identity;
        this.people = people;
        this.names = names;
        this.accounts = accounts;
        this.earlier = earlier;
        this.transaction = transaction;
        this.settings = settings;
    }

    boolean isFromDirectory(String user) {
        return identity.getUserInfo(user, ORIGIN) != null;
    }

    /**
     * Creates the user or brings it up to date.
     *
     * @return the name of the user here
     * @throws DisabledException if the person's groups give no role
     * @throws SignInRefusal if the person is not yet known, and the name cannot be that of a new user
     */
    String bringUpToDate(Person person) {
        Outcome outcome = attempt(person, ATTEMPTS);
        if (outcome.refusal() != null) {
            LOG.warn("Sign-in refused: {}", outcome.refusal().getMessage());
            throw outcome.refusal();
        }
        return outcome.user();
    }

    private Outcome attempt(Person person, int attempts) {
        try {
            return transaction.execute(status -> signIn(person));
        } catch (RuntimeException e) {
            if (attempts == 1) {
                throw e;
            }
            LOG.debug("The sign-in met another one of the same person, and is tried again", e);
            return attempt(person, attempts - 1);
        }
    }

    private Outcome signIn(Person person) {
        Set<String> roles = roles(person.groups());
        Optional<DirectoryAccount> known = accounts.find(person.account());
        String user =
                known.map(DirectoryAccount::user).filter(this::isStillTheirs).orElse(null);
        Optional<String> before = known.isEmpty() ? earlier.find(person) : Optional.empty();
        if (roles.isEmpty()) {
            // Who has left all groups has no role left, whether or not there is another sign-in.
            Optional.ofNullable(user).or(() -> before).ifPresent(this::takeRolesAway);
            return Outcome.refused(new DisabledException(
                    "None of the directory's groups of '" + PlainText.of(person.name(), 255) + "' gives a role here."));
        }
        AccountChange.Kind change = null;
        if (user == null && before.isPresent()) {
            user = before.get();
            change = AccountChange.Kind.TAKEN_OVER;
        } else if (user == null) {
            Optional<String> problem = problem(person.name());
            if (problem.isPresent()) {
                return waits(person, known, problem.get());
            }
            user = person.name();
            change = AccountChange.Kind.NEW;
        }
        save(person, user);
        setRoles(user, roles);
        accounts.save(person, user, null, known);
        accounts.used(person.account(), user);
        if (change != null) {
            accounts.record(person.account(), "", change, user, place(person));
        }
        return new Outcome(user, null);
    }

    /**
     * Gives a user the roles of now, also while nobody signs in: the tasks of whoever has left are their group's.
     *
     * @param person whoever the account is now; nobody where the directory no longer knows it
     */
    void follow(DirectoryAccount account, Optional<Person> person) {
        String user = account.user();
        transaction.executeWithoutResult(status -> {
            if (isFollowed(user)) {
                Set<String> before = Set.copyOf(people.groupsOf(user));
                Set<String> now = person.map(Person::groups).map(this::roles).orElse(Set.of());
                if (!before.equals(now)) {
                    LOG.info("The directory has changed the roles of {} from {} to {}", user, before, now);
                    setRoles(user, now);
                }
            }
        });
    }

    /** Another account may give the user other roles. */
    private boolean isFollowed(String user) {
        return accounts.of(user).size() == 1 && people.exists(user) && isFromDirectory(user);
    }

    /** Whether {@link #follow} could take a role away. */
    boolean hasRolesToLose(DirectoryAccount account) {
        return isFollowed(account.user()) && !people.groupsOf(account.user()).isEmpty();
    }

    /** Whether a person's groups give a role. */
    boolean hasRole(Person person) {
        return !roles(person.groups()).isEmpty();
    }

    /** A user that was deleted may have been made anew since, for somebody else. */
    private boolean isStillTheirs(String user) {
        return !people.exists(user) || isFromDirectory(user);
    }

    private Optional<String> problem(String name) {
        return UserNames.problem(name)
                .map(problem -> "the user name '" + PlainText.of(name, 100) + "' " + problem)
                .or(() -> names.sameAs(name)
                        .map(other -> "the user name '" + name + "' belongs to the user '" + other + "' already"));
    }

    private Outcome waits(Person person, Optional<DirectoryAccount> known, String why) {
        accounts.save(person, null, why, known);
        if (!why.equals(known.map(DirectoryAccount::waitsBecause).orElse(null))) {
            accounts.record(person.account(), "", AccountChange.Kind.WAITS, null, why);
        }
        return Outcome.refused(new SignInRefusal(
                "the account '" + person.name() + "' of " + person.directory() + " waits to be joined to a user at"
                        + " /accounts, as " + why,
                "The directory knows you, but " + why + ". Ask an administrator, who finds your account on the"
                        + " page Accounts."));
    }

    private static String place(Person person) {
        return person.place().isEmpty() ? "" : "Its place is " + person.place();
    }

    private Set<String> roles(Collection<String> groups) {
        return groups.stream()
                .map(settings.groups()::get)
                .filter(Objects::nonNull)
                .filter(this::exists)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private boolean exists(String role) {
        boolean exists = identity.createGroupQuery().groupId(role).count() == 1;
        if (!exists) {
            LOG.error("office.sign-in.groups gives the role '{}', which there is not.", role);
        }
        return exists;
    }

    private void save(Person person, String name) {
        User user = identity.createUserQuery().userId(name).singleResult();
        boolean isNew = user == null;
        if (isNew) {
            user = identity.newUser(name);
        }
        String firstName = orNull(person.firstName());
        String lastName = orNull(person.lastName());
        String email = orNull(person.email());
        boolean isSame = Objects.equals(firstName, user.getFirstName())
                && Objects.equals(lastName, user.getLastName())
                && Objects.equals(email, user.getEmail());
        if (!isSame) {
            user.setFirstName(firstName);
            user.setLastName(lastName);
            user.setEmail(email);
        }
        if (isNew || !isSame) {
            identity.saveUser(user);
        }
        if (isNew) {
            identity.setUserInfo(name, ORIGIN, PlainText.of(person.origin(), 255));
        }
    }

    private static String orNull(String text) {
        String plain = PlainText.of(text, 255);
        return plain.isEmpty() ? null : plain;
    }

    private void setRoles(String user, Set<String> roles) {
        Set<String> present = new HashSet<>(people.groupsOf(user));
        roles.stream().filter(role -> !present.contains(role)).forEach(role -> identity.createMembership(user, role));
        present.stream().filter(role -> !roles.contains(role)).forEach(role -> identity.deleteMembership(user, role));
    }

    private void takeRolesAway(String user) {
        setRoles(user, Set.of());
    }

    private record Outcome(String user, AuthenticationException refusal) {
        static Outcome refused(AuthenticationException refusal) {
            return new Outcome(null, refusal);
        }
    }

    /**
     * A person as the directory knows it.
     *
     * @param directory the issuer of OpenID Connect, or {@link DirectoryAccount#LDAP}
     * @param stableId what the directory never changes and never gives to anybody else
     * @param name the user name
     * @param place where in the directory; empty where it has no places
     * @param isGone whether nobody has a place in the directory any more
     * @param groups the directory's names of the person's groups
     */
    record Person(
            String directory,
            String stableId,
            String name,
            String firstName,
            String lastName,
            String email,
            String place,
            Predicate<String> isGone,
            Collection<String> groups) {

        Person {
            name = UserNames.composed(name);
        }

        String account() {
            return DirectoryAccounts.id(directory, stableId);
        }

        String fullName() {
            return (Objects.requireNonNullElse(firstName, "") + " " + Objects.requireNonNullElse(lastName, "")).strip();
        }

        String origin() {
            return directory + " " + (place.isEmpty() ? stableId : place);
        }
    }
}
