package uk.opcc.inspectionresponse.process;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.type.TypeReference;
import java.time.LocalDate;
import java.util.Collections;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Every variable of the processes {@code inspection-response}, {@code correct-response}, {@code change-inspection} and
 * {@code send-copy-again}: type, meaning and who sets it, from which {@code docs/process-variables.md} is made. A
 * variable that is not declared here is refused.
 *
 * <p>Short values of forms are plain (String, Boolean); long texts and lists are Json.
 */
public final class ProcessVariables {

    private static final Map<String, ProcessVariable<?>> ALL = new LinkedHashMap<>();

    /** That a report which was announced will not be published, as {@link #ANNOUNCEMENT_NEXT} has it. */
    public static final String WITHDRAWN = "withdraw";

    public static final ProcessVariable<String> REFERENCE = declare(
            "reference",
            new TypeReference<>() {},
            "the reference of the inspection, its business key: forms link the documents by it",
            "start form");
    public static final ProcessVariable<String> TITLE = declare(
            "title", new TypeReference<>() {}, "title of the inspection report", "start form; await-the-publication");
    public static final ProcessVariable<LocalDate> DATE_PUBLISHED = declare(
            "datePublished",
            new TypeReference<>() {},
            "the day on which the inspectors published the report: day 1 of the statutory period",
            "start form; await-the-publication where it was announced and has moved");
    public static final ProcessVariable<String> REPORT_IS = declare(
            "reportIs",
            new TypeReference<>() {},
            "published, or announced where it is registered before it comes out; nothing is published",
            "start form");
    public static final ProcessVariable<Boolean> REGISTERED_NOW = declare(
            "registeredNow",
            new TypeReference<>() {},
            "that the report is being registered at this moment, with a reference that is counted; never stored",
            "start form",
            KeptInHistory.NOTHING);
    public static final ProcessVariable<Boolean> STILL_TO_COME = declare(
            "stillToCome",
            new TypeReference<>() {},
            "whether the day of publication is still to come",
            "look-at-the-day",
            KeptInHistory.LAST_VALUE);
    public static final ProcessVariable<Date> COMES_OUT_AT = declare(
            "comesOutAt",
            new TypeReference<>() {},
            "when the day begins on which an announced report is published",
            "look-at-the-day",
            KeptInHistory.LAST_VALUE);
    public static final ProcessVariable<Date> ANNOUNCEMENT_DUE = declare(
            "announcementDue",
            new TypeReference<>() {},
            "due date of awaiting the publication",
            "look-at-the-day",
            KeptInHistory.LAST_VALUE);
    public static final ProcessVariable<String> ANNOUNCEMENT_NEXT = declare(
            "announcementNext",
            new TypeReference<>() {},
            "change, or withdraw where the announced report will not be published",
            "await-the-publication");
    public static final ProcessVariable<String> ANNOUNCEMENT_REASON = declare(
            "announcementReason",
            new TypeReference<>() {},
            "why the announced report will not be published",
            "await-the-publication");
    public static final ProcessVariable<String> INSPECTION_TYPE = declare(
            "inspectionType",
            new TypeReference<>() {},
            "type of inspection, one of the decision table inspection-types",
            "start form; await-the-publication");
    public static final ProcessVariable<String> REPORT_LINK =
            declare("reportLink", new TypeReference<>() {}, "URL of the report", "start form");
    public static final ProcessVariable<LocalDate> COMMENTS_INVITED_BY = declare(
            "commentsInvitedBy",
            new TypeReference<>() {},
            "the day by which the Chief Constable is invited to comment, section 55(4)",
            "start form; work-out-the-dates where it was left empty; submit-comments where it is moved");

    public static final ProcessVariable<LocalDate> RESPONSE_BY = declare(
            "responseBy",
            new TypeReference<>() {},
            "the day by which the report asks for a response, where no law gives the 56 days",
            "start form; await-the-publication");

    public static final ProcessVariable<TypeRules> TYPE_RULES = declare(
            "typeRules",
            new TypeReference<>() {},
            "what the decision table says of the type of inspection",
            "look-up-the-type; as Json work-out-the-dates; of a correction, take-over-published-texts",
            KeptInHistory.LAST_VALUE);
    public static final ProcessVariable<Map<String, Object>> TIMETABLE = declare(
            "timetable",
            new TypeReference<>() {},
            "the row of the decision table: numbers of days and the time of the escalation",
            "look-up-the-timetable; as Json work-out-the-dates",
            KeptInHistory.LAST_VALUE);
    public static final ProcessVariable<LocalDate> LAST_LAWFUL_DAY = declare(
            "lastLawfulDay",
            new TypeReference<>() {},
            "day 56, section 55(5A), or the last day that the report gives",
            "work-out-the-dates");
    public static final ProcessVariable<String> LAST_DAY_IS = declare(
            "lastDayIs",
            new TypeReference<>() {},
            "what day of the week the last lawful day is, and which working day is the last before it, in words",
            "work-out-the-dates");
    public static final ProcessVariable<List<OtherDuty>> OTHER_DUTIES = declare(
            "otherDuties",
            new TypeReference<>() {},
            "what else is owed for a report of this type, beside the response; no element where nothing is",
            "work-out-the-dates");
    public static final ProcessVariable<OtherDuty> OTHER_DUTY = declare(
            "otherDuty",
            new TypeReference<>() {},
            "the duty that one task is about",
            "each element of otherDuties, local");
    public static final ProcessVariable<Date> OTHER_DUTY_DUE = declare(
            "otherDutyDue",
            new TypeReference<>() {},
            "due date of the duty",
            "duty-begins, local",
            KeptInHistory.LAST_VALUE);
    public static final ProcessVariable<DutyDone> DUTY_DONE = declare(
            "dutyDone",
            new TypeReference<>() {},
            "what became of the duty, as the form has it",
            "do-what-else-is-owed, local");
    public static final ProcessVariable<List<DoneDuty>> DONE_DUTIES = declare(
            "doneDuties",
            new TypeReference<>() {},
            "what became of each duty, and who recorded it",
            "keep-what-was-done");
    public static final ProcessVariable<Date> ESCALATION_AT = declare(
            "escalationAt",
            new TypeReference<>() {},
            "when the timer fires",
            "work-out-the-dates",
            KeptInHistory.LAST_VALUE);
    public static final ProcessVariable<Date> FINDINGS_DUE = declare(
            "findingsDue",
            new TypeReference<>() {},
            "due date of the findings",
            "work-out-the-dates",
            KeptInHistory.LAST_VALUE);
    public static final ProcessVariable<Date> COMMENTS_DUE = declare(
            "commentsDue",
            new TypeReference<>() {},
            "due date of the Chief Constable's comments",
            "work-out-the-dates",
            KeptInHistory.LAST_VALUE);
    public static final ProcessVariable<Date> DRAFT_DUE = declare(
            "draftDue",
            new TypeReference<>() {},
            "due date of the draft response",
            "work-out-the-dates",
            KeptInHistory.LAST_VALUE);
    public static final ProcessVariable<Date> APPROVAL_DUE = declare(
            "approvalDue",
            new TypeReference<>() {},
            "due date of the approval",
            "work-out-the-dates",
            KeptInHistory.LAST_VALUE);
    public static final ProcessVariable<Date> DISTRIBUTION_DUE = declare(
            "distributionDue",
            new TypeReference<>() {},
            "due date of the five distributions",
            "work-out-the-dates",
            KeptInHistory.LAST_VALUE);
    public static final ProcessVariable<Date> ESCALATION_DUE = declare(
            "escalationDue",
            new TypeReference<>() {},
            "due date of the managers' task",
            "work-out-the-dates",
            KeptInHistory.LAST_VALUE);
    public static final ProcessVariable<Integer> TASK_PRIORITY = declare(
            "taskPriority",
            new TypeReference<>() {},
            "priority of the tasks: 50, raised when the inspection is escalated",
            "work-out-the-dates, escalate-outstanding-work",
            KeptInHistory.LAST_VALUE);

