package uk.opcc.inspectionresponse.oversight.audit;

import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;
import uk.opcc.inspectionresponse.platform.people.RestrictedPages;
import uk.opcc.inspectionresponse.platform.tasks.Link;
import uk.opcc.inspectionresponse.platform.tasks.PagesOfStaff;

/** Names the audit to those who may see it. */
@Component
class LinkToAudit implements PagesOfStaff {

    @Override
    public List<Link> forMembersOf(Set<String> groups) {
        return RestrictedPages.AUDIT.areOpenTo(groups)
                ? List.of(new Link(
                        "Audit: who did what in each inspection, and its evidence", RestrictedPages.AUDIT.path()))
                : List.of();
    }

    @Override
    public List<Link> ofInspection(Set<String> groups, String reference) {
        return RestrictedPages.AUDIT.areOpenTo(groups)
                ? List.of(new Link("Audit: who did what, and when", RestrictedPages.AUDIT.path() + "/" + reference))
                : List.of();
    }
}
