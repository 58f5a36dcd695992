package uk.opcc.inspectionresponse.publishing.document;

import java.time.LocalDate;
import java.util.List;

/**
 * What the published response says, in the order of the office's form. All texts are as they were typed.
 *
 * @param title of the inspection report
 * @param published when the inspectors published it
 * @param inspectionType such as Thematic Inspection
 * @param keyFindings what the office records of the report
 * @param chiefConstable the chief officer's comments, section 55(5)(b) of the Police Act 1996; null where there are
 *     none
 * @param localPolicingBody the comments of the local policing body, section 55(5)(a), and its response to the chief
 *     officer's, (c)
 * @param recommendations each with the explanation that section 55(5B) asks for, by number
 * @param signature who signs it, and when; null where an earlier release published it
 * @param statute the sentence about the law; null where it is the office's, about section 55 of the Police Act 1996
 */
public record Response(
        String title,
        LocalDate published,
        String inspectionType,
        String keyFindings,
        String chiefConstable,
        String localPolicingBody,
        List<Answer> recommendations,
        Signature signature,
        String statute) {

    /** A response that nobody has signed. */
    public Response(
            String title,
            LocalDate published,
            String inspectionType,
            String keyFindings,
            String chiefConstable,
            String localPolicingBody,
            List<Answer> recommendations) {
        this(
                title,
                published,
                inspectionType,
                keyFindings,
                chiefConstable,
                localPolicingBody,
                recommendations,
                null,
                null);
    }

    /** The same, signed. */
    public Response signed(Signature by) {
        return new Response(
                title,
                published,
                inspectionType,
                keyFindings,
                chiefConstable,
                localPolicingBody,
                recommendations,
                by,
                statute);
    }

    /** The same, to a report that was published on another day, whose items may ask for something by others. */
    public Response toReportOf(LocalDate day, List<Answer> answers) {
        return new Response(
                title,
                day,
                inspectionType,
                keyFindings,
                chiefConstable,
                localPolicingBody,
                answers,
                signature,
                statute);
    }

    /** The same, with another sentence about the law. */
    public Response under(String law) {
        return new Response(
                title,
                published,
                inspectionType,
                keyFindings,
                chiefConstable,
                localPolicingBody,
                recommendations,
                signature,
                law);
    }

    /**
     * The answer to one recommendation, area for improvement or cause of concern.
     *
     * @param number by which they are in order
     * @param action whether the explanation is of the action taken or proposed, and not of why there is none
     * @param label as the report prints it; null becomes the number, which is all that earlier releases kept
     * @param cause the cause of concern that it belongs to; null where it belongs to none
     * @param sameAs the number of the one whose answer it shares; null where it has its own
     * @param comment the chief officer's on this one; null where there is none
     * @param owner of the action; null where none is named
     * @param targetDate of the action; null where none is named
     * @param asked what kind of item it is; null where an earlier release published it
     */
    public record Answer(
            int number,
            String recommendation,
            boolean action,
            String explanation,
            String label,
            Cause cause,
            Integer sameAs,
            Comment comment,
            String owner,
            LocalDate targetDate,
            Asked asked) {

        public Answer {
            label = label == null ? "Recommendation " + number : label;
            owner = owner == null || owner.isBlank() ? null : owner;
        }

        /** An answer without anything beside it. */
        public Answer(
                int number,
                String recommendation,
                boolean action,
                String explanation,
                String label,
                Cause cause,
                Integer sameAs) {
            this(number, recommendation, action, explanation, label, cause, sameAs, null, null, null, null);
        }

        /** The owner and the target date, in words. */
        public List<String> facts() {
            return Facts.of(null, owner, targetDate);
        }

        /** The same, where the report asks for it by another day. */
        public Answer askedBy(LocalDate deadline) {
            return new Answer(
                    number,
                    recommendation,
                    action,
                    explanation,
                    label,
                    cause,
                    sameAs,
                    comment,
                    owner,
                    targetDate,
                    new Asked(asked.kind(), deadline));
        }

        /** The answer to a recommendation whose number is printed. */
        public Answer(int number, String recommendation, boolean action, String explanation) {
            this(number, recommendation, action, explanation, null, null, null);
        }
    }

    /**
     * What the report asks with an item.
     *
     * @param kind {@code recommendation}, {@code area-for-improvement} or {@code cause-of-concern}
     * @param deadline by when, as the report says; null where it does not
     */
    public record Asked(String kind, LocalDate deadline) {}

    /**
     * A cause of concern that holds recommendations, as the report prints it.
     *
     * @param number by which it is in order; null where an earlier release published it
     * @param comment the chief officer's on the cause itself; null where there is none
     */
    public record Cause(Integer number, String label, String text, Comment comment) {

        /** A cause of which no more is known than what is printed. */
        public Cause(String label, String text) {
            this(null, label, text, null);
        }
    }

    /**
     * The chief officer's comment on one item; what was left empty is null.
     *
     * @param status {@code complete}, {@code in-progress}, {@code not-accepted} or {@code not-applicable}
     */
    public record Comment(String text, String status, String owner, LocalDate targetDate) {

        /** The status, the owner and the target date, in words. */
        public List<String> facts() {
            return Facts.of(status, owner, targetDate);
        }
    }

    /**
     * Who signs the response, and when.
     *
     * @param name null where the office has configured the title alone
     * @param title null where the office has configured nobody
     * @param on the date of the response
     */
    public record Signature(String name, String title, LocalDate on) {}
}
