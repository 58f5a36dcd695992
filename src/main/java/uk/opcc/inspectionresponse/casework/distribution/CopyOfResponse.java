package uk.opcc.inspectionresponse.casework.distribution;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.VariableScope;
import uk.opcc.inspectionresponse.process.ProcessVariables;
import uk.opcc.inspectionresponse.process.ProcessVariables.ReturnedCopy;
import uk.opcc.inspectionresponse.process.Recipient;

/**
 * Which copy of which response a task is about.
 *
 * @param reference of the inspection
 * @param box the id of the task that the inspection has for the recipient, by which its box is stored
 */
record CopyOfResponse(String reference, String box) {

    /** The copy of a task of the inspection, or of one that sends a copy again. */
    static CopyOfResponse of(DelegateTask task) {
        return new CopyOfResponse(
                referenceOf(task.getExecution()),
                ProcessVariables.COPY
                        .find(task)
                        .map(recipient -> Recipient.of(recipient).task())
                        .orElseGet(task::getTaskDefinitionKey));
    }

    /** Whether a mail is of the work that a task belongs to, and not of a copy before it, which came back. */
    static boolean isOfThisWork(VariableScope task, ResponseMail mail) {
        return mail.number()
                > ProcessVariables.RETURNED
                        .find(task)
                        .map(ReturnedCopy::mailsBefore)
                        .orElse(0);
    }

    /** The reference of the inspection. */
    static String referenceOf(DelegateExecution execution) {
        return ProcessVariables.REFERENCE.find(execution).orElseGet(execution::getProcessBusinessKey);
    }
}
