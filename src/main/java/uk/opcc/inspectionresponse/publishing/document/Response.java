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
     * The answer to one recommendation.
     *
     * @param action whether the explanation is of the action taken or proposed, and not of why there is none
     */
    public record Answer(int number, String recommendation, boolean action, String explanation) {}
}
