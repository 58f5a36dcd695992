package uk.opcc.inspectionresponse.casework.telling;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import uk.opcc.inspectionresponse.messages.notices.Digests;

/** Has one mail made of all that was noted for a person who prefers one mail a day. */
@Component("collectDigests")
class CollectDigests implements JavaDelegate {

    private final Digests digests;

    CollectDigests(Digests digests) {
        this.digests = digests;
    }

    @Override
    public void execute(DelegateExecution execution) {
        digests.putTogether(execution.getProcessInstanceId());
    }
}
