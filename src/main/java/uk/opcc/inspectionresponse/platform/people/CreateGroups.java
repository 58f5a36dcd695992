package uk.opcc.inspectionresponse.platform.people;

import java.util.Map;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.Group;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Creates the groups of the roles that are missing; one that exists stays as it is, with the name it has now. */
@Component
class CreateGroups {

    private static final String TYPE = "WORKFLOW";

    private static final Map<String, String> NAMES = Map.of(
            Groups.POLICY_OFFICERS, "Policy officers",
            Groups.CHIEF_CONSTABLES_OFFICE, "Chief Constable's office",
            Groups.APPROVERS, "PCC and other approvers",
            Groups.COMMUNICATIONS, "Communications",
            Groups.MANAGERS, "Managers",
            Groups.PROCESS_OWNERS, "Process owners",
            Groups.ADMINISTRATORS, "Administrators");

    private final IdentityService identity;

    CreateGroups(IdentityService identity) {
        this.identity = identity;
    }

    /** Before the authorizations are set, as the engine adds some of its own with a new group. */
    @EventListener(ApplicationStartedEvent.class)
    @Order(-1)
    void create() {
        NAMES.forEach((id, name) -> {
            if (identity.createGroupQuery().groupId(id).count() == 0) {
                Group group = identity.newGroup(id);
                group.setName(name);
                group.setType(TYPE);
                identity.saveGroup(group);
            }
        });
    }
}
