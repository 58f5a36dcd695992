package uk.opcc.inspectionresponse.platform.people;

/** The groups, one for each role; the diagram names them as candidate groups. */
public final class Groups {

    /** Policy officers of the office: register, draft and distribute. */
    public static final String POLICY_OFFICERS = "policy-officers";

    /** The Chief Constable's office: submits the comments. */
    public static final String CHIEF_CONSTABLES_OFFICE = "chief-constables-office";

    /** The local policing body and those who may approve for it. */
    public static final String APPROVERS = "approvers";

    /** Communications officers: publish on the website. */
    public static final String COMMUNICATIONS = "communications";

    /** Managers: watch the deadlines, receive the escalation. */
    public static final String MANAGERS = "managers";

    /** Process owners: change the diagram, the decision table and the forms. */
    public static final String PROCESS_OWNERS = "process-owners";

    /** Administrators: users, groups and the machinery; the engine knows the group by this name. */
    public static final String ADMINISTRATORS = "camunda-admin";

    private Groups() {}
}
