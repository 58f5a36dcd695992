package uk.opcc.inspectionresponse.casework.drafting;

import java.util.List;
import java.util.Optional;
import org.camunda.bpm.engine.variable.VariableMap;
import uk.opcc.inspectionresponse.process.ProcessVariables;
import uk.opcc.inspectionresponse.process.ProcessVariables.Comments;
import uk.opcc.inspectionresponse.process.ProcessVariables.CommentsRecord;
import uk.opcc.inspectionresponse.process.ProcessVariables.Explanation;
import uk.opcc.inspectionresponse.process.ProcessVariables.Findings;
import uk.opcc.inspectionresponse.process.ProcessVariables.ResponseText;
import uk.opcc.inspectionresponse.publishing.document.Response;

/** What the response says, from the variables of the process. */
public final class ResponseOfInspection {

    private ResponseOfInspection() {}

    /**
     * Reads variables that were fetched without deserializing them.
     *
     * @throws IllegalStateException if the report's title, date or type is missing
     */
    public static Response in(VariableMap variables) {
        return new Response(
                ProcessVariables.TITLE.get(variables),
                ProcessVariables.DATE_PUBLISHED.get(variables),
                ProcessVariables.INSPECTION_TYPE.get(variables),
                ProcessVariables.FINDINGS
                        .find(variables)
                        .map(Findings::keyFindings)
                        .orElse(null),
                comments(variables),
                ProcessVariables.RESPONSE
                        .find(variables)
                        .map(ResponseText::text)
                        .orElse(null),
                ProcessVariables.EXPLANATIONS.find(variables).orElse(List.of()).stream()
                        .map(ResponseOfInspection::answer)
                        .toList());
    }

    /** What the response says of one item. */
    public static Response.Answer answer(Explanation explanation) {
        return new Response.Answer(
                explanation.number(),
                explanation.recommendation(),
                explanation.kind().equals("action"),
                explanation.text(),
                explanation.label(),
                Optional.ofNullable(explanation.cause())
                        .map(cause -> new Response.Cause(cause.label(), cause.text()))
                        .orElse(null),
                explanation.sameAs());
    }

    /** What was typed before it was recorded that none were submitted is no comment. */
    private static String comments(VariableMap variables) {
        return ProcessVariables.COMMENTS_RECORD
                .find(variables)
                .filter(CommentsRecord::submitted)
                .flatMap(submitted -> ProcessVariables.COMMENTS.find(variables))
                .map(Comments::text)
                .orElse(null);
    }
}
