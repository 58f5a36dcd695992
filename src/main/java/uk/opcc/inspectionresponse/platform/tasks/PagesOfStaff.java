package uk.opcc.inspectionresponse.platform.tasks;

import java.util.List;
import java.util.Set;

/** Names the pages of the application that somebody may open: each part of it those that it has. */
public interface PagesOfStaff {

    /**
     * The pages that are of no single inspection.
     *
     * @param groups the ids of the groups that the person is in
     */
    default List<Link> forMembersOf(Set<String> groups) {
        return List.of();
    }

    /**
     * The pages of one inspection.
     *
     * @param groups the ids of the groups that the person is in
     * @param reference the inspection's, which can stand in an address
     */
    default List<Link> ofInspection(Set<String> groups, String reference) {
        return List.of();
    }
}
