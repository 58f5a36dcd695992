package uk.opcc.inspectionresponse.casework.drafting;

import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;
import uk.opcc.inspectionresponse.platform.people.People;
import uk.opcc.inspectionresponse.process.ProcessVariables;
import uk.opcc.inspectionresponse.process.ProcessVariables.Item;

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
            case "reopen" -> {
                List<Item> reopened = reopened(task);
                ProcessVariables.RECOMMENDATIONS_TO_EXPLAIN.set(task, reopened);
                if (reopened.size() == 1
                        || ProcessVariables.ANSWERS_IN.find(task).isEmpty()) {
                    ProcessVariables.ANSWERS_IN.set(task, "each");
                }
            }
            case "finished" -> ProcessVariables.DRAFTED_BY.set(task, people.actingOn(task));
            default -> {
                // gone on with later: what was typed is kept as it is
            }
        }
    }

    private static List<Item> reopened(DelegateTask task) {
        return new NamedItems(ProcessVariables.RECOMMENDATIONS.get(task).stream()
                        .filter(item -> !item.answered().equals(Item.WITH_ITS_RECOMMENDATIONS))
                        .toList())
                .in(ProcessVariables.DRAFT_REOPEN.find(task).orElse(""));
    }
}
