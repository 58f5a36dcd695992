package uk.opcc.inspectionresponse.casework.distribution;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import uk.opcc.inspectionresponse.process.ProcessVariables;
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

    /** The reference of the inspection. */
    static String referenceOf(DelegateExecution execution) {
        return ProcessVariables.REFERENCE.find(execution).orElseGet(execution::getProcessBusinessKey);
    }
}