    public static final ProcessVariable<Findings> FINDINGS = declare(
            "findings",
            new TypeReference<>() {},
            "key findings, and the recommendations as they were pasted",
            "record-findings");
    public static final ProcessVariable<String> FINDINGS_NEXT =
            declare("findingsNext", new TypeReference<>() {}, "later, check or none", "record-findings");
    public static final ProcessVariable<List<Item>> RECOMMENDATIONS = declare(
            "recommendations",
            new TypeReference<>() {},
            "the items of the report: its recommendations, areas for improvement and causes of concern, in its order",
            "read-recommendations, check-recommendations");
    public static final ProcessVariable<String> RECOMMENDATIONS_CHECK = declare(
            "recommendationsCheck", new TypeReference<>() {}, "right, correct or change", "check-recommendations");
    public static final ProcessVariable<String> CHECK_OFFICER = declare(
            "checkOfficer",
            new TypeReference<>() {},
            "user who has corrected the items and sees them again; none at first",
            "check-recommendations",
            KeptInHistory.LAST_VALUE);
    public static final ProcessVariable<List<ItemToCheck>> ITEMS_TO_CHECK = declare(
            "itemsToCheck",
            new TypeReference<>() {},
            "the items as the officer reads them to check them",
            "read-recommendations, check-recommendations");
    public static final ProcessVariable<String> ITEMS_FOUND = declare(
            "itemsFound",
            new TypeReference<>() {},
            "how many items of each kind there are, in words",
            "read-recommendations, check-recommendations");
    public static final ProcessVariable<Integer> ITEMS_IN_DOUBT = declare(
            "itemsInDoubt",
            new TypeReference<>() {},
            "how many items have something uncertain",
            "read-recommendations, check-recommendations");
    public static final ProcessVariable<Map<String, String>> CORRECTED = declare(
            "corrected",
            new TypeReference<>() {},
            "what the officer can correct of each item: text4 is the text of the fourth",
            "read-recommendations, check-recommendations");
    public static final ProcessVariable<List<Choice>> ADDRESSEES = declare(
            "addressees",
            new TypeReference<>() {},
            "to whom an item can be addressed, from the configuration",
            "read-recommendations, check-recommendations");
    public static final ProcessVariable<List<AnsweredTogether>> ANSWERED_TOGETHER = declare(
            "answeredTogether",
            new TypeReference<>() {},
            "the addressees whose items are answered together",
            "read-recommendations, check-recommendations");
    public static final ProcessVariable<Map<String, String>> SENTENCES = declare(
            "sentences",
            new TypeReference<>() {},
            "with which sentence the items of one addressee are answered together: text2 is that of the addressee whose"
                    + " number is 2",
            "read-recommendations, check-recommendations");
    public static final ProcessVariable<String> ANSWERS_IN = declare(
            "answersIn",
            new TypeReference<>() {},
            "each, a task for each item that is answered on its own, or all, one task for all of them",
            "read-recommendations, check-recommendations");

    public static final ProcessVariable<Comments> COMMENTS =
            declare("comments", new TypeReference<>() {}, "the Chief Constable's comments", "submit-comments");
    public static final ProcessVariable<Map<String, String>> COMMENTS_ON = declare(
            "commentsOn",
            new TypeReference<>() {},
            "what the Chief Constable's office writes of individual items: text4, status4, owner4, targetDate4 and"
                    + " notForPublication4 are of the item with the number 4",
            "submit-comments; of a correction, take-over-published-texts, write-correction");
    public static final ProcessVariable<List<ItemComment>> ITEM_COMMENTS = declare(
            "itemComments",
            new TypeReference<>() {},
            "the comments on individual items that were submitted, in the order of the report",
            "submit-comments; of a correction, take-over-published-texts, write-correction");
    public static final ProcessVariable<String> COMMENTS_NEXT =
            declare("commentsNext", new TypeReference<>() {}, "later, submit, none, told or move", "submit-comments");
    public static final ProcessVariable<CommentsTold> COMMENTS_TOLD = declare(
            "commentsTold",
            new TypeReference<>() {},
            "who told the office that there are no comments, when and how",
            "submit-comments");
    public static final ProcessVariable<CommentsRecord> COMMENTS_RECORD = declare(
            "commentsRecord",
            new TypeReference<>() {},
            "whether comments were submitted or none were, who recorded it and when",
            "submit-comments");

