package uk.opcc.inspectionresponse.casework.findings;

import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;
import uk.opcc.inspectionresponse.platform.refusal.InputRefused;
import uk.opcc.inspectionresponse.process.ProcessVariables;
import uk.opcc.inspectionresponse.process.ProcessVariables.Recommendation;

/** Splits the pasted recommendations when the findings have been recorded, and shows them for checking. */
@Component("splitRecommendations")
class SplitRecommendations implements TaskListener {

    /** More than any report has: a text that falls into more has been pasted in a way that can't be told apart. */
    private static final int MOST = 200;

    @Override
    public void notify(DelegateTask task) {
        switch (ProcessVariables.FINDINGS_NEXT.get(task)) {
            case "check" -> set(task, split(task));
            case "none" -> {
                refuseIfThereIsText(task);
                set(task, List.of());
            }
            default -> {
                // gone on with later: what was typed is kept as it is
            }
        }
    }

    private static List<Recommendation> split(DelegateTask task) {
        List<String> texts =
                new RecommendationText(ProcessVariables.FINDINGS.get(task).recommendationsText()).split();
        if (texts.size() > MOST) {
            throw new InputRefused(
                    "findings.recommendationsText",
                    "Recommendations (findings.recommendationsText) fall into " + texts.size() + " parts, more than "
                            + MOST + ": please put a line of three hyphens between one recommendation and the next.");
        }
        List<Recommendation> recommendations = new ArrayList<>();
        for (String text : texts) {
            recommendations.add(new Recommendation(recommendations.size() + 1, text));
        }
        return recommendations;
    }

    private static void refuseIfThereIsText(DelegateTask task) {
        ProcessVariables.FINDINGS
                .find(task)
                .map(ProcessVariables.Findings::recommendationsText)
                .filter(text -> !text.isBlank())
                .ifPresent(text -> {
                    throw new InputRefused(
                            "findingsNext",
                            "What next (findingsNext) says that the report includes no recommendations, but there is text"
                                    + " under Recommendations: please empty it or have it split.");
                });
    }

    private static void set(DelegateTask task, List<Recommendation> recommendations) {
        ProcessVariables.RECOMMENDATIONS.set(task, recommendations);
        ProcessVariables.RECOMMENDATIONS_TO_EXPLAIN.set(task, recommendations);
        ProcessVariables.EXPLANATIONS.set(task, List.of());
    }
}
