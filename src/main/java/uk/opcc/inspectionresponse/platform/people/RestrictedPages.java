package uk.opcc.inspectionresponse.platform.people;

import java.util.List;
import java.util.Set;

/** The pages of the application that are not for everybody who is signed in, and for whom they are. */
public enum RestrictedPages {
    ACTUATOR("/actuator", Groups.ADMINISTRATORS),
    ACCOUNTS("/accounts", Groups.ADMINISTRATORS),
    BACKUPS("/backups", Groups.ADMINISTRATORS),
    PROCESSES("/processes", Groups.PROCESS_OWNERS, Groups.ADMINISTRATORS),
    AUDIT("/audit", Groups.MANAGERS, Groups.ADMINISTRATORS),

    /** Where those who publish bring earlier responses into the register. */
    EARLIER_RESPONSES("/earlier-responses", Groups.POLICY_OFFICERS, Groups.COMMUNICATIONS),
    EVIDENCE("/evidence", Groups.POLICY_OFFICERS, Groups.MANAGERS, Groups.ADMINISTRATORS),

    /** Drafts among them, which are not for the Chief Constable's office. */
    DOCUMENTS(
            "/documents",
            Groups.POLICY_OFFICERS,
            Groups.APPROVERS,
            Groups.COMMUNICATIONS,
            Groups.MANAGERS,
            Groups.ADMINISTRATORS);

    private final String path;
    private final List<String> groups;

    RestrictedPages(String path, String... groups) {
        this.path = path;
        this.groups = List.of(groups);
    }

    /** The path of the first of them, with which those of the others begin. */
    public String path() {
        return path;
    }

    /** The ids of the groups that may open them. */
    public List<String> groups() {
        return groups;
    }

    /** Whether somebody may open them who is in these groups. */
    public boolean areOpenTo(Set<String> members) {
        return groups.stream().anyMatch(members::contains);
    }
}
