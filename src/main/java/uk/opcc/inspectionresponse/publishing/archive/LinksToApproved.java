package uk.opcc.inspectionresponse.publishing.archive;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import uk.opcc.inspectionresponse.platform.office.RecipientSettings;
import uk.opcc.inspectionresponse.platform.people.RestrictedPages;
import uk.opcc.inspectionresponse.platform.tasks.Link;
import uk.opcc.inspectionresponse.platform.tasks.PagesOfStaff;

/** Names the approved response of an inspection, its letters and its record copy, to those who may see them. */
@Component
@Order(2)
class LinksToApproved implements PagesOfStaff {

    private final ApprovedResponses approved;

    private final ApprovedLetters letters;
    private final RecipientSettings settings;

    LinksToApproved(ApprovedResponses approved, ApprovedLetters letters, RecipientSettings settings) {
        this.settings = settings;
        this.approved = approved;
        this.letters = letters;
    }

    @Override
    public List<Link> ofInspection(Set<String> groups, String reference) {
        Optional<Integer> version = approved.latestVersion(reference);
        if (!RestrictedPages.DOCUMENTS.areOpenTo(groups) || version.isEmpty()) {
            return List.of();
        }
        String documents = RestrictedPages.DOCUMENTS.path() + "/" + reference;
        List<Link> links = new ArrayList<>();
        links.add(new Link("Approved response", documents + "/response.html"));
        letters.recipients(reference, version.get())
                .forEach(recipient -> links.add(new Link(
                        "Letter to " + settings.words(recipient) + " (PDF)",
                        documents + "/letters/" + recipient + ".pdf")));
        links.add(new Link("Record copy, with the page For Office Use Only (PDF)", documents + "/record.pdf"));
        return List.copyOf(links);
    }
}
