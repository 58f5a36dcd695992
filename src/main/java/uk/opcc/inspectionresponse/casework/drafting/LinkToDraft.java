package uk.opcc.inspectionresponse.casework.drafting;

import java.util.List;
import java.util.Set;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import uk.opcc.inspectionresponse.platform.people.RestrictedPages;
import uk.opcc.inspectionresponse.platform.tasks.Link;
import uk.opcc.inspectionresponse.platform.tasks.PagesOfStaff;

/** Names the draft of an inspection's response to those who may see it. */
@Component
@Order(1)
class LinkToDraft implements PagesOfStaff {

    private final ReadableDrafts drafts;

    LinkToDraft(ReadableDrafts drafts) {
        this.drafts = drafts;
    }

    @Override
    public List<Link> ofInspection(Set<String> groups, String reference) {
        return RestrictedPages.DOCUMENTS.areOpenTo(groups)
                        && drafts.draft(reference).isPresent()
                ? List.of(new Link(
                        "Draft of the response", RestrictedPages.DOCUMENTS.path() + "/" + reference + "/draft.html"))
                : List.of();
    }
}
