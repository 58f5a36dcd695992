package uk.opcc.inspectionresponse.casework.drafting;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import uk.opcc.inspectionresponse.process.ProcessVariables;
import uk.opcc.inspectionresponse.process.ProcessVariables.Explanation;
import uk.opcc.inspectionresponse.process.ProcessVariables.ExplanationText;
import uk.opcc.inspectionresponse.process.ProcessVariables.Item;

/**
 * Puts the explanation of one recommendation, section 55(5B), beside those of the others.
 *
 * <p>Officers write in parallel; this runs as an exclusive job, so that two who finish at one moment do not get in each
 * other's way.
 */
@Component("keepExplanation")
class KeepExplanation implements JavaDelegate {

    @Override
    public void execute(DelegateExecution execution) {
        Item recommendation = ProcessVariables.RECOMMENDATION.get(execution);
        ExplanationText text = ProcessVariables.EXPLANATION.get(execution);
        List<Explanation> explanations =
                new ArrayList<>(ProcessVariables.EXPLANATIONS.find(execution).orElse(List.of()));
        explanations.removeIf(earlier -> earlier.number() == recommendation.number());
        explanations.add(Explanation.of(
                recommendation,
                recommendation.causeAmong(
                        ProcessVariables.RECOMMENDATIONS.find(execution).orElse(List.of())),
                text));
        explanations.sort(Comparator.comparingInt(Explanation::number));
        ProcessVariables.EXPLANATIONS.set(execution, SharedAnswers.renewed(explanations));
    }
}
