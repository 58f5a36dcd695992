package uk.opcc.inspectionresponse.casework.distribution;

import java.time.OffsetDateTime;
import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;
import uk.opcc.inspectionresponse.casework.distribution.ResponseMail.State;
import uk.opcc.inspectionresponse.messages.mail.OutgoingMail;
import uk.opcc.inspectionresponse.platform.office.RecipientSettings;
import uk.opcc.inspectionresponse.process.ProcessVariables;
import uk.opcc.inspectionresponse.process.ProcessVariables.Distribution;
import uk.opcc.inspectionresponse.process.ProcessVariables.ReturnedCopy;
import uk.opcc.inspectionresponse.process.ProcessVariables.SendingProblem;
import uk.opcc.inspectionresponse.process.Recipient;
import uk.opcc.inspectionresponse.publishing.archive.ApprovedLetters;
import uk.opcc.inspectionresponse.publishing.archive.ApprovedResponses;
import uk.opcc.inspectionresponse.statutory.WrittenDate;
import uk.opcc.inspectionresponse.statutory.WrittenMoment;

/**
 * Who gets the response; the diagram asks for the usual address of each and the usual letter, which the person may
 * change.
 */
@Component("recipients")
public class Recipients {

    private final RecipientSettings settings;
    private final Letters letters;
    private final ResponseMails mails;
    private final OutgoingMail outgoing;
    private final ApprovedResponses approved;
    private final ApprovedLetters kept;

    Recipients(
            RecipientSettings settings,
            Letters letters,
            ResponseMails mails,
            OutgoingMail outgoing,
            ApprovedResponses approved,
            ApprovedLetters kept) {
        this.approved = approved;
        this.kept = kept;
        this.outgoing = outgoing;
        this.settings = settings;
        this.letters = letters;
        this.mails = mails;
    }

    /** A distribution that is still to be recorded, with the usual address of the recipient where one is configured. */
    public Object addressed(String recipient) {
        return ProcessVariables.DISTRIBUTION.engineValue(
                Distribution.to(settings.of(Recipient.of(recipient)).address()));
    }

    /**
     * A distribution by email that is still to be sent: the usual letter to the recipient, or the one before where it
     * came back.
     */
    public Object letter(DelegateExecution task, String recipient) {
        Recipient to = Recipient.of(recipient);
        return ProcessVariables.DISTRIBUTION.engineValue(last(task, to)
                .filter(mail -> isOfThisReport(task, mail))
                .map(mail -> letter(
                        // It became a file, which is sent now: not by itself the next email.
                        mail.state() == State.WRITTEN && CopyOfResponse.isOfThisWork(task, mail)
                                ? null
                                : HowSent.BY_EMAIL.word(),
                        mail.recipients(),
                        mail.subject(),
                        mail.text(),
                        AttachedFiles.of(mail).word()))
                .orElseGet(() -> {
                    RecipientSettings.Letter letter = letters.to(to, task, CopyOfResponse.referenceOf(task));
                    return letter(
                            HowSent.BY_EMAIL.word(),
                            settings.of(to).address(),
                            letter.subject(),
                            letter.text(),
                            letter.attachments());
                }));
    }

    /** The date of the report was wrong when an earlier version was sent: what was written with that names it. */
    private boolean isOfThisReport(DelegateExecution task, ResponseMail mail) {
        boolean isOfEarlierVersion = approved.latestVersion(mail.reference())
                .filter(version -> version > mail.version())
                .isPresent();
        return !isOfEarlierVersion
                || ProcessVariables.DATE_PUBLISHED
                        .find(task)
                        .map(WrittenDate::of)
                        .filter(date -> !mail.text().contains(date))
                        .isEmpty();
    }

    /**
     * What became of the mail that was sent last to this recipient, or what came back of the copy if none was sent
     * since; null where nothing is known that has to be mended.
     */
    public Object problem(DelegateExecution task, String recipient) {
        Recipient to = Recipient.of(recipient);
        return last(task, to)
                .filter(mail -> CopyOfResponse.isOfThisWork(task, mail))
                .flatMap(this::problem)
                .or(() -> ProcessVariables.RETURNED.find(task).map(returned -> cameBack(returned, to)))
                .map(ProcessVariables.SENDING_PROBLEM::engineValue)
                .orElse(null);
    }

    private Optional<SendingProblem> problem(ResponseMail mail) {
        return mails.lastEvent(mail)
                .map(event -> new SendingProblem(
                        kind(mail).equals("doubtful"),
                        mail.state() == State.WRITTEN
                                ? "no mail server was set up, so it became the file " + event.detail()
                                : event.detail(),
                        mail.recipients(),
                        WrittenMoment.of(event.at()),
                        mail.messageId(),
                        kind(mail),
                        mail.task()));
    }

    private static SendingProblem cameBack(ReturnedCopy returned, Recipient recipient) {
        return new SendingProblem(
                false,
                returned.what(),
                "",
                WrittenMoment.of(OffsetDateTime.parse(returned.recordedAt()).toInstant()),
                "",
                "came-back",
                recipient.task());
    }

    /** The recipient, where the copy that is sent now is a letter; null where it is the response itself. */
    public String asLetter(DelegateExecution task, String recipient) {
        String reference = CopyOfResponse.referenceOf(task);
        return approved.latestVersion(reference)
                .filter(version -> kept.recipients(reference, version).contains(recipient))
                .map(version -> recipient)
                .orElse(null);
    }

    /** Whether an email is sent, and does not become a file. */
    public boolean mailServer() {
        return outgoing.sends();
    }

    private static String kind(ResponseMail mail) {
        return switch (mail.state()) {
            case REFUSED -> "refused";
            case WRITTEN -> "written";
            default -> "doubtful";
        };
    }

    private Optional<ResponseMail> last(DelegateExecution task, Recipient recipient) {
        return mails.last(CopyOfResponse.referenceOf(task), recipient.task());
    }

    private static Distribution letter(String how, String address, String subject, String text, String attachments) {
        return Distribution.to(address).sent(how, null).asMail(address, subject, text, attachments);
    }
}
