package uk.opcc.inspectionresponse.publishing.register;

import java.util.List;
import java.util.Set;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import uk.opcc.inspectionresponse.platform.tasks.Link;
import uk.opcc.inspectionresponse.platform.tasks.PagesOfStaff;

/** Names the public register, and the page of a response in it. */
@Component
@Order(3)
class LinkToRegister implements PagesOfStaff {

    private static final String ADDRESS = "/responses";

    private final Register register;

    LinkToRegister(Register register) {
        this.register = register;
    }

    @Override
    public List<Link> forMembersOf(Set<String> groups) {
        return List.of(new Link("Register of published responses", ADDRESS));
    }

    @Override
    public List<Link> ofInspection(Set<String> groups, String reference) {
        return register.find(reference).isPresent()
                ? List.of(new Link("Published response, in the register", ADDRESS + "/" + reference))
                : List.of();
    }
}
