package uk.opcc.inspectionresponse.casework.distribution;

import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.VariableInstance;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import uk.opcc.inspectionresponse.messages.mail.OutgoingMail;
import uk.opcc.inspectionresponse.process.ProcessVariables;

/** Has open tasks say whether a mail server is configured now: it may not have been when they came. */
@Component
class TellOfMailServer {

    private final RuntimeService runtime;
    private final OutgoingMail outgoing;

    TellOfMailServer(RuntimeService runtime, OutgoingMail outgoing) {
        this.runtime = runtime;
        this.outgoing = outgoing;
    }

    @EventListener(ApplicationStartedEvent.class)
    void tell() {
        String name = ProcessVariables.MAIL_SERVER.name();
        for (VariableInstance told :
                runtime.createVariableInstanceQuery().variableName(name).list()) {
            if (!told.getValue().equals(outgoing.sends())) {
                try {
                    runtime.setVariableLocal(told.getExecutionId(), name, outgoing.sends());
                } catch (ProcessEngineException e) {
                    // Completed meanwhile, or told by another server that starts at the same time.
                }
            }
        }
    }
}
