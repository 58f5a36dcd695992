package uk.opcc.inspectionresponse.demo;

import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.context.annotation.Profile;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import uk.opcc.inspectionresponse.messages.notices.Preferences;
import uk.opcc.inspectionresponse.platform.start.Notice;

/** Creates the users of the demo that are missing, and says who they are. */
@Component
@Profile("demo")
@Order(2)
class DemoUsers implements Notice {

    private final IdentityService identity;
    private final TransactionOperations transaction;
    private final Preferences preferences;
    private final String administrator;
    private final String administratorsPassword;

    DemoUsers(
            IdentityService identity,
            TransactionOperations transaction,
            Preferences preferences,
            @Value("${camunda.bpm.admin-user.id}") String administrator,
            @Value("${camunda.bpm.admin-user.password}") String administratorsPassword) {
        this.identity = identity;
        this.transaction = transaction;
        this.preferences = preferences;
        this.administrator = administrator;
        this.administratorsPassword = administratorsPassword;
    }

    @EventListener(ApplicationStartedEvent.class)
    @Order(1)
    void create() {
        for (DemoUser user : DemoUser.ALL) {
            if (identity.createUserQuery().userId(user.name()).count() == 0) {
                transaction.executeWithoutResult(status -> create(user));
            }
        }
    }

    private void create(DemoUser demo) {
        User user = identity.newUser(demo.name());
        user.setFirstName(demo.firstName());
        user.setLastName(demo.lastName());
        user.setEmail(demo.name() + "@opcc.example");
        user.setPassword(DemoUser.PASSWORD);
        identity.saveUser(user);
        identity.createMembership(demo.name(), demo.group());
        preferences.choose(demo.name(), demo.mails());
    }

    @Override
    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add("Users of the demo (user name / password):");
        for (DemoUser user : DemoUser.ALL) {
            lines.add(line(
                    user.name(), DemoUser.PASSWORD, user.role() + ", " + user.firstName() + " " + user.lastName()));
        }
        lines.add(line(administrator, administratorsPassword, "administrator"));
        return lines;
    }

    private static String line(String name, String password, String who) {
        return String.format("%-18s %s", name + " / " + password, who);
    }
}
