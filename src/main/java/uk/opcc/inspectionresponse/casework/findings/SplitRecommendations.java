package uk.opcc.inspectionresponse.casework.findings;

import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.springframework.stereotype.Component;
import uk.opcc.inspectionresponse.platform.refusal.InputRefused;
import uk.opcc.inspectionresponse.process.ProcessVariables;
import uk.opcc.inspectionresponse.process.ProcessVariables.Recommendation;

/**
 * Splits the pasted recommendations, to be shown for checking. In the diagrams of release 1 it hears instead that the
 * findings are recorded, whatever comes next.
 */
@Component("splitRecommendations")
class SplitRecommendations implements JavaDelegate, TaskListener {

    /** More than any report has: a text that falls into more has been pasted in a way that cannot be told apart. */
    private static final int MOST = 200;

    private final RecordFindings recordFindings;

    SplitRecommendations(RecordFindings recordFindings) {
        this.recordFindings = recordFindings;
    }

    @Override
    public void execute(DelegateExecution execution) {
        split(execution);
    }

    @Override
    public void notify(DelegateTask task) {
        recordFindings.notify(task);
        if (ProcessVariables.FINDINGS_NEXT.get(task).equals("check")) {
            split(task);
        }
    }

    private static void split(VariableScope inspection) {
        List<String> texts =
                new RecommendationText(ProcessVariables.FINDINGS.get(inspection).recommendationsText()).split();
        if (texts.size() > MOST) {
            throw new InputRefused(
                    "findings.recommendationsText",
                    "Recommendations: the text falls into " + texts.size() + " parts, and " + MOST
                            + " is the limit. Put a line of three hyphens (---) between one recommendation and the next.");
        }
        List<Recommendation> recommendations = new ArrayList<>();
        for (String text : texts) {
            recommendations.add(new Recommendation(recommendations.size() + 1, text));
        }
        RecordFindings.set(inspection, recommendations);
    }
}