    public static final ProcessVariable<List<Item>> RECOMMENDATIONS_TO_EXPLAIN = declare(
            "recommendationsToExplain",
            new TypeReference<>() {},
            "the items whose explanation is to be written now: at first all that are answered on their own, then the"
                    + " reopened ones",
            "record-findings, check-recommendations, draft-pcc-response");
    public static final ProcessVariable<Map<String, String>> ANSWERS = declare(
            "answers",
            new TypeReference<>() {},
            "the answers as they are being written in one task: kind4, text4, sameAs4, owner4 and targetDate4 are of the"
                    + " item with the number 4",
            "answer-recommendations; of a correction, take-over-published-texts, write-correction");
    public static final ProcessVariable<String> ANSWERS_NEXT =
            declare("answersNext", new TypeReference<>() {}, "later or finished", "answer-recommendations");
    public static final ProcessVariable<String> ANSWERED_BY = declare(
            "answeredBy",
            new TypeReference<>() {},
            "user who finished the answers",
            "answer-recommendations",
            KeptInHistory.LAST_VALUE);
    public static final ProcessVariable<String> ANSWERS_OFFICER = declare(
            "answersOfficer",
            new TypeReference<>() {},
            "user who goes on with the answers; empty: anyone in the group",
            "answer-recommendations");
    public static final ProcessVariable<Item> RECOMMENDATION = declare(
            "recommendation", new TypeReference<>() {}, "the one of this instance", "explain-recommendations, local");
    public static final ProcessVariable<Integer> RECOMMENDATION_NUMBER = declare(
            "recommendationNumber",
            new TypeReference<>() {},
            "its number, which Tasklist shows in the list of tasks",
            "explain-recommendations, local",
            KeptInHistory.LAST_VALUE);
    public static final ProcessVariable<ExplanationText> EXPLANATION = declare(
            "explanation",
            new TypeReference<>() {},
            "the explanation of this recommendation as it is being written, section 55(5B)",
            "explain-recommendation, local");
    public static final ProcessVariable<String> EXPLANATION_NEXT =
            declare("explanationNext", new TypeReference<>() {}, "later or finished", "explain-recommendation, local");
    public static final ProcessVariable<String> EXPLANATION_OFFICER = declare(
            "explanationOfficer",
            new TypeReference<>() {},
            "user who goes on with this explanation; empty: anyone in the group",
            "explain-recommendation, local");
    public static final ProcessVariable<List<Explanation>> EXPLANATIONS = declare(
            "explanations",
            new TypeReference<>() {},
            "for each recommendation the action taken or proposed, or why there is none, section 55(5B)",
            "answer-for-others, keep-explanation, keep-answers");

    public static final ProcessVariable<ResponseText> RESPONSE =
            declare("response", new TypeReference<>() {}, "the overall text of the response", "draft-pcc-response");
    public static final ProcessVariable<String> DRAFT_NEXT =
            declare("draftNext", new TypeReference<>() {}, "later, reopen or finished", "draft-pcc-response");
    public static final ProcessVariable<String> DRAFT_REOPEN = declare(
            "draftReopen",
            new TypeReference<>() {},
            "numbers of the recommendations whose explanation is to be changed",
            "draft-pcc-response");
    public static final ProcessVariable<String> DRAFT_OFFICER = declare(
            "draftOfficer",
            new TypeReference<>() {},
            "user who goes on with the draft; empty: anyone in the group",
            "draft-pcc-response");
    public static final ProcessVariable<String> DRAFTED_BY = declare(
            "draftedBy",
            new TypeReference<>() {},
            "user who finished the draft",
            "draft-pcc-response",
            KeptInHistory.LAST_VALUE);

    public static final ProcessVariable<String> APPROVAL_DECISION = declare(
            "approvalDecision",
            new TypeReference<>() {},
            "approve, send-back-to-drafter or send-back-to-chief-constable",
            "approve-response");
    public static final ProcessVariable<ApprovalText> APPROVAL =
            declare("approval", new TypeReference<>() {}, "the approver's reasons", "approve-response");
    public static final ProcessVariable<SentBack> SENT_BACK = declare(
            "sentBack",
            new TypeReference<>() {},
            "to whom, why, by whom and when the response was last sent back; none once approved",
            "approve-response");
    public static final ProcessVariable<List<Round>> ROUNDS = declare(
            "rounds",
            new TypeReference<>() {},
            "every round of approval: what was submitted, what was decided, by whom, when and why",
            "approve-response");
    public static final ProcessVariable<List<Signatory>> SIGNATORIES = declare(
            "signatories",
            new TypeReference<>() {},
            "who can sign the response, from the configuration",
            "approve-response: start; each start of the application");
    public static final ProcessVariable<String> SIGNATORY = declare(
            "signatory",
            new TypeReference<>() {},
            "who signs the response, in the words of the form; at first the first of those who can",
            "approve-response: start, approve-response");
    public static final ProcessVariable<Signature> SIGNATURE = declare(
            "signature",
            new TypeReference<>() {},
            "who signed the response, and its date",
            "approve-response; correct-response: take-over-published-texts",
            KeptInHistory.LAST_VALUE);
    public static final ProcessVariable<LocalDate> APPROVED_ON =
            declare("approvedOn", new TypeReference<>() {}, "the day of the approval", "approve-response");

