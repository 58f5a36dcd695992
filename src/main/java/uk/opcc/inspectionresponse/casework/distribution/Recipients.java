package uk.opcc.inspectionresponse.casework.distribution;

import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;
import uk.opcc.inspectionresponse.casework.distribution.SentMail.State;
import uk.opcc.inspectionresponse.platform.office.Office;
import uk.opcc.inspectionresponse.process.ProcessVariables;
import uk.opcc.inspectionresponse.process.ProcessVariables.Distribution;
import uk.opcc.inspectionresponse.process.ProcessVariables.SendingProblem;
import uk.opcc.inspectionresponse.statutory.StatutoryPeriod;

/** Who gets the response; the diagram asks for the usual address of each and the usual letter, which the person may change. */
@Component("recipients")
public class Recipients {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("d MMMM yyyy, HH:mm", Locale.UK);

    private final Office office;
    private final Letters letters;
    private final SentMails mails;

    Recipients(Office office, Letters letters, SentMails mails) {
        this.office = office;
        this.letters = letters;
        this.mails = mails;
    }

    /** A distribution that is still to be recorded, with the usual address of the recipient where one is configured. */
    public Object addressed(String recipient) {
        return ProcessVariables.DISTRIBUTION.engineValue(
                new Distribution(office.recipients().get(recipient), null, null, null, null));
    }

    /**
     * A distribution by e-mail that is still to be sent: the usual letter to the recipient, or the one before where it came
     * back.
     */
    public Object letter(DelegateExecution task, String recipient) {
        return ProcessVariables.DISTRIBUTION.engineValue(last(task, recipient)
                .map(mail -> letter(mail.recipients(), mail.subject(), mail.text(), attached(mail)))
                .orElseGet(() -> {
                    Letters.Letter letter = letters.to(recipient, task, task.getProcessBusinessKey(), office.name());
                    return letter(
                            office.recipients().get(recipient), letter.subject(), letter.text(), letter.attachments());
                }));
    }

    /** What became of the mail that the last completion of this task sent; null where it was not sent yet. */
    public Object problem(DelegateExecution task, String recipient) {
        return last(task, recipient)
                .flatMap(mail -> mails.lastEvent(mail)
                        .map(event -> ProcessVariables.SENDING_PROBLEM.engineValue(new SendingProblem(
                                mail.state() != State.REFUSED,
                                event.detail(),
                                mail.recipients(),
                                event.at().atZone(StatutoryPeriod.ZONE).format(TIME),
                                mail.messageId()))))
                .orElse(null);
    }

    private Optional<SentMail> last(DelegateExecution task, String recipient) {
        return mails.last(task.getProcessBusinessKey(), "send-to-" + recipient);
    }

    private static Distribution letter(String address, String subject, String text, String attachments) {
        return new Distribution(address, null, null, null, null, "e-mail", null, subject, text, attachments, null);
    }

    private static String attached(SentMail mail) {
        return mail.attachments().size() == 1
                ? mail.attachments().get(0).format().extension()
                : "both";
    }
}
