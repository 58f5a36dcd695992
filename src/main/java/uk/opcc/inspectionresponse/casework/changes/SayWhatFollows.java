package uk.opcc.inspectionresponse.casework.changes;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.variable.VariableMap;
import org.springframework.stereotype.Component;
import uk.opcc.inspectionresponse.process.ProcessVariables;

/** Puts before the manager who decides what would follow from the change. */
@Component("sayWhatFollows")
class SayWhatFollows implements ExecutionListener {

    private final CheckChange check;
    private final ChangeInWords words;

    SayWhatFollows(CheckChange check, ChangeInWords words) {
        this.check = check;
        this.words = words;
    }

    @Override
    public void notify(DelegateExecution execution) {
        VariableMap change = execution.getVariablesTyped(false);
        ChangedInspection inspection = check.of(change);
        ProcessVariables.CHANGE_WORDS.set(execution, words.asked(inspection, change));
        ProcessVariables.CHANGE_FOLLOWS.set(execution, words.follows(inspection, change));
    }
}
