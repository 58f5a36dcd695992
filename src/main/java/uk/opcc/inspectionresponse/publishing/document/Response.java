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
 */
public record Response(
        String title,
        LocalDate published,
        String inspectionType,
        String keyFindings,
        String chiefConstable,
        String localPolicingBody,
        List<Answer> recommendations) {

    /**
     * The answer to one recommendation, area for improvement or cause of concern.
     *
     * @param number by which they are in order
     * @param action whether the explanation is of the action taken or proposed, and not of why there is none
     * @param label as the report prints it; null becomes the number, which is all that earlier releases kept
     * @param cause the cause of concern that it belongs to; null where it belongs to none
     * @param sameAs the number of the one whose answer it shares; null where it has its own
     */
    public record Answer(
            int number,
            String recommendation,
            boolean action,
            String explanation,
            String label,
            Cause cause,
            Integer sameAs) {

        public Answer {
            label = label == null ? "Recommendation " + number : label;
        }

        /** The answer to a recommendation whose number is printed. */
        public Answer(int number, String recommendation, boolean action, String explanation) {
            this(number, recommendation, action, explanation, null, null, null);
        }
    }

    /** A cause of concern that holds recommendations, as the report prints it. */
    public record Cause(String label, String text) {}
}
