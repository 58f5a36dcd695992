package uk.opcc.inspectionresponse.casework.drafting;

import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.springframework.stereotype.Component;
import uk.opcc.inspectionresponse.process.ProcessVariables;
import uk.opcc.inspectionresponse.process.ProcessVariables.ExplanationText;
import uk.opcc.inspectionresponse.process.ProcessVariables.Item;

/**
 * Gives each recommendation its own explanation to write: the one written in an earlier round, or an empty one.
 *
 * <p>The variables are local to the recommendation. Without that, officers who write in parallel would overwrite each
 * other's text.
 */
@Component("beginExplanation")
class BeginExplanation implements ExecutionListener {

    @Override
    public void notify(DelegateExecution execution) {
        Item item = ProcessVariables.RECOMMENDATION.get(execution);
        int number = item.number();
        LastAnswers last = LastAnswers.of(execution);
        ExplanationText earlier = ProcessVariables.EXPLANATIONS.find(execution).orElse(List.of()).stream()
                .filter(explanation -> explanation.number() == number)
                .map(explanation -> new ExplanationText(
                        explanation.kind(), explanation.text(), null, explanation.owner(), explanation.targetDate()))
                .findFirst()
                .or(() -> last.proposed(item))
                .orElse(new ExplanationText(null, "", null));
        ProcessVariables.LAST_ANSWERS.setLocal(execution, last.shown(List.of(item)));
        ProcessVariables.RECOMMENDATION_NUMBER.setLocal(execution, number);
        ProcessVariables.EXPLANATION.setLocal(execution, earlier);
        ProcessVariables.EXPLANATION_NEXT.setLocal(execution, null);
        ProcessVariables.EXPLANATION_OFFICER.setLocal(execution, null);
    }
}
