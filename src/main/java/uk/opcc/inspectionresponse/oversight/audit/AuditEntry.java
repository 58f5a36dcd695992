package uk.opcc.inspectionresponse.oversight.audit;

import java.util.Date;

/**
 * Something that was done in an inspection.
 *
 * @param at when
 * @param user the user name of whoever did it; empty if the application did
 * @param name that person's name
 * @param what the action
 * @param on the task or the step of the diagram
 * @param detail the field, what it was before and what it is now
 */
record AuditEntry(Date at, String user, String name, String what, String on, String detail) {

    /** The name where nobody did it. */
    static final String APPLICATION = "the application";

    static AuditEntry byTheApplication(Date at, String what, String on, String detail) {
        return new AuditEntry(at, "", APPLICATION, what, on, detail);
    }
}