    public static final ProcessVariable<Distribution> DISTRIBUTION = declare(
            "distribution",
            new TypeReference<>() {},
            "what the person records of this distribution",
            "the five distribution tasks, local");
    public static final ProcessVariable<SendingProblem> SENDING_PROBLEM = declare(
            "sendingProblem",
            new TypeReference<>() {},
            "what became of the last email where a person must decide what to do",
            "the four sending tasks, local");
    public static final ProcessVariable<Boolean> MAIL_SERVER = declare(
            "mailServer",
            new TypeReference<>() {},
            "whether a mail server is configured, so that an email is sent and does not become a file",
            "the four sending tasks, local; each start of the application");
    public static final ProcessVariable<String> LETTER_TO = declare(
            "letterTo",
            new TypeReference<>() {},
            "the recipient, where the copy is a letter; null where it is the response itself",
            "the four sending tasks, local");
    public static final ProcessVariable<Distribution> HOME_OFFICE_DISTRIBUTION = declare(
            "homeOfficeDistribution",
            new TypeReference<>() {},
            "who, when, to which address",
            "send-to-home-office",
            KeptInHistory.LAST_VALUE);
    public static final ProcessVariable<Distribution> HMICFRS_DISTRIBUTION = declare(
            "hmicfrsDistribution",
            new TypeReference<>() {},
            "who, when, to which address",
            "send-to-hmicfrs",
            KeptInHistory.LAST_VALUE);
    public static final ProcessVariable<Distribution> WEBSITE_DISTRIBUTION = declare(
            "websiteDistribution",
            new TypeReference<>() {},
            "who, when, at which URL",
            "publish-on-website",
            KeptInHistory.LAST_VALUE);
    public static final ProcessVariable<Distribution> CHIEF_CONSTABLE_DISTRIBUTION = declare(
            "chiefConstableDistribution",
            new TypeReference<>() {},
            "who, when, to which address",
            "send-to-chief-constable",
            KeptInHistory.LAST_VALUE);
    public static final ProcessVariable<Distribution> PANEL_DISTRIBUTION = declare(
            "panelDistribution",
            new TypeReference<>() {},
            "who, when, to which address",
            "send-to-police-and-crime-panel",
            KeptInHistory.LAST_VALUE);
    public static final ProcessVariable<String> COPY = declare(
            "copy", new TypeReference<>() {}, "whose copy came back: a recipient's key", "send-copy-again: start form");
    public static final ProcessVariable<Date> COPY_DUE = declare(
            "copyDue",
            new TypeReference<>() {},
            "by when it is sent again",
            "send-copy-again: start",
            KeptInHistory.LAST_VALUE);
    public static final ProcessVariable<ReturnedCopy> RETURNED =
            declare("returned", new TypeReference<>() {}, "what came back of a copy", "send-copy-again: start form");
    public static final ProcessVariable<Distribution> COPY_DISTRIBUTION = declare(
            "copyDistribution",
            new TypeReference<>() {},
            "who, when, to which address",
            "send-the-copy-again",
            KeptInHistory.LAST_VALUE);
    public static final ProcessVariable<String> PUBLISHED_WHERE = declare(
            "publishedWhere",
            new TypeReference<>() {},
            "here, in the public register, or elsewhere",
            "publish-on-website");
    public static final ProcessVariable<String> PUBLIC_ADDRESS = declare(
            "publicAddress",
            new TypeReference<>() {},
            "where the public register will have the response, for the form",
            "publish-on-website, local");
    public static final ProcessVariable<LocalDate> PUBLISHED_ON = declare(
            "publishedOn", new TypeReference<>() {}, "the day of publication on the website", "publish-on-website");
    public static final ProcessVariable<Integer> PUBLISHED_ON_DAY = declare(
            "publishedOnDay",
            new TypeReference<>() {},
            "day of the statutory period on which it was published",
            "publish-on-website",
            KeptInHistory.LAST_VALUE);
    public static final ProcessVariable<Boolean> IN_TIME = declare(
            "inTime",
            new TypeReference<>() {},
            "whether it was published on or before day 56; not set before it is published",
            "publish-on-website",
            KeptInHistory.LAST_VALUE);

    public static final ProcessVariable<Boolean> ESCALATED = declare(
            "escalated",
            new TypeReference<>() {},
            "whether it was escalated",
            "escalate-outstanding-work",
            KeptInHistory.LAST_VALUE);
    public static final ProcessVariable<Escalation> ESCALATION = declare(
            "escalation",
            new TypeReference<>() {},
            "when it was escalated, what is outstanding and with whom",
            "escalate-outstanding-work");
    public static final ProcessVariable<String> ESCALATION_NEXT =
            declare("escalationNext", new TypeReference<>() {}, "watch or done", "chase-outstanding-work");
    public static final ProcessVariable<ManagersNote> MANAGERS_NOTE =
            declare("managersNote", new TypeReference<>() {}, "the manager's note", "chase-outstanding-work");

    public static final ProcessVariable<String> CHANGE_KIND = declare(
            "changeKind",
            new TypeReference<>() {},
            "what changes of an inspection: publication-date, no-response or related",
            "change-inspection: start form, revise-change");
    public static final ProcessVariable<LocalDate> RIGHT_DATE = declare(
            "rightDate",
            new TypeReference<>() {},
            "the right day of publication, where the one that was recorded is wrong",
            "change-inspection: start form, revise-change");
    public static final ProcessVariable<String> NO_RESPONSE_BECAUSE = declare(
            "noResponseBecause",
            new TypeReference<>() {},
            "why no response is needed: not-the-subject, answered-elsewhere, registered-twice or nothing-new",
            "change-inspection: start form, revise-change");
    public static final ProcessVariable<String> SAID_IN_REGISTER = declare(
            "saidInRegister",
            new TypeReference<>() {},
            "yes where the public register says that the report needs no response, else no",
            "change-inspection: start form, revise-change");
    public static final ProcessVariable<String> OTHER_INSPECTION = declare(
            "otherInspection",
            new TypeReference<>() {},
            "the reference of the inspection that is related, or answers the same findings",
            "change-inspection: start form, revise-change");
    public static final ProcessVariable<String> RELATION = declare(
            "relation",
            new TypeReference<>() {},
            "how the reports are related: comes-after, same-subject or part-of",
            "change-inspection: start form, revise-change");
    public static final ProcessVariable<String> TAKEN_OVER = declare(
            "takenOver",
            new TypeReference<>() {},
            "yes where the items of the related report are taken over with their last answers, else no",
            "change-inspection: start form, revise-change");
    public static final ProcessVariable<List<EarlierAnswer>> EARLIER_ANSWERS = declare(
            "earlierItems",
            new TypeReference<>() {},
            "the items of a related report with their last answers, which are offered where this report repeats one",
            "link-inspections, of change-inspection");
    public static final ProcessVariable<List<LastAnswer>> LAST_ANSWERS = declare(
            "lastAnswers",
            new TypeReference<>() {},
            "the last answers to the items of this report that repeat one of a related report",
            "answer-recommendations; explain-recommendation, local");
    public static final ProcessVariable<Change> CHANGE = declare(
            "change", new TypeReference<>() {}, "why it changes", "change-inspection: start form, revise-change");
    public static final ProcessVariable<String> CHANGE_WORDS =
            declare("changeWords", new TypeReference<>() {}, "what is asked for, in words", "decide-change");
    public static final ProcessVariable<Follows> CHANGE_FOLLOWS = declare(
            "changeFollows", new TypeReference<>() {}, "what would follow from the change, in words", "decide-change");
    public static final ProcessVariable<Date> CHANGE_DUE = declare(
            "changeDue",
            new TypeReference<>() {},
            "by when a change is decided on",
            "change-inspection: start",
            KeptInHistory.LAST_VALUE);
    public static final ProcessVariable<String> CHANGE_REQUESTED_BY = declare(
            "changeRequestedBy",
            new TypeReference<>() {},
            "user who asked for the change",
            "change-inspection: start, revise-change");
    public static final ProcessVariable<String> CHANGE_DECISION =
            declare("changeDecision", new TypeReference<>() {}, "approve or send-back", "decide-change");
    public static final ProcessVariable<Boolean> AS_SHOWN = declare(
            "asShown",
            new TypeReference<>() {},
            "whether what follows from an approved change is still what the manager was shown",
            "decide-change");
    public static final ProcessVariable<String> CHANGE_DECIDED_BY =
            declare("changeDecidedBy", new TypeReference<>() {}, "user who approved the change", "decide-change");
    public static final ProcessVariable<String> CHANGE_NEXT =
            declare("changeNext", new TypeReference<>() {}, "again or withdraw", "revise-change");
    public static final ProcessVariable<Boolean> IN_REGISTER = declare(
            "inRegister",
            new TypeReference<>() {},
            "whether the response whose report has another date is published",
            "correct-publication-date");
    public static final ProcessVariable<MovedDate> MOVED_DATE = declare(
            "movedDate",
            new TypeReference<>() {},
            "the correction of the date of publication that is being made",
            "correct-publication-date, of change-inspection");
    public static final ProcessVariable<List<MovedDate>> MOVED_DATES = declare(
            "movedDates",
            new TypeReference<>() {},
            "every correction of the date of publication, the first one first",
            "work-out-the-dates-again");
    public static final ProcessVariable<Boolean> APPROVED_ALREADY = declare(
            "approvedAlready",
            new TypeReference<>() {},
            "whether the response was approved, and not yet published, when the date of its report was corrected",
            "work-out-the-dates-again");
    public static final ProcessVariable<Boolean> ESCALATE_AGAIN = declare(
            "escalateAgain",
            new TypeReference<>() {},
            "whether the escalation came before the day that is now right for it",
            "work-out-the-dates-again");
    public static final ProcessVariable<NoResponse> NO_RESPONSE = declare(
            "noResponse",
            new TypeReference<>() {},
            "why the inspection ended without a response, and who decided it",
            "end-without-response, of change-inspection");

