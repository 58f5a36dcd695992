package uk.opcc.inspectionresponse.casework.distribution;

import java.time.LocalDate;
import org.camunda.bpm.engine.delegate.BpmnError;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import uk.opcc.inspectionresponse.messages.mail.Delivery;
import uk.opcc.inspectionresponse.messages.mail.Outcome;
import uk.opcc.inspectionresponse.process.ProcessVariables;
import uk.opcc.inspectionresponse.process.ProcessVariables.Distribution;
import uk.opcc.inspectionresponse.process.RaisesError;
import uk.opcc.inspectionresponse.publishing.archive.ApprovedResponses;
import uk.opcc.inspectionresponse.publishing.archive.Copies;
import uk.opcc.inspectionresponse.statutory.StatutoryPeriod;

/**
 * Sends the mail that a person asked for, and ticks the box For Office Use Only once the server has taken it over, with
 * that day. What a person must decide, or send from a file because no mail server is configured, goes back to a person;
 * what the server may take later is tried again.
 */
@Component("sendMail")
@RaisesError(SendMail.NEEDS_A_PERSON)
class SendMail implements JavaDelegate {

    /** As the diagram has it. */
    static final String NEEDS_A_PERSON = "needs-a-person";

    private final Delivery delivery;
    private final ResponseMails mails;
    private final ApprovedResponses approved;
    private final Copies copies;

    SendMail(Delivery delivery, ResponseMails mails, ApprovedResponses approved, Copies copies) {
        this.copies = copies;
        this.delivery = delivery;
        this.mails = mails;
        this.approved = approved;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Distribution distribution = ProcessVariables.DISTRIBUTION.get(execution);
        Outcome outcome = delivery.deliver(new RecordedResponse(distribution.messageId(), mails, copies))
                .orElseThrow();
        if (outcome instanceof Outcome.Doubtful doubtful) {
            throw new BpmnError(NEEDS_A_PERSON, doubtful.reason());
        }
        if (outcome instanceof Outcome.Written written) {
            throw new BpmnError(NEEDS_A_PERSON, written.file());
        }
        if (outcome instanceof Outcome.NotSent notSent) {
            if (notSent.permanent()) {
                throw new BpmnError(NEEDS_A_PERSON, notSent.reason());
            }
            throw new MailNotSent(distribution, notSent.reason());
        }
        ResponseMail mail = mails.get(distribution.messageId());
        LocalDate day = LocalDate.ofInstant(mail.acceptedAt(), StatutoryPeriod.ZONE);
        approved.tick(mail.reference(), mail.version(), mail.task(), day);
        ProcessVariables.DISTRIBUTION.set(execution, distribution.on(day));
    }
}
