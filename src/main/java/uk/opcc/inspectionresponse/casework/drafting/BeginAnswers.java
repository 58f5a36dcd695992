package uk.opcc.inspectionresponse.casework.drafting;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.springframework.stereotype.Component;
import uk.opcc.inspectionresponse.process.ProcessVariables;
import uk.opcc.inspectionresponse.process.ProcessVariables.Explanation;
import uk.opcc.inspectionresponse.process.ProcessVariables.Item;

/** Puts the answers of an earlier round before whoever answers several recommendations in one task. */
@Component("beginAnswers")
class BeginAnswers implements ExecutionListener {

    @Override
    public void notify(DelegateExecution execution) {
        Map<String, String> answers =
                new LinkedHashMap<>(ProcessVariables.ANSWERS.find(execution).orElse(Map.of()));
        List<Item> items = ProcessVariables.RECOMMENDATIONS_TO_EXPLAIN.get(execution);
        List<Integer> numbers = items.stream().map(Item::number).toList();
        for (Explanation earlier : ProcessVariables.EXPLANATIONS.find(execution).orElse(List.of())) {
            int number = earlier.number();
            if (numbers.contains(number) && !answers.containsKey(AnswersInOneTask.KIND + number)) {
                boolean isShared = earlier.sameAs() != null && numbers.contains(earlier.sameAs());
                answers.put(AnswersInOneTask.KIND + number, isShared ? AnswersInOneTask.SAME : earlier.kind());
                if (isShared) {
                    answers.put(
                            AnswersInOneTask.SAME_AS + number, earlier.sameAs().toString());
                } else {
                    answers.put(AnswersInOneTask.TEXT + number, earlier.text());
                    if (earlier.owner() != null) {
                        answers.put(AnswersInOneTask.OWNER + number, earlier.owner());
                    }
                    if (earlier.targetDate() != null) {
                        answers.put(
                                AnswersInOneTask.TARGET_DATE + number,
                                earlier.targetDate().toString());
                    }
                }
            }
        }
        ProcessVariables.ANSWERS.set(execution, answers);
    }
}
