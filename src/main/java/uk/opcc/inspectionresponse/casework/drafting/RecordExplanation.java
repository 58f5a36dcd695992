package uk.opcc.inspectionresponse.casework.drafting;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;
import uk.opcc.inspectionresponse.platform.people.People;
import uk.opcc.inspectionresponse.process.ProcessVariables;
import uk.opcc.inspectionresponse.process.ProcessVariables.ExplanationText;

/** Records who wrote the explanation of a recommendation when it is finished. */
@Component("recordExplanation")
class RecordExplanation implements TaskListener {

    private final People people;

    RecordExplanation(People people) {
        this.people = people;
    }

    @Override
    public void notify(DelegateTask task) {
        if (ProcessVariables.EXPLANATION_NEXT.get(task).equals("finished")) {
            ExplanationText typed = ProcessVariables.EXPLANATION.get(task);
            ProcessVariables.EXPLANATION.set(
                    task,
                    new ExplanationText(
                            typed.kind(), typed.text(), people.actingOn(task), typed.owner(), typed.targetDate()));
        }
    }
}
