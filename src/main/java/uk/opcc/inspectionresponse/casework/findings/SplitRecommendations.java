package uk.opcc.inspectionresponse.casework.findings;

import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.springframework.stereotype.Component;
import uk.opcc.inspectionresponse.process.ProcessVariables;
import uk.opcc.inspectionresponse.process.ProcessVariables.Item;

/**
 * Reads the items of the report for the diagrams of earlier releases, in which each item is explained on its own,
 * whomever it is for. In those of release 1 it hears that the findings are recorded, whatever comes next.
 */
@Component("splitRecommendations")
class SplitRecommendations implements JavaDelegate, TaskListener {

    private final RecordFindings recordFindings;
    private final ReadRecommendations read;

    SplitRecommendations(RecordFindings recordFindings, ReadRecommendations read) {
        this.recordFindings = recordFindings;
        this.read = read;
    }

    @Override
    public void execute(DelegateExecution execution) {
        split(execution);
    }

    @Override
    public void notify(DelegateTask task) {
        recordFindings.notify(task);
        if (ProcessVariables.FINDINGS_NEXT.get(task).equals("check")) {
            split(task);
        }
    }

    private void split(VariableScope inspection) {
        List<Item> items = read.in(inspection).stream()
                .map(item -> item.answered().equals(Item.TOGETHER) ? item.withAnswered(Item.ON_ITS_OWN) : item)
                .toList();
        RecordFindings.set(inspection, items);
    }
}
