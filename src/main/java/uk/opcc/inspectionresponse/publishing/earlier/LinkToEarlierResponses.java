package uk.opcc.inspectionresponse.publishing.earlier;

import java.util.List;
import java.util.Set;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import uk.opcc.inspectionresponse.platform.people.RestrictedPages;
import uk.opcc.inspectionresponse.platform.tasks.Link;
import uk.opcc.inspectionresponse.platform.tasks.PagesOfStaff;

/** Names the page of the earlier responses to those who may import them. */
@Component
@Order(4)
class LinkToEarlierResponses implements PagesOfStaff {

    @Override
    public List<Link> forMembersOf(Set<String> groups) {
        return RestrictedPages.EARLIER_RESPONSES.areOpenTo(groups)
                ? List.of(new Link("Import earlier responses", RestrictedPages.EARLIER_RESPONSES.path()))
                : List.of();
    }
}
