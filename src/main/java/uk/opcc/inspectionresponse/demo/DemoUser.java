package uk.opcc.inspectionresponse.demo;

import java.util.List;
import uk.opcc.inspectionresponse.messages.notices.Preference;
import uk.opcc.inspectionresponse.platform.people.Groups;

/**
 * A person who exists only in the demo, with a password that anyone may know.
 *
 * @param mails most of them prefer one mail a day, so that the demo's start writes few
 */
record DemoUser(String name, String firstName, String lastName, String role, String group, Preference mails) {

    static final String PASSWORD = "demo";

    static final List<DemoUser> ALL = List.of(
            new DemoUser("priya", "Priya", "Raman", "policy officer", Groups.POLICY_OFFICERS, Preference.DAILY),
            new DemoUser("owen", "Owen", "Larkin", "policy officer", Groups.POLICY_OFFICERS, Preference.DAILY),
            new DemoUser(
                    "grace",
                    "Grace",
                    "Holloway",
                    "Chief Constable's staff officer",
                    Groups.CHIEF_CONSTABLES_OFFICE,
                    Preference.DAILY),
            new DemoUser("helen", "Helen", "Marsh", "PCC, approves", Groups.APPROVERS, Preference.DAILY),
            new DemoUser(
                    "tomasz", "Tomasz", "Nowak", "communications officer", Groups.COMMUNICATIONS, Preference.DAILY),
            new DemoUser("martin", "Martin", "Oduya", "manager", Groups.MANAGERS, Preference.AT_ONCE),
            new DemoUser("bea", "Bea", "Thornton", "process owner", Groups.PROCESS_OWNERS, Preference.DAILY));
}
