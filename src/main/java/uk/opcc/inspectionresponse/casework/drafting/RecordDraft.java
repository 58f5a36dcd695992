package uk.opcc.inspectionresponse.casework.drafting;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;
import uk.opcc.inspectionresponse.platform.people.People;
import uk.opcc.inspectionresponse.platform.refusal.InputRefused;
import uk.opcc.inspectionresponse.process.ProcessVariables;
import uk.opcc.inspectionresponse.process.ProcessVariables.Recommendation;

/** Records who finished the draft, or which explanations the drafter wants to have changed first. */
@Component("recordDraft")
class RecordDraft implements TaskListener {

    private final People people;

    RecordDraft(People people) {
        this.people = people;
    }

    @Override
    public void notify(DelegateTask task) {
        switch (ProcessVariables.DRAFT_NEXT.get(task)) {
            case "reopen" -> ProcessVariables.RECOMMENDATIONS_TO_EXPLAIN.set(task, reopened(task));
            case "finished" -> ProcessVariables.DRAFTED_BY.set(task, people.actingOn(task));
            default -> {
                // gone on with later: what was typed is kept as it is
            }
        }
    }

    private static List<Recommendation> reopened(DelegateTask task) {
        List<Recommendation> all = ProcessVariables.RECOMMENDATIONS.get(task);
        Set<Integer> numbers = new TreeSet<>();
        for (String number :
                ProcessVariables.DRAFT_REOPEN.find(task).orElse("").strip().split("[\\s,;]+")) {
            numbers.add(parse(number, all.size()));
        }
        return all.stream()
                .filter(recommendation -> numbers.contains(recommendation.number()))
                .toList();
    }

    private static int parse(String typed, int last) {
        try {
            int number = Integer.parseInt(typed);
            if (number >= 1 && number <= last) {
                return number;
            }
        } catch (NumberFormatException e) {
            // falls through to the refusal
        }
        throw new InputRefused(
                "draftReopen",
                last == 0
                        ? "Recommendations to change: the report includes no recommendation."
                        : "Recommendations to change: they must be numbers from 1 to " + last
                                + " with commas between them, and '" + typed + "' is not one.");
    }
}
