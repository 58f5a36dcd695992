package uk.opcc.inspectionresponse.casework.drafting;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import uk.opcc.inspectionresponse.platform.people.RestrictedPages;
import uk.opcc.inspectionresponse.platform.tasks.Link;
import uk.opcc.inspectionresponse.platform.tasks.PagesOfStaff;

/** Names the draft of an inspection's response, and of its letters, to those who may see it. */
@Component
@Order(1)
class LinkToDraft implements PagesOfStaff {

    private final ReadableDrafts drafts;

    private final LettersOfInspection letters;

    LinkToDraft(ReadableDrafts drafts, LettersOfInspection letters) {
        this.drafts = drafts;
        this.letters = letters;
    }

    @Override
    public List<Link> ofInspection(Set<String> groups, String reference) {
        if (!RestrictedPages.DOCUMENTS.areOpenTo(groups)
                || drafts.draft(reference).isEmpty()) {
            return List.of();
        }
        String documents = RestrictedPages.DOCUMENTS.path() + "/" + reference;
        return Stream.concat(
                        Stream.of(new Link("Draft of the response", documents + "/draft.html")),
                        letters.of(reference).keySet().stream()
                                .map(recipient -> new Link(
                                        "Draft of the letter to " + recipient.words(),
                                        documents + "/draft-letters/" + recipient.key() + ".html")))
                .toList();
    }
}