    public static final ProcessVariable<Correction> CORRECTION = declare(
            "correction",
            new TypeReference<>() {},
            "why a published response is corrected, and the explanations as they are being corrected, in one text",
            "correct-response: start form, write-correction");
    public static final ProcessVariable<String> CORRECTION_KEY = declare(
            "correctionKey",
            new TypeReference<>() {},
            "the business key of the correction: forms link its draft by it",
            "correct-response: start");
    public static final ProcessVariable<Integer> CORRECTED_EDITION = declare(
            "correctedEdition",
            new TypeReference<>() {},
            "the edition of the published response from which the correction set out",
            "correct-response: start");
    public static final ProcessVariable<Date> CORRECTION_DUE = declare(
            "correctionDue",
            new TypeReference<>() {},
            "due date of the correction",
            "correct-response: start",
            KeptInHistory.LAST_VALUE);
    public static final ProcessVariable<String> CORRECTION_NEXT =
            declare("correctionNext", new TypeReference<>() {}, "later, finished or withdraw", "write-correction");
    public static final ProcessVariable<String> CORRECTED_BY =
            declare("correctedBy", new TypeReference<>() {}, "user who finished the correction", "write-correction");
    public static final ProcessVariable<String> CORRECTION_DECISION =
            declare("correctionDecision", new TypeReference<>() {}, "approve or send-back", "approve-correction");
    public static final ProcessVariable<String> CORRECTION_APPROVED_BY = declare(
            "correctionApprovedBy", new TypeReference<>() {}, "user who approved the correction", "approve-correction");

    public static final ProcessVariable<String> LISTED_TITLE = declare(
            "listedTitle",
            new TypeReference<>() {},
            "the title, for the lists of tasks",
            "every task, local",
            KeptInHistory.NOTHING);
    public static final ProcessVariable<LocalDate> LISTED_LAST_DAY = declare(
            "listedLastDay",
            new TypeReference<>() {},
            "the last lawful day, for the lists of tasks",
            "every task, local",
            KeptInHistory.NOTHING);
    public static final ProcessVariable<Integer> LISTED_RECOMMENDATION = declare(
            "listedRecommendation",
            new TypeReference<>() {},
            "the number of the recommendation, for the lists of tasks",
            "explain-recommendation, local",
            KeptInHistory.LAST_VALUE);

    public static final ProcessVariable<String> LISTED_ITEM = declare(
            "listedItem",
            new TypeReference<>() {},
            "what the report calls the item that the task is about, such as Recommendation 4",
            "explain-recommendation, local",
            KeptInHistory.LAST_VALUE);

    public static final ProcessVariable<String> LISTED_DUTY = declare(
            "listedDuty",
            new TypeReference<>() {},
            "what is owed beside the response, for the lists of tasks",
            "do-what-else-is-owed, local",
            KeptInHistory.LAST_VALUE);

    public static final ProcessVariable<String> LISTED_WORDS = declare(
            "listedWords",
            new TypeReference<>() {},
            "the words by which the task is found in the lists of tasks, in small letters and without accents",
            "every task, local",
            KeptInHistory.NOTHING);

    /** The variables that the engine itself sets where a step is done once for each element of a list. */
    public static final Set<String> OF_THE_ENGINE =
            Set.of("nrOfInstances", "nrOfCompletedInstances", "nrOfActiveInstances", "loopCounter");

    private ProcessVariables() {}

    /** All declared variables by name, in the order of the process. */
    public static Map<String, ProcessVariable<?>> all() {
        return Collections.unmodifiableMap(ALL);
    }

    private static <T> ProcessVariable<T> declare(String name, TypeReference<T> type, String meaning, String setBy) {
        return declare(name, type, meaning, setBy, KeptInHistory.EACH_CHANGE);
    }

    private static <T> ProcessVariable<T> declare(
            String name, TypeReference<T> type, String meaning, String setBy, KeptInHistory kept) {
        ProcessVariable<T> variable = new ProcessVariable<>(name, type, meaning, setBy, kept);
        ALL.put(name, variable);
        return variable;
    }

    /**
     * A row of the decision table of the types of inspection; what is empty there is null.
     *
     * @param answeredWithin the number of days of the period, or in words that the report says it
     * @param statute the sentence about the law in the response
     * @param letterSentence the sentence about the law in the letters
     * @param alsoOwed what else is owed, and when
     */
    public record TypeRules(Object answeredWithin, String statute, String letterSentence, String alsoOwed) {

        /** The rules of which only the sentence in the response is known. */
        public static TypeRules withStatute(String statute) {
            return new TypeRules(null, statute, null, null);
        }
    }

