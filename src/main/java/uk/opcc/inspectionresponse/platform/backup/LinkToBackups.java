package uk.opcc.inspectionresponse.platform.backup;

import java.util.List;
import java.util.Set;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import uk.opcc.inspectionresponse.platform.people.RestrictedPages;
import uk.opcc.inspectionresponse.platform.tasks.Link;
import uk.opcc.inspectionresponse.platform.tasks.PagesOfStaff;

/** Names the page of the backups to administrators. */
@Component
@Order(6)
class LinkToBackups implements PagesOfStaff {

    @Override
    public List<Link> forMembersOf(Set<String> groups) {
        return RestrictedPages.BACKUPS.areOpenTo(groups)
                ? List.of(new Link("Backups", RestrictedPages.BACKUPS.path()))
                : List.of();
    }
}
