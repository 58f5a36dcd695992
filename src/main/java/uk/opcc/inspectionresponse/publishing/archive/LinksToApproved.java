package uk.opcc.inspectionresponse.publishing.archive;

import java.util.List;
import java.util.Set;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import uk.opcc.inspectionresponse.platform.people.RestrictedPages;
import uk.opcc.inspectionresponse.platform.tasks.Link;
import uk.opcc.inspectionresponse.platform.tasks.PagesOfStaff;

/** Names the approved response of an inspection, and its record copy, to those who may see them. */
@Component
@Order(2)
class LinksToApproved implements PagesOfStaff {

    private final ApprovedResponses approved;

    LinksToApproved(ApprovedResponses approved) {
        this.approved = approved;
    }

    @Override
    public List<Link> ofInspection(Set<String> groups, String reference) {
        if (!RestrictedPages.DOCUMENTS.areOpenTo(groups)
                || approved.latestVersion(reference).isEmpty()) {
            return List.of();
        }
        String documents = RestrictedPages.DOCUMENTS.path() + "/" + reference;
        return List.of(
                new Link("Approved response", documents + "/response.html"),
                new Link("Record copy, with the page For Office Use Only (PDF)", documents + "/record.pdf"));
    }
}
