package uk.opcc.inspectionresponse.messages.notices;

import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;
import uk.opcc.inspectionresponse.platform.tasks.Link;
import uk.opcc.inspectionresponse.platform.tasks.PagesOfStaff;

/** Names the page where people choose which mails they get. */
@Component
class LinkToNotices implements PagesOfStaff {

    @Override
    public List<Link> forMembersOf(Set<String> groups) {
        return List.of(new Link("Emails about your tasks: at once, once a day, or none", "/notices"));
    }
}
