package uk.opcc.inspectionresponse.casework.telling;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import uk.opcc.inspectionresponse.messages.notices.NoticeMails;

/** Has the mails sent that this instance of the process is for. */
@Component("sendNotices")
class SendNotices implements JavaDelegate {

    private final NoticeMails mails;

    SendNotices(NoticeMails mails) {
        this.mails = mails;
    }

    @Override
    public void execute(DelegateExecution execution) {
        mails.send(execution.getProcessInstanceId());
    }
}
