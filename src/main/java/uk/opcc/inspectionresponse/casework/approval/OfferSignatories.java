package uk.opcc.inspectionresponse.casework.approval;

import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.springframework.stereotype.Component;
import uk.opcc.inspectionresponse.platform.office.Signatories;
import uk.opcc.inspectionresponse.process.ProcessVariables;
import uk.opcc.inspectionresponse.process.ProcessVariables.Signatory;

/** Puts those who can sign the response before the approver, and proposes the one who was chosen, or else the first. */
@Component("offerSignatories")
class OfferSignatories implements ExecutionListener {

    private final Signatories configured;

    OfferSignatories(Signatories configured) {
        this.configured = configured;
    }

    /** Those who can sign now. */
    List<Signatory> now() {
        return configured.all().stream()
                .map(one -> new Signatory(one.label(), one.name(), one.title()))
                .toList();
    }

    @Override
    public void notify(DelegateExecution execution) {
        List<Signatory> now = now();
        ProcessVariables.SIGNATORIES.set(execution, now);
        ProcessVariables.SIGNATURE.set(execution, null);
        ProcessVariables.SIGNATORY.set(
                execution,
                proposed(now, ProcessVariables.SIGNATORY.find(execution).orElse(null)));
    }

    /** The one who was chosen, as long as that one can sign, or else the first; null where nobody can. */
    static String proposed(List<Signatory> now, String chosen) {
        List<String> labels = now.stream().map(Signatory::label).toList();
        return labels.contains(chosen) ? chosen : labels.isEmpty() ? null : labels.get(0);
    }
}
