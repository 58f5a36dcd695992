package uk.opcc.inspectionresponse.casework.drafting;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import uk.opcc.inspectionresponse.process.ProcessVariables;
import uk.opcc.inspectionresponse.process.ProcessVariables.AnsweredTogether;
import uk.opcc.inspectionresponse.process.ProcessVariables.Explanation;
import uk.opcc.inspectionresponse.process.ProcessVariables.ExplanationText;
import uk.opcc.inspectionresponse.process.ProcessVariables.Item;

/**
 * Answers the items that are for others with the sentence that the officer who checked the items has seen: section
 * 55(5B) asks for an explanation of every recommendation. An answer that somebody has changed since stays.
 */
@Component("answerForOthers")
class AnswerForOthers implements JavaDelegate {

    @Override
    public void execute(DelegateExecution execution) {
        List<Item> items = ProcessVariables.RECOMMENDATIONS.find(execution).orElse(List.of());
        List<Explanation> explanations =
                new ArrayList<>(ProcessVariables.EXPLANATIONS.find(execution).orElse(List.of()));
        Set<Integer> answered = explanations.stream().map(Explanation::number).collect(Collectors.toSet());
        Map<String, String> sentences = sentences(execution);
        Map<String, Integer> first = new HashMap<>();
        for (Item item : items) {
            if (item.answered().equals(Item.TOGETHER) && !answered.contains(item.number())) {
                String sentence = sentences.getOrDefault(item.mainAddressee(), "");
                Explanation explanation =
                        Explanation.of(item, item.causeAmong(items), new ExplanationText("no-action", sentence, null));
                Integer other = first.putIfAbsent(item.mainAddressee(), item.number());
                explanations.add(other == null ? explanation : explanation.sharing(other));
            }
        }
        explanations.sort(Comparator.comparingInt(Explanation::number));
        ProcessVariables.EXPLANATIONS.set(execution, explanations);
        if (ProcessVariables.ANSWERS_IN.find(execution).isEmpty()) {
            // An inspection of an earlier release that was moved to this diagram.
            ProcessVariables.ANSWERS_IN.set(execution, "each");
        }
    }

    private static Map<String, String> sentences(DelegateExecution execution) {
        Map<String, String> typed = ProcessVariables.SENTENCES.find(execution).orElse(Map.of());
        return ProcessVariables.ANSWERED_TOGETHER.find(execution).orElse(List.of()).stream()
                .collect(Collectors.toMap(
                        AnsweredTogether::addressee, one -> typed.getOrDefault("text" + one.number(), "")));
    }
}
