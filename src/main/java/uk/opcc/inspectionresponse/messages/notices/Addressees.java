package uk.opcc.inspectionresponse.messages.notices;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;
import org.springframework.stereotype.Component;
import uk.opcc.inspectionresponse.messages.mail.MailAddress;
import uk.opcc.inspectionresponse.process.AsApplication;

/** Who can be told by email: the users with an address. */
@Component
class Addressees {

    private final IdentityService identity;
    private final AsApplication application;

    Addressees(IdentityService identity, AsApplication application) {
        this.identity = identity;
        this.application = application;
    }

    /** The user names of those for whom a task is: the assignee alone, or else all members of its groups. */
    List<String> of(String assignee, Collection<String> groups) {
        if (assignee != null) {
            return address(assignee).map(address -> List.of(assignee)).orElse(List.of());
        }
        return application.ask(() -> groups.stream()
                .flatMap(group -> identity.createUserQuery().memberOfGroup(group).list().stream())
                .filter(user -> address(user).isPresent())
                .map(User::getId)
                .distinct()
                .toList());
    }

    /** The address of a user, if there is such a user and the address is one. */
    Optional<MailAddress> address(String person) {
        User user =
                application.ask(() -> identity.createUserQuery().userId(person).singleResult());
        return Optional.ofNullable(user).flatMap(Addressees::address);
    }

    private static Optional<MailAddress> address(User user) {
        if (user.getEmail() == null || user.getEmail().isBlank()) {
            return Optional.empty();
        }
        try {
            return Optional.of(MailAddress.one(user.getEmail()));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
