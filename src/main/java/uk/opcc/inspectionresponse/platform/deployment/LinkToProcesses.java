package uk.opcc.inspectionresponse.platform.deployment;

import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;
import uk.opcc.inspectionresponse.platform.people.RestrictedPages;
import uk.opcc.inspectionresponse.platform.tasks.Link;
import uk.opcc.inspectionresponse.platform.tasks.PagesOfStaff;

/** Names the page of the processes and forms to those who may decide on them. */
@Component
class LinkToProcesses implements PagesOfStaff {

    @Override
    public List<Link> forMembersOf(Set<String> groups) {
        return RestrictedPages.PROCESSES.areOpenTo(groups)
                ? List.of(new Link("Processes and forms: what is in use", RestrictedPages.PROCESSES.path()))
                : List.of();
    }
}
