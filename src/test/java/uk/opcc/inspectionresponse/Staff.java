package uk.opcc.inspectionresponse;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;
import uk.opcc.inspectionresponse.platform.people.Groups;

/** One person for each role, who can sign in; the user name is the role's group. */
public final class Staff {

    public static final Map<String, String> ROLES = roles();

    private Staff() {}

    private static Map<String, String> roles() {
        Map<String, String> roles = new LinkedHashMap<>();
        roles.put(Groups.POLICY_OFFICERS, "Policy officer");
        roles.put(Groups.CHIEF_CONSTABLES_OFFICE, "Chief Constable's office");
        roles.put(Groups.APPROVERS, "Approver");
        roles.put(Groups.COMMUNICATIONS, "Communications");
        roles.put(Groups.MANAGERS, "Manager");
        roles.put(Groups.PROCESS_OWNERS, "Process owner");
        roles.put(Groups.ADMINISTRATORS, "Administrator");
        return roles;
    }

    /** Creates those who are missing. */
    public static void employ(IdentityService identity) {
        ROLES.keySet().forEach(role -> employ(identity, role, role));
    }

    /** Creates a person in these groups, if missing. */
    public static void employ(IdentityService identity, String name, String... groups) {
        if (identity.createUserQuery().userId(name).count() == 0) {
            User user = identity.newUser(name);
            user.setFirstName(name);
            user.setPassword("given by somebody");
            identity.saveUser(user);
            for (String group : groups) {
                identity.createMembership(name, group);
            }
            choosePassword(identity, name, password(name));
        }
    }

    /** Lets a person choose a password, and nobody else know it. */
    public static void choosePassword(IdentityService identity, String name, String password) {
        identity.setAuthentication(name, List.of());
        try {
            User user = identity.createUserQuery().userId(name).singleResult();
            user.setPassword(password);
            identity.saveUser(user);
        } finally {
            identity.clearAuthentication();
        }
    }

    /** The one that the person has chosen. */
    public static String password(String name) {
        return "known to one " + Integer.toHexString(name.hashCode());
    }
}
