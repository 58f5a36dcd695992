package uk.opcc.inspectionresponse.demo;

import java.util.List;
import uk.opcc.inspectionresponse.people.Groups;

/** A person who exists only in the demo, with a password that anyone may know. */
record DemoUser(String name, String firstName, String lastName, String role, String group) {

    static final String PASSWORD = "demo";

    static final List<DemoUser> ALL = List.of(
            new DemoUser("priya", "Priya", "Raman", "policy officer", Groups.POLICY_OFFICERS),
            new DemoUser("owen", "Owen", "Larkin", "policy officer", Groups.POLICY_OFFICERS),
            new DemoUser(
                    "grace", "Grace", "Holloway", "Chief Constable's staff officer", Groups.CHIEF_CONSTABLES_OFFICE),
            new DemoUser("helen", "Helen", "Marsh", "PCC, approves", Groups.APPROVERS),
            new DemoUser("tomasz", "Tomasz", "Nowak", "communications officer", Groups.COMMUNICATIONS),
            new DemoUser("martin", "Martin", "Oduya", "manager", Groups.MANAGERS),
            new DemoUser("bea", "Bea", "Thornton", "process owner", Groups.PROCESS_OWNERS));
}
