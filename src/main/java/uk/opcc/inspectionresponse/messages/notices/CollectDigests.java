package uk.opcc.inspectionresponse.messages.notices;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import uk.opcc.inspectionresponse.messages.mail.OutgoingMail;

/** Makes one mail of all that was noted for a person who prefers one mail a day. */
@Component
class CollectDigests implements JavaDelegate {

    private final Notices notices;
    private final OutgoingMail outgoing;

    CollectDigests(Notices notices, OutgoingMail outgoing) {
        this.notices = notices;
        this.outgoing = outgoing;
    }

    @Override
    public void execute(DelegateExecution execution) {
        for (String person : notices.withCollected()) {
            notices.putTogether(person, outgoing.newMessageId(), execution.getProcessInstanceId());
        }
    }
}
