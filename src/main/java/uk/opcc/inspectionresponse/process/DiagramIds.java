package uk.opcc.inspectionresponse.process;

import java.util.Set;

/**
 * The ids of the processes, of their tasks and of their messages that the code knows, as the diagrams write them. They
 * are also in tables and settings, and in the history of every inspection: none is ever changed.
 */
public final class DiagramIds {

    public static final String INSPECTION_RESPONSE = "inspection-response";
    public static final String CORRECT_RESPONSE = "correct-response";
    public static final String SEND_COPY_AGAIN = "send-copy-again";
    public static final String CHANGE_INSPECTION = "change-inspection";
    public static final String DELIVER_COPY = "deliver-copy";
    public static final String TELL_PEOPLE = "tell-people";

    public static final String INSPECTION_TYPES = "inspection-types";

    public static final String DO_WHAT_ELSE_IS_OWED = "do-what-else-is-owed";
    public static final String EXPLAIN_RECOMMENDATION = "explain-recommendation";
    public static final String ANSWER_RECOMMENDATIONS = "answer-recommendations";
    public static final String DRAFT_PCC_RESPONSE = "draft-pcc-response";
    public static final String APPROVE_RESPONSE = "approve-response";
    public static final String KEEP_APPROVED_RESPONSE = "keep-approved-response";
    public static final String SEND_TO_HOME_OFFICE = "send-to-home-office";
    public static final String SEND_TO_HMICFRS = "send-to-hmicfrs";
    public static final String PUBLISH_ON_WEBSITE = "publish-on-website";
    public static final String SEND_TO_CHIEF_CONSTABLE = "send-to-chief-constable";
    public static final String SEND_TO_POLICE_AND_CRIME_PANEL = "send-to-police-and-crime-panel";
    public static final String WRITE_CORRECTION = "write-correction";
    public static final String APPROVE_CORRECTION = "approve-correction";

    public static final String DECIDE_CHANGE = "decide-change";
    public static final String REVISE_CHANGE = "revise-change";
    public static final String AWAIT_THE_PUBLICATION = "await-the-publication";

    public static final String PUBLICATION_DATE_WAS_WRONG = "publication-date-was-wrong";
    public static final String REPORT_NOT_OUT_YET = "report-not-out-yet";
    public static final String NO_RESPONSE_NEEDED = "no-response-needed";

    public static final String SOMETHING_HAS_COME = "something-has-come";

    /** The messages that the application sends. Nobody else can send any. */
    public static final Set<String> SENT_MESSAGES =
            Set.of(PUBLICATION_DATE_WAS_WRONG, REPORT_NOT_OUT_YET, NO_RESPONSE_NEEDED, SOMETHING_HAS_COME);

    private DiagramIds() {}
}