    /**
     * Something that is owed for a report beside the response.
     *
     * @param number from 1
     * @param what in words, such as "Send the action plan to HMICFRS"
     * @param by the last day on which it is in time
     */
    public record OtherDuty(int number, String what, LocalDate by) {}

    /**
     * What became of a duty, as the form has it.
     *
     * @param outcome {@code done} or {@code not-needed}
     * @param on the day on which it was done; null where it was not, and for the day on which it is recorded
     * @param note why it was not needed, or what is to be said of it
     * @param recordedBy user name; null as long as it is not completed
     */
    public record DutyDone(String outcome, LocalDate on, String note, String recordedBy) {}

    /** A duty, and what became of it; the parts as in {@link OtherDuty} and {@link DutyDone}. */
    public record DoneDuty(
            int number, String what, LocalDate by, String outcome, LocalDate on, String note, String recordedBy) {

        /** The same, owed by another day. */
        public DoneDuty owedBy(LocalDate day) {
            return new DoneDuty(number, what, day, outcome, on, note, recordedBy);
        }
    }

    /** What the office records of the report. */
    public record Findings(String keyFindings, String recommendationsText) {}

    /**
     * One item of the report that the response answers. Inspections of earlier releases have recommendations with a
     * number and a text alone.
     *
     * @param number from 1 in the order of the report, whatever number is printed
     * @param text as it is printed, without the label
     * @param kind {@link #RECOMMENDATION}, {@link #AREA_FOR_IMPROVEMENT} or {@link #CAUSE_OF_CONCERN}
     * @param label as it is printed, or counted where the report prints no number
     * @param cause the number of the cause of concern that it belongs to; null where it belongs to none
     * @param addressees the keys of those to whom it is addressed, as the office has configured them
     * @param deadlinePrinted the words of the report, such as "within six months"; null where it has none
     * @param deadline the last day; null where it has none, or none that can be known
     * @param answered {@link #ON_ITS_OWN}, {@link #TOGETHER} with others or {@link #WITH_ITS_RECOMMENDATIONS}
     * @param doubts what is not certain of it, as sentences for whoever checks it
     * @param byHand what the officer has corrected of it, by the names of the parts, such as {@code label}
     */
    public record Item(
            int number,
            String text,
            String kind,
            String label,
            Integer cause,
            List<String> addressees,
            String deadlinePrinted,
            LocalDate deadline,
            String answered,
            List<String> doubts,
            List<String> byHand) {

        public static final String RECOMMENDATION = "recommendation";
        public static final String AREA_FOR_IMPROVEMENT = "area-for-improvement";
        public static final String CAUSE_OF_CONCERN = "cause-of-concern";

        public static final String ON_ITS_OWN = "on-its-own";
        public static final String TOGETHER = "together";
        public static final String WITH_ITS_RECOMMENDATIONS = "with-its-recommendations";

        public Item {
            kind = kind == null ? RECOMMENDATION : kind;
            label = label == null ? "Recommendation " + number : label;
            answered = answered == null ? ON_ITS_OWN : answered;
            addressees = addressees == null ? List.of() : List.copyOf(addressees);
            doubts = doubts == null ? List.of() : List.copyOf(doubts);
            byHand = byHand == null ? List.of() : List.copyOf(byHand);
        }

        /** An item as it was read. */
        public Item(
                int number,
                String text,
                String kind,
                String label,
                Integer cause,
                List<String> addressees,
                String deadlinePrinted,
                LocalDate deadline,
                String answered,
                List<String> doubts) {
            this(number, text, kind, label, cause, addressees, deadlinePrinted, deadline, answered, doubts, null);
        }

        /** A recommendation of which nothing else is known. */
        public Item(int number, String text) {
            this(number, text, null, null, null, null, null, null, null, null);
        }

        /** The same, answered in another way. */
        public Item withAnswered(String how) {
            return new Item(
                    number, text, kind, label, cause, addressees, deadlinePrinted, deadline, how, doubts, byHand);
        }

        /** The same, with another deadline. */
        public Item withDeadline(LocalDate day) {
            return new Item(
                    number, text, kind, label, cause, addressees, deadlinePrinted, day, answered, doubts, byHand);
        }

        /** Whether it is answered by itself, and not with others or by its recommendations. */
        @JsonIgnore
        public boolean isOnItsOwn() {
            return answered.equals(ON_ITS_OWN);
        }

        /** The first of those to whom it is addressed, which decides with which others it is answered. */
        @JsonIgnore
        public String mainAddressee() {
            return addressees.isEmpty() ? "chief-constables" : addressees.get(0);
        }

        /** The item among others that is its cause of concern. */
        public Optional<Item> causeAmong(List<Item> items) {
            return items.stream()
                    .filter(other -> cause != null && other.number() == cause)
                    .findFirst();
        }

        /** The same, with other doubts. */
        public Item withDoubts(List<String> others) {
            return new Item(
                    number, text, kind, label, cause, addressees, deadlinePrinted, deadline, answered, others, byHand);
        }
    }

    /**
     * An item as the officer reads it.
     *
     * @param kindWords what kind it is, where its label does not say so; null where it does
     * @param forWhom to whom it is addressed
     * @param byWhen its deadline
     * @param answeredWords how it is answered
     * @param doubts what is uncertain, as sentences
     */
    public record ItemToCheck(
            int number,
            String label,
            String kindWords,
            String text,
            String forWhom,
            String byWhen,
            String answeredWords,
            List<String> doubts) {

        /** The same, with another deadline in words. */
        public ItemToCheck by(String when) {
            return new ItemToCheck(number, label, kindWords, text, forWhom, when, answeredWords, doubts);
        }
    }

    /** One of several values, with the words for it. */
    public record Choice(String label, String value) {}

    /**
     * Items that share one answer because they are for the same body.
     *
     * @param number of the addressee in the configuration
     * @param addressee its key
     * @param name as it is printed
     * @param labels of the items, in words
     */
    public record AnsweredTogether(int number, String addressee, String name, String labels) {}

    /**
     * The Chief Constable's comments on the report as a whole.
     *
     * @param notForPublication what the office alone reads; null where there is nothing
     */
    public record Comments(String text, String notForPublication) {

        /** Comments all of which are published. */
        public Comments(String text) {
            this(text, null);
        }
    }

