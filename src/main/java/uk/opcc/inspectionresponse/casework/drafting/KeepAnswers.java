package uk.opcc.inspectionresponse.casework.drafting;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import uk.opcc.inspectionresponse.process.ProcessVariables;
import uk.opcc.inspectionresponse.process.ProcessVariables.Explanation;
import uk.opcc.inspectionresponse.process.ProcessVariables.Item;

/** Puts the answers that were written in one task, section 55(5B), beside those of the others. */
@Component("keepAnswers")
class KeepAnswers implements JavaDelegate {

    @Override
    public void execute(DelegateExecution execution) {
        List<Item> all = ProcessVariables.RECOMMENDATIONS.get(execution);
        List<Item> answered = ProcessVariables.RECOMMENDATIONS_TO_EXPLAIN.get(execution);
        Set<Integer> numbers = answered.stream().map(Item::number).collect(Collectors.toSet());
        AnswersInOneTask answers = new AnswersInOneTask(ProcessVariables.ANSWERS.get(execution));
        String writtenBy = ProcessVariables.ANSWERED_BY.find(execution).orElse(null);
        List<Explanation> explanations =
                new ArrayList<>(ProcessVariables.EXPLANATIONS.find(execution).orElse(List.of()));
        explanations.removeIf(earlier -> numbers.contains(earlier.number()));
        explanations.addAll(answers.of(answered, all, writtenBy));
        explanations.sort(Comparator.comparingInt(Explanation::number));
        ProcessVariables.EXPLANATIONS.set(execution, SharedAnswers.renewed(explanations));
        ProcessVariables.ANSWERS.set(execution, Map.of());
    }
}
