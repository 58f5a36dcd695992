package uk.opcc.inspectionresponse.casework.drafting;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.springframework.stereotype.Component;
import uk.opcc.inspectionresponse.process.ProcessVariables;
import uk.opcc.inspectionresponse.process.ProcessVariables.Explanation;
import uk.opcc.inspectionresponse.process.ProcessVariables.ExplanationText;
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
                    put(
                            answers,
                            number,
                            new ExplanationText(
                                    earlier.kind(), earlier.text(), null, earlier.owner(), earlier.targetDate()));
                }
            }
        }
        LastAnswers last = LastAnswers.of(execution);
        for (Item item : items) {
            if (!answers.containsKey(AnswersInOneTask.KIND + item.number())) {
                last.proposed(item).ifPresent(answer -> put(answers, item.number(), answer));
            }
        }
        ProcessVariables.LAST_ANSWERS.set(execution, last.shown(items));
        ProcessVariables.ANSWERS.set(execution, answers);
    }

    private static void put(Map<String, String> answers, int number, ExplanationText answer) {
        answers.put(AnswersInOneTask.KIND + number, answer.kind());
        answers.put(AnswersInOneTask.TEXT + number, answer.text());
        if (answer.owner() != null) {
            answers.put(AnswersInOneTask.OWNER + number, answer.owner());
        }
        if (answer.targetDate() != null) {
            answers.put(
                    AnswersInOneTask.TARGET_DATE + number, answer.targetDate().toString());
        }
    }
}
