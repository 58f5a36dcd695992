package uk.opcc.inspectionresponse.casework.publication;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import uk.opcc.inspectionresponse.process.ProcessVariables;
import uk.opcc.inspectionresponse.publishing.register.ExportedRegister;

/** Has the register written anew for another web server, as a job of its own: the publication stands without it. */
@Component("exportPublishedResponse")
class ExportPublishedResponse implements JavaDelegate {

    private final ExportedRegister exported;

    ExportPublishedResponse(ExportedRegister exported) {
        this.exported = exported;
    }

    @Override
    public void execute(DelegateExecution execution) {
        exported.export(ProcessVariables.REFERENCE.get(execution));
    }
}
