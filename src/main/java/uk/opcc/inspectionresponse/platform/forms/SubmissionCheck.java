package uk.opcc.inspectionresponse.platform.forms;

import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateTask;

/** A rule for what is submitted that no single field of a form can have; it is asked after the rules of the form. */
public interface SubmissionCheck {

    /**
     * Checks a task that is being completed, also where its texts are only kept for later.
     *
     * @param labels of the fields that were submitted, by their keys
     * @throws uk.opcc.inspectionresponse.platform.refusal.InputRefused if it cannot be taken so
     */
    void check(DelegateTask task, Map<String, String> labels);
}
