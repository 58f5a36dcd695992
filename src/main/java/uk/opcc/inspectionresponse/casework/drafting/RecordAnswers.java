package uk.opcc.inspectionresponse.casework.drafting;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;
import uk.opcc.inspectionresponse.platform.people.People;
import uk.opcc.inspectionresponse.platform.refusal.InputRefused;
import uk.opcc.inspectionresponse.process.ProcessVariables;
import uk.opcc.inspectionresponse.process.ProcessVariables.Item;

/** Takes the answers to several recommendations when all are finished: none shares an answer that is no answer. */
@Component("recordAnswers")
class RecordAnswers implements TaskListener {

    private final People people;

    RecordAnswers(People people) {
        this.people = people;
    }

    @Override
    public void notify(DelegateTask task) {
        if (!ProcessVariables.ANSWERS_NEXT.get(task).equals("finished")) {
            return;
        }
        List<Item> items = ProcessVariables.RECOMMENDATIONS_TO_EXPLAIN.get(task);
        Map<Integer, Item> byNumber = items.stream().collect(Collectors.toMap(Item::number, Function.identity()));
        AnswersInOneTask answers =
                new AnswersInOneTask(ProcessVariables.ANSWERS.find(task).orElse(Map.of()));
        for (Item item : items) {
            answers.sameAs(item).map(byNumber::get).ifPresent(other -> {
                if (other.number() == item.number()) {
                    throw refused(item, "this is the recommendation itself. Choose another, or write an answer.");
                }
                answers.sameAs(other).ifPresent(third -> {
                    throw refused(
                            item,
                            other.label() + " has no answer of its own either, but that to "
                                    + byNumber.get(third).label() + ". Choose one that has an answer of its own.");
                });
            });
        }
        ProcessVariables.ANSWERED_BY.set(task, people.actingOn(task));
    }

    private static InputRefused refused(Item item, String what) {
        return new InputRefused(
                AnswersInOneTask.VARIABLE + "." + AnswersInOneTask.SAME_AS + item.number(),
                "Which answer is that to " + item.label() + "? Not this one: " + what);
    }
}
