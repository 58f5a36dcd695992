package uk.opcc.inspectionresponse.casework.findings;

import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;
import uk.opcc.inspectionresponse.platform.office.Addressees;
import uk.opcc.inspectionresponse.platform.people.People;
import uk.opcc.inspectionresponse.process.ProcessVariables;
import uk.opcc.inspectionresponse.process.ProcessVariables.Item;

/** Takes what an officer who checks the items of a report has corrected of them. */
@Component("recordCheck")
class RecordCheck implements TaskListener {

    private final ItemsToCheck toCheck;
    private final Addressees addressees;
    private final People people;

    RecordCheck(ItemsToCheck toCheck, Addressees addressees, People people) {
        this.toCheck = toCheck;
        this.addressees = addressees;
        this.people = people;
    }

    @Override
    public void notify(DelegateTask task) {
        boolean isCorrected = ProcessVariables.RECOMMENDATIONS_CHECK.get(task).equals("correct");
        ProcessVariables.CHECK_OFFICER.set(task, isCorrected ? people.actingOn(task) : null);
        if (isCorrected) {
            Map<String, String> typed = ProcessVariables.CORRECTED.find(task).orElse(Map.of());
            List<Item> items = ProcessVariables.RECOMMENDATIONS.get(task);
            toCheck.put(task, new CorrectedItems(addressees, typed).of(items));
        } else if (ProcessVariables.RECOMMENDATIONS_TO_EXPLAIN.get(task).size() < 2) {
            // One is simpler to answer in the form for one, and where there is none there is nothing to answer.
            ProcessVariables.ANSWERS_IN.set(task, "each");
        }
    }
}
