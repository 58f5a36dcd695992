package uk.opcc.inspectionresponse.oversight.evidence;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import uk.opcc.inspectionresponse.casework.distribution.ResponseMail;
import uk.opcc.inspectionresponse.publishing.document.Format;
import uk.opcc.inspectionresponse.statutory.StatutoryPeriod;

/**
 * What is on record of the answer to one inspection report.
 *
 * @param reference of the inspection
 * @param address what stands for the reference in links
 * @param title of the report; null where nothing says it any more
 * @param type of the inspection; null as the title
 * @param reportPublished day 1 of the statutory period; null as the title
 * @param period in which the response had to be published; null as the title
 * @param isOfTheAct whether that period is the one of section 55(5A)
 * @param lastDayIs whether its last day is a working day, in words; null where it is not on record
 * @param course how far the inspection has come, for people
 * @param hasHistory whether the engine's history of it is still kept
 * @param items of the report, in its order
 * @param duties what else was owed for it
 * @param changes what was asked to be changed of it on the way, the first one first
 * @param related the inspections to which it is related
 * @param isAnnounced whether the report is still to come, or did not come
 * @param audited the inspection and its corrections, as far as their history is kept
 */
record Evidence(
        String reference,
        String address,
        String title,
        String type,
        LocalDate reportPublished,
        StatutoryPeriod period,
        boolean isOfTheAct,
        String lastDayIs,
        String course,
        boolean hasHistory,
        Timeliness timeliness,
        Publication publication,
        List<Version> versions,
        List<Recipient> recipients,
        List<AnsweredItem> items,
        List<Duty> duties,
        List<Change> changes,
        List<Related> related,
        boolean isAnnounced,
        List<HistoricProcessInstance> audited) {

    /** Whether a response is owed, so that the statutory period runs or has run. */
    public boolean isOwed() {
        return timeliness.verdict() != Timeliness.Verdict.NOT_OWED;
    }

    /**
     * A change of the inspection that was asked for.
     *
     * @param what in words
     * @param reason of whoever asked for it
     * @param requestedBy who asked for it
     * @param outcome what became of it, in words
     * @param decidedBy who approved it; null where nobody has
     */
    record Change(LocalDate on, String what, String reason, String requestedBy, String outcome, String decidedBy) {}

    /**
     * Another inspection to which this one is related.
     *
     * @param words how, before its title
     * @param address what stands for its reference in links; null where its evidence has no page of its own
     */
    record Related(String words, String title, String reference, String address) {}

    /**
     * What was owed for the report beside the response.
     *
     * @param what in words, such as "Send the action plan to HMICFRS"
     * @param by the last day on which it is in time
     * @param outcome what became of it, in words
     * @param note of the person; null where there is none
     * @param recordedBy who recorded it; null as long as it is open
     */
    record Duty(String what, LocalDate by, String outcome, String note, String recordedBy) {}

    /**
     * An item of the report and what became of it; what is not on record is null.
     *
     * @param label as the report prints it
     * @param forWhom to whom it is addressed
     * @param byWhen its deadline
     * @param comment whether the Chief Constable commented on it, with the status, owner and date that were given
     * @param answer of which kind the answer is
     * @param facts the owner of the action and its target date
     * @param writtenBy who wrote the answer
     */
    record AnsweredItem(
            String label,
            String forWhom,
            String byWhen,
            String comment,
            String answer,
            List<String> facts,
            String writtenBy) {}

    /**
     * The publication; all that is not on record is null.
     *
     * @param on the day that counts for section 55(5A)
     * @param where its address
     * @param here whether this application published it, at the moment that it recorded; else a person gave the day
     * @param by who published it, or recorded that it was
     * @param recordedAt when
     * @param note of that person
     * @param editions what the public register has shown, the first one first
     */
    record Publication(
            LocalDate on,
            String where,
            boolean here,
            String by,
            Instant recordedAt,
            String note,
            List<PublishedEdition> editions) {}

    /**
     * @param number from 1
     * @param version of the approved response
     * @param by who published it, or wrote the correction
     * @param approvedBy who approved the correction; null for the first edition
     * @param reason of the correction; null for the first edition
     */
    record PublishedEdition(int number, int version, Instant at, String by, String approvedBy, String reason) {}

    /**
     * A version that was approved.
     *
     * @param approvedBy null where it is not on record any more
     * @param approvedAt null as who approved it; the day is kept for good
     * @param letters to those whose copies are letters
     */
    record Version(
            int number,
            LocalDate approvedOn,
            String approvedBy,
            Instant approvedAt,
            Instant keptAt,
            List<StoredFile> files,
            List<StoredLetter> letters) {}

    /**
     * A letter of a version, in one format.
     *
     * @param recipient as settings write it
     * @param words for the recipient
     * @param task the id of the task that is done for the recipient
     */
    record StoredLetter(String recipient, String words, String task, StoredFile file) {}

    /**
     * A version in one format.
     *
     * @param sha256 as it was recorded
     * @param intact whether the stored bytes have that SHA-256 now
     */
    record StoredFile(Format format, String sha256, long size, boolean intact) {}

    /**
     * A recipient of a copy.
     *
     * @param box the id of the task in the diagram
     * @param label of the box For Office Use Only
     * @param outcome for people
     * @param doneOn the day at the box; null where it is not ticked
     * @param byHand what a person recorded of a copy that was sent in another way; null where none was
     * @param note of the person who had the mail sent; null where there is none
     */
    record Recipient(
            String box, String label, String outcome, LocalDate doneOn, List<Copy> mails, ByHand byHand, String note) {}

    /** What a person recorded; what was not typed is null. */
    record ByHand(String address, String note, String by, Instant recordedAt, LocalDate on) {}

    /**
     * A mail.
     *
     * @param file its name in the ZIP, without an ending
     * @param requestedBy who had it sent
     */
    record Copy(
            ResponseMail mail,
            String file,
            String requestedBy,
            String state,
            List<Attached> attached,
            List<Event> events) {

        /** Each address. */
        public List<String> addresses() {
            return List.of(mail.recipients().split(", "));
        }
    }

    /**
     * A file that went with a mail.
     *
     * @param equal whether it has the SHA-256 of the approved version, or of its letter to the recipient, and so have
     *     the bytes that are stored of that
     */
    record Attached(String name, String sha256, int version, Format format, boolean equal) {}

    /** Something that happened to a mail. */
    record Event(Instant at, String who, String what, String detail) {}
}
