package uk.opcc.inspectionresponse.casework.findings;

import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.springframework.stereotype.Component;
import uk.opcc.inspectionresponse.platform.refusal.InputRefused;
import uk.opcc.inspectionresponse.process.ProcessVariables;
import uk.opcc.inspectionresponse.process.ProcessVariables.Item;

/** Takes it that a report includes no recommendations only where none were pasted. */
@Component("recordFindings")
class RecordFindings implements TaskListener {

    @Override
    public void notify(DelegateTask task) {
        if (ProcessVariables.FINDINGS_NEXT.get(task).equals("none")) {
            refuseIfThereIsText(task);
            set(task, List.of());
        }
    }

    private static void refuseIfThereIsText(DelegateTask task) {
        ProcessVariables.FINDINGS
                .find(task)
                .map(ProcessVariables.Findings::recommendationsText)
                .filter(text -> !ReadItems.saysNothing(text))
                .ifPresent(text -> {
                    throw new InputRefused(
                            "findingsNext",
                            "What next: the report has none of these by this choice, but there is text"
                                    + " under Recommendations. Delete the text, or choose to have it read.");
                });
    }

    /** Begins with these items, none of which is answered. */
    static void set(VariableScope inspection, List<Item> items) {
        ProcessVariables.RECOMMENDATIONS.set(inspection, items);
        ProcessVariables.RECOMMENDATIONS_TO_EXPLAIN.set(
                inspection, items.stream().filter(Item::isOnItsOwn).toList());
        ProcessVariables.ANSWERS_IN.set(inspection, "each");
        ProcessVariables.EXPLANATIONS.set(inspection, List.of());
    }
}
