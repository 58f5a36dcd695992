package uk.opcc.inspectionresponse.oversight.evidence;

import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;
import uk.opcc.inspectionresponse.platform.people.RestrictedPages;
import uk.opcc.inspectionresponse.platform.tasks.Link;
import uk.opcc.inspectionresponse.platform.tasks.PagesOfStaff;

/** Names the evidence of an inspection to those who may see it. */
@Component
class LinkToEvidence implements PagesOfStaff {

    @Override
    public List<Link> ofInspection(Set<String> groups, String reference) {
        return RestrictedPages.EVIDENCE.areOpenTo(groups)
                ? List.of(new Link("Evidence", RestrictedPages.EVIDENCE.path() + "/" + reference))
                : List.of();
    }
}
