package uk.opcc.inspectionresponse.casework.answers;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;
import uk.opcc.inspectionresponse.process.ProcessVariables;

/**
 * Forgets what was chosen the last time when a task comes again: whoever has it now chooses, and sends on no answer of
 * somebody else's by leaving it as it stands.
 */
@Component("earlierAnswers")
public class EarlierAnswers {

    /**
     * Forgets the answer to one question of a form.
     *
     * @param answer the variable
     * @throws IllegalArgumentException if no such variable is declared, as where the diagram has it wrong
     */
    public void forget(DelegateExecution execution, String answer) {
        if (!ProcessVariables.all().containsKey(answer)) {
            throw new IllegalArgumentException("There is no variable " + answer + " that could be forgotten");
        }
        if (execution.getProcessInstance().hasVariableLocal(answer)) {
            execution.getProcessInstance().removeVariableLocal(answer);
        } else if (execution.hasVariable(answer)) {
            // One recommendation among several has its own, and would else write the next answer for all of them.
            execution.setVariable(answer, null);
        }
    }
}