    /**
     * The Chief Constable's comment on one item of the report; what was left empty is null.
     *
     * @param number of the item
     * @param label of the item
     * @param status {@code complete}, {@code in-progress}, {@code not-accepted} or {@code not-applicable}
     * @param facts the status, the owner and the target date in words
     * @param notForPublication what the office alone reads
     */
    public record ItemComment(
            int number,
            String label,
            String text,
            String status,
            String owner,
            LocalDate targetDate,
            String facts,
            String notForPublication) {

        /** What of it is for publication. */
        public ItemComment forPublication() {
            return new ItemComment(number, label, text, status, owner, targetDate, facts, null);
        }
    }

    /**
     * That the office was told that there are no comments.
     *
     * @param by who said so, as the office writes it
     * @param on the day on which it was said
     * @param how such as by telephone
     */
    public record CommentsTold(String by, LocalDate on, String how) {}

    /**
     * That comments were submitted, or that none were.
     *
     * @param because how it is known that there are none, as a sentence; null where comments were submitted, and where
     *     an earlier release recorded it
     */
    public record CommentsRecord(boolean submitted, String recordedBy, LocalDate recordedOn, String because) {}

    /**
     * An explanation as the form holds it; the kind is {@code action} or {@code no-action}. Who wrote it is added when
     * it is finished. The owner of the action and its target date are null where the office names none.
     */
    public record ExplanationText(String kind, String text, String writtenBy, String owner, LocalDate targetDate) {

        public ExplanationText {
            owner = owner == null || owner.isBlank() ? null : owner;
        }

        /** An explanation with neither owner nor target date. */
        public ExplanationText(String kind, String text, String writtenBy) {
            this(kind, text, writtenBy, null, null);
        }
    }

    /**
     * The explanation that section 55(5B) asks for, with its recommendation; the kind as in {@link ExplanationText}.
     *
     * @param sameAs the number of the item whose answer this one shares; null where it has its own
     * @param owner of the action; null where the office names none, or there is no action
     * @param targetDate by when; null as the owner
     * @param asked what kind of item it is; null where an earlier release recorded it
     */
    public record Explanation(
            int number,
            String recommendation,
            String kind,
            String text,
            String writtenBy,
            String label,
            Cause cause,
            Integer sameAs,
            String owner,
            LocalDate targetDate,
            Asked asked) {

        /** An explanation of a recommendation of which no more is known than its number. */
        public Explanation(int number, String recommendation, String kind, String text, String writtenBy) {
            this(number, recommendation, kind, text, writtenBy, null, null, null, null, null, null);
        }

        /** An explanation of an item. */
        public static Explanation of(Item item, Optional<Item> cause, ExplanationText written) {
            return new Explanation(
                    item.number(),
                    item.text(),
                    written.kind(),
                    written.text(),
                    written.writtenBy(),
                    item.label(),
                    cause.map(held -> new Cause(held.number(), held.label(), held.text()))
                            .orElse(null),
                    null,
                    written.owner(),
                    written.targetDate(),
                    new Asked(item.kind(), item.deadline()));
        }

        public Explanation {
            // What earlier releases recorded has no label: they printed the number.
            label = label == null ? "Recommendation " + number : label;
            // Nobody owns what is not done.
            boolean isAction = !"no-action".equals(kind);
            owner = !isAction || owner == null || owner.isBlank() ? null : owner;
            targetDate = isAction ? targetDate : null;
        }

        /** The same with another text. */
        public Explanation with(String edited) {
            return new Explanation(
                    number, recommendation, kind, edited, null, label, cause, sameAs, owner, targetDate, asked);
        }

        /** The same, with the owner of the action and its target date. */
        public Explanation done(String by, LocalDate until) {
            return new Explanation(
                    number, recommendation, kind, text, writtenBy, label, cause, sameAs, by, until, asked);
        }

        /** The same, with what its item asks. */
        public Explanation asked(Item item) {
            return new Explanation(
                    number,
                    recommendation,
                    kind,
                    text,
                    writtenBy,
                    label,
                    cause,
                    sameAs,
                    owner,
                    targetDate,
                    new Asked(item.kind(), item.deadline()));
        }

        /** The same, which shares the answer of another item, or with null has its own. */
        public Explanation sharing(Integer other) {
            return new Explanation(
                    number, recommendation, kind, text, writtenBy, label, cause, other, owner, targetDate, asked);
        }
    }

    /**
     * What a report asks with an item.
     *
     * @param kind of the item, as in {@link Item}
     * @param deadline by when, as the report says; null where it does not
     */
    public record Asked(String kind, LocalDate deadline) {}

    /**
     * The cause of concern to which a recommendation belongs.
     *
     * @param number of the item that it is; null where an earlier release recorded it
     */
    public record Cause(Integer number, String label, String text) {}

    /**
     * Somebody who can sign responses.
     *
     * @param label the name and the title, as the form offers them
     * @param name null where the configuration has the title alone
     */
    public record Signatory(String label, String name, String title) {

        /** The signature of the chosen one; of nobody where none of them is chosen. */
        public static Signature signature(List<Signatory> all, String chosen, LocalDate on) {
            return all.stream()
                    .filter(one -> one.label().equals(chosen))
                    .findFirst()
                    .map(one -> new Signature(one.name(), one.title(), on))
                    .orElse(new Signature(null, null, on));
        }
    }

    /**
     * Who signed a response, and its date.
     *
     * @param name null where the title alone is configured
     * @param title null where nobody is configured
     */
    public record Signature(String name, String title, LocalDate on) {}

    /** The overall text of the response. */
    public record ResponseText(String text) {}

    /** The approver's reasons. */
    public record ApprovalText(String reasons) {}

    /** Why a response was sent back; {@code to} is drafter or chief-constable. */
    public record SentBack(int round, String to, String reasons, String by, LocalDate on) {}

    /**
     * One round of approval: what was put before the approver, and the decision; who decided it by user name and as
     * people write the name, when as a time with its offset and as a day.
     *
     * @param itemComments on individual items, without what is not for publication; null where an earlier release
     *     recorded it
     */
    public record Round(
            int number,
            String comments,
            String response,
            List<Explanation> explanations,
            String draftedBy,
            String decision,
            String reasons,
            String decidedBy,
            String decidedByName,
            String decidedAt,
            LocalDate decidedOn,
            List<ItemComment> itemComments) {}

