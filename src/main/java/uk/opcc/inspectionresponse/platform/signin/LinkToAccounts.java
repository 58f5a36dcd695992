package uk.opcc.inspectionresponse.platform.signin;

import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;
import uk.opcc.inspectionresponse.platform.people.RestrictedPages;
import uk.opcc.inspectionresponse.platform.tasks.Link;
import uk.opcc.inspectionresponse.platform.tasks.PagesOfStaff;

/** Names the page of the directories' accounts to those who may see it. */
@Component
class LinkToAccounts implements PagesOfStaff {

    @Override
    public List<Link> forMembersOf(Set<String> groups) {
        return RestrictedPages.ACCOUNTS.areOpenTo(groups)
                ? List.of(new Link("Accounts of directories", RestrictedPages.ACCOUNTS.path()))
                : List.of();
    }
}
