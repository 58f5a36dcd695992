package uk.opcc.inspectionresponse.platform.people;

import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.User;
import org.springframework.stereotype.Component;
import uk.opcc.inspectionresponse.process.AsApplication;

/** Who works with the application, as the engine's identity service knows it. */
@Component
public class People {

    private final IdentityService identity;
    private final AsApplication application;

    People(IdentityService identity, AsApplication application) {
        this.identity = identity;
        this.application = application;
    }

    /** Whether a user of that name exists. */
    public boolean exists(String user) {
        return application.ask(() -> identity.createUserQuery().userId(user).count() == 1);
    }

    /** Whether a user of that name exists and is in the group. */
    public boolean isInGroup(String user, String group) {
        // Of whoever is signed in, the groups were asked for at the beginning of the request.
        return Optional.ofNullable(identity.getCurrentAuthentication())
                        .filter(signedIn -> user.equals(signedIn.getUserId()))
                        .map(signedIn -> signedIn.getGroupIds())
                        .filter(groups -> groups.contains(group))
                        .isPresent()
                || application.ask(() -> identity.createUserQuery()
                                .userId(user)
                                .memberOfGroup(group)
                                .count()
                        == 1);
    }

    /**
     * Somebody of the office.
     *
     * @param user the user name
     * @param name as people write it; where two have one name, with the user name
     */
    public record Colleague(String user, String name) {}

    /** Those who are in one of the groups, by their names. */
    public List<Colleague> membersOf(List<String> groups) {
        Map<String, String> names = application.ask(() -> groups.stream()
                .flatMap(group -> identity.createUserQuery().memberOfGroup(group).list().stream())
                .collect(Collectors.toMap(User::getId, People::nameOf, (one, same) -> one)));
        return names.entrySet().stream()
                .map(one -> new Colleague(
                        one.getKey(),
                        Collections.frequency(names.values(), one.getValue()) > 1
                                ? toldApart(one.getValue(), one.getKey())
                                : one.getValue()))
                .sorted(Comparator.comparing(Colleague::name, String.CASE_INSENSITIVE_ORDER)
                        .thenComparing(Colleague::user))
                .toList();
    }

    /** Whether a user may see everything of every inspection. */
    public boolean seesAll(String user) {
        return isInGroup(user, Groups.MANAGERS) || isInGroup(user, Groups.ADMINISTRATORS);
    }

    /** The ids of the groups that a user is in. */
    public List<String> groupsOf(String user) {
        return application.ask(() -> identity.createGroupQuery().groupMember(user).list().stream()
                .map(Group::getId)
                .toList());
    }

    /** The name of a user as people write it, or the user name where none is recorded. */
    public String nameOf(String user) {
        User found =
                application.ask(() -> identity.createUserQuery().userId(user).singleResult());
        return found == null ? user : nameOf(found);
    }

    private static String nameOf(User found) {
        String name = (Optional.ofNullable(found.getFirstName()).orElse("") + " "
                        + Optional.ofNullable(found.getLastName()).orElse(""))
                .strip();
        return name.isEmpty() ? found.getId() : name;
    }

    /**
     * A person as an auditor tells people of one name apart: by the name, and by the user name that stands in the
     * records; by the user name alone where it is all that is known.
     */
    public static String toldApart(String name, String user) {
        return name.equals(user) ? user : name + " (" + user + ")";
    }

    /** What is said to somebody who would do a task, or take it, that a colleague has claimed. */
    public String claimedBy(String colleague) {
        return "This task has been claimed by " + nameOf(colleague)
                + ": ask them to give it back, or ask a manager to give it to you.";
    }

    /** The name of a group as people write it, or its id where it is not recorded. */
    public String nameOfGroup(String group) {
        Group found =
                application.ask(() -> identity.createGroupQuery().groupId(group).singleResult());
        return found == null || found.getName() == null ? group : found.getName();
    }

    /**
     * The user name of whoever does something to a task now: who is signed in, else to whom it is assigned.
     *
     * @return "not signed in" where the application itself does it and the task was not claimed
     */
    public String actingOn(DelegateTask task) {
        return signedIn().or(() -> Optional.ofNullable(task.getAssignee())).orElse("not signed in");
    }

    /** The user name of whoever is signed in for the work that is being done now, if anybody is. */
    public Optional<String> signedIn() {
        return Optional.ofNullable(identity.getCurrentAuthentication())
                .flatMap(authentication -> Optional.ofNullable(authentication.getUserId()));
    }
}