    /**
     * One distribution: what the person typed, and what the server adds.
     *
     * @param address of the recipients, or the link on the website
     * @param doneOn day; null while a mail is on its way
     * @param note of the person
     * @param recordedBy user name
     * @param recordedAt ISO date and time
     * @param howSent how it is sent: {@code e-mail}, {@code another}, or {@code arrived} where that was found out; null
     *     for the website
     * @param foundOut what the person found out of a mail that may have been sent: {@code arrived}, {@code again} or
     *     {@code another}
     * @param subject of the mail
     * @param text of the mail
     * @param attachments of the mail: {@code pdf}, {@code docx} or {@code both}
     * @param messageId of the mail, once it is queued
     */
    public record Distribution(
            String address,
            LocalDate doneOn,
            String note,
            String recordedBy,
            String recordedAt,
            @JsonProperty("way") String howSent,
            @JsonProperty("found") String foundOut,
            String subject,
            String text,
            String attachments,
            String messageId) {

        /** One that takes no mail. */
        public Distribution(String address, LocalDate doneOn, String note, String recordedBy, String recordedAt) {
            this(address, doneOn, note, recordedBy, recordedAt, null, null, null, null, null, null);
        }

        /** The day on which it was done, if it is. */
        public Optional<LocalDate> day() {
            return Optional.ofNullable(doneOn);
        }

        /** The day on which it was done: the one that the person gave, or else another. */
        public LocalDate doneOnOr(LocalDate otherwise) {
            return day().orElse(otherwise);
        }

        /** One to an address, of which nothing else is recorded yet. */
        public static Distribution to(String address) {
            return new Distribution(address, null, null, null, null);
        }

        /** The same, done on a day. */
        public Distribution on(LocalDate day) {
            return new Distribution(
                    address,
                    day,
                    note,
                    recordedBy,
                    recordedAt,
                    howSent,
                    foundOut,
                    subject,
                    text,
                    attachments,
                    messageId);
        }

        /** The same, with a note of the person. */
        public Distribution noted(String words) {
            return new Distribution(
                    address,
                    doneOn,
                    words,
                    recordedBy,
                    recordedAt,
                    howSent,
                    foundOut,
                    subject,
                    text,
                    attachments,
                    messageId);
        }

        /** The same, recorded by somebody at a time. */
        public Distribution recorded(String by, String at) {
            return new Distribution(
                    address, doneOn, note, by, at, howSent, foundOut, subject, text, attachments, messageId);
        }

        /** The same, sent in some way, by which a person may have answered what was found out. */
        public Distribution sent(String how, String foundOut) {
            return new Distribution(
                    address,
                    doneOn,
                    note,
                    recordedBy,
                    recordedAt,
                    how,
                    foundOut,
                    subject,
                    text,
                    attachments,
                    messageId);
        }

        /** The same, as a mail to an address. */
        public Distribution asMail(String to, String about, String words, String files) {
            return new Distribution(
                    to, doneOn, note, recordedBy, recordedAt, howSent, foundOut, about, words, files, messageId);
        }

        /** The same, with the Message-ID under which its mail is queued. */
        public Distribution queuedAs(String id) {
            return new Distribution(
                    address, doneOn, note, recordedBy, recordedAt, howSent, foundOut, subject, text, attachments, id);
        }
    }

    /**
     * What became of a mail that was not sent, or may have been.
     *
     * @param doubtful whether it may have been sent
     * @param what happened, for people
     * @param sentTo the addresses
     * @param at ISO date and time
     * @param messageId by which the mail can be found in the logs of mail servers
     * @param kind {@code refused}, {@code doubtful}, {@code written} to a file, or {@code came-back}; null where an
     *     earlier release recorded it
     * @param box the id of the task in the diagram that is done for the recipient
     */
    public record SendingProblem(
            boolean doubtful, String what, String sentTo, String at, String messageId, String kind, String box) {}

    /**
     * What came back of a copy.
     *
     * @param what in the words of whoever records it
     * @param recordedAt an ISO date and time with its offset
     * @param mailsBefore how many mails with this copy there were by then; a later one is of sending it again
     */
    public record ReturnedCopy(String what, String recordedAt, int mailsBefore) {}

    /**
     * An item of a related report with its last answer.
     *
     * @param report the title of that report
     * @param item its text
     * @param kind of the answer, {@code action} or {@code no-action}
     */
    public record EarlierAnswer(
            String report, String label, String item, String kind, String text, String owner, LocalDate targetDate) {}

    /**
     * The last answer to an item of this report.
     *
     * @param number of the item in this report
     * @param from of which report and which item it is, in words
     */
    public record LastAnswer(int number, String from, String text) {}

    /** Why an inspection is changed, in the words of whoever asks for it. */
    public record Change(String reason) {}

    /** What would follow from a change: whole sentences, one on each line. */
    public record Follows(String words) {}

    /**
     * A correction of the day on which a report was published.
     *
     * @param from the day that was recorded, and was wrong
     * @param to the right day
     * @param requestedBy user name of whoever asked for it
     * @param decidedBy user name of the manager who approved it
     * @param on the day of the decision
     */
    public record MovedDate(
            LocalDate from, LocalDate to, String reason, String requestedBy, String decidedBy, LocalDate on) {}

    /**
     * Why an inspection ended without a response.
     *
     * @param because {@code not-the-subject}, {@code answered-elsewhere}, {@code registered-twice} or
     *     {@code nothing-new}
     * @param otherInspection the reference of the one that answers the same findings; null where there is none
     * @param requestedBy user name of whoever asked for it
     * @param decidedBy user name of the manager who approved it
     * @param on the day of the decision
     */
    public record NoResponse(
            String because,
            String reason,
            String otherInspection,
            String requestedBy,
            String decidedBy,
            LocalDate on) {}

    /** Why a response is corrected, and all its explanations in one text, each under a line with its number. */
    public record Correction(String reason, String explanations) {}

    /** The record of an escalation; the time is an ISO date and time with its offset. */
    public record Escalation(String escalatedAt, String listedAt, List<Outstanding> outstanding) {

        /** The same, where due dates have moved: by task and the day before, the day now. */
        public Escalation due(Map<Map.Entry<String, LocalDate>, LocalDate> moved) {
            return new Escalation(
                    escalatedAt,
                    listedAt,
                    outstanding.stream()
                            .map(one -> one.due() == null
                                    ? one
                                    : new Outstanding(
                                            one.task(),
                                            one.with(),
                                            moved.getOrDefault(Map.entry(one.task(), one.due()), one.due())))
                            .toList());
        }
    }

    /** A task that was open at the escalation, and with whom it was. */
    public record Outstanding(String task, String with, LocalDate due) {}

    /** The manager's note. */
    public record ManagersNote(String text) {}
}
