package uk.opcc.inspectionresponse.platform.tasks;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import uk.opcc.inspectionresponse.platform.people.Groups;

/** Names the other screens, Cockpit and Admin, to those who may open them. */
@Component
class LinksToScreens implements PagesOfStaff {

    private static final Set<String> IN_COCKPIT = Set.of(Groups.MANAGERS, Groups.PROCESS_OWNERS, Groups.ADMINISTRATORS);

    private final String screens;

    LinksToScreens(@Value("${camunda.bpm.webapp.application-path:/camunda}") String screens) {
        this.screens = screens;
    }

    @Override
    public List<Link> forMembersOf(Set<String> groups) {
        List<Link> links = new ArrayList<>();
        if (cockpitIsOpenTo(groups)) {
            links.add(new Link("Cockpit: where each inspection is", screens + "/app/cockpit/default/"));
        }
        if (groups.contains(Groups.ADMINISTRATORS)) {
            links.add(new Link("Admin: users and groups", screens + "/app/admin/default/"));
        }
        return links;
    }

    /** Whether Cockpit is open to somebody who is in these groups. */
    static boolean cockpitIsOpenTo(Set<String> groups) {
        return groups.stream().anyMatch(IN_COCKPIT::contains);
    }
}
