package uk.opcc.inspectionresponse.casework.distribution;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;
import uk.opcc.inspectionresponse.casework.distribution.ResponseMail.EventType;
import uk.opcc.inspectionresponse.casework.distribution.ResponseMail.State;
import uk.opcc.inspectionresponse.messages.mail.MailAddress;
import uk.opcc.inspectionresponse.messages.mail.OutgoingMail;
import uk.opcc.inspectionresponse.platform.people.People;
import uk.opcc.inspectionresponse.platform.refusal.InputRefused;
import uk.opcc.inspectionresponse.process.ProcessVariables;
import uk.opcc.inspectionresponse.process.ProcessVariables.Distribution;
import uk.opcc.inspectionresponse.publishing.archive.ApprovedResponses;
import uk.opcc.inspectionresponse.publishing.archive.Copies;
import uk.opcc.inspectionresponse.publishing.document.Format;
import uk.opcc.inspectionresponse.statutory.StatutoryPeriod;

/**
 * Takes what a person decided about a copy of the response: a mail is queued, with the Message-ID that it will have
 * however often it is tried; what was sent in another way, or was found to have arrived, ticks the box For Office Use
 * Only.
 */
@Component("recordSending")
class RecordSending implements TaskListener {

    private final ResponseMails mails;
    private final OutgoingMail outgoing;
    private final ApprovedResponses approved;
    private final Copies copies;
    private final People people;
    private final Clock clock;

    RecordSending(
            ResponseMails mails,
            OutgoingMail outgoing,
            ApprovedResponses approved,
            Copies copies,
            People people,
            Clock clock) {
        this.copies = copies;
        this.mails = mails;
        this.outgoing = outgoing;
        this.approved = approved;
        this.people = people;
        this.clock = clock;
    }

    @Override
    public void notify(DelegateTask task) {
        Distribution typed = ProcessVariables.DISTRIBUTION.get(task);
        CopyOfResponse copy = CopyOfResponse.of(task);
        String reference = copy.reference();
        String key = copy.box();
        String by = people.actingOn(task);
        Optional<ResponseMail> last = mails.last(reference, key);
        HowSent how = howSent(typed, last.filter(mail -> CopyOfResponse.isOfThisWork(task, mail)));
        last.ifPresent(mail ->
                decision(mail, typed, how).ifPresent(event -> mails.decided(mail, by, event, textOf(typed.note()))));

        Distribution recorded = Distribution.to(typed.address())
                .noted(typed.note())
                .recorded(by, StatutoryPeriod.timestamp(clock))
                .sent(how.word(), typed.foundOut());
        if (how == HowSent.BY_EMAIL) {
            ResponseMail mail = mail(typed, reference, key, by, last);
            mails.queue(mail);
            recorded = recorded.asMail(mail.recipients(), mail.subject(), mail.text(), typed.attachments())
                    .queuedAs(mail.messageId());
        } else {
            LocalDate day = typed.doneOnOr(
                    how == HowSent.FOUND_TO_HAVE_ARRIVED ? sentOn(last.orElseThrow()) : StatutoryPeriod.today(clock));
            approved.tick(reference, key, day);
            recorded = recorded.on(day);
        }
        ProcessVariables.DISTRIBUTION.set(task, recorded);
    }

    /** What the form's rules leave open: they go by what the task showed, and the mail may have been accepted since. */
    static HowSent howSent(Distribution typed, Optional<ResponseMail> last) {
        boolean accepted = last.filter(mail -> mail.state() == State.ACCEPTED).isPresent();
        boolean doubtful =
                accepted || last.filter(mail -> mail.state() == State.DOUBTFUL).isPresent();
        if (!doubtful) {
            return Stored.find(HowSent.class, typed.howSent())
                    .filter(how -> how != HowSent.FOUND_TO_HAVE_ARRIVED)
                    .orElseThrow(() -> new InputRefused(
                            "distribution.way", "How is it sent? Choose by email, or that you sent it yourself."));
        }
        Optional<FoundOut> found = foundOut(typed);
        if (accepted && found.filter(FoundOut.IT_ARRIVED::equals).isEmpty()) {
            throw new InputRefused(
                    "distribution.found",
                    "What you found out: the mail server says now that it has accepted the email ("
                            + last.orElseThrow().reply() + "). Choose that it arrived.");
        }
        return found.map(FoundOut::howSent)
                .orElseThrow(() -> new InputRefused(
                        "distribution.found",
                        "What you found out: choose that it arrived, that it did not arrive, or that"
                                + " you sent it yourself."));
    }

    /** What the person decided about the mail before: nothing is asked about one that was refused. */
    private static Optional<EventType> decision(ResponseMail before, Distribution typed, HowSent how) {
        return switch (before.state()) {
            case WRITTEN, CAME_BACK -> Optional.of(how == HowSent.BY_EMAIL ? EventType.AGAIN : EventType.ANOTHER);
            default -> foundOut(typed).map(FoundOut::event);
        };
    }

    private static Optional<FoundOut> foundOut(Distribution typed) {
        return Stored.find(FoundOut.class, typed.foundOut());
    }

    private ResponseMail mail(
            Distribution typed, String reference, String task, String by, Optional<ResponseMail> last) {
        AttachedFiles files = Stored.find(AttachedFiles.class, typed.attachments())
                .orElseThrow(
                        () -> new InputRefused("distribution.attachments", "Attached: choose PDF, Word, or both."));
        int version = approved.latestVersion(reference).orElseThrow();
        return new ResponseMail(
                outgoing.newMessageId(),
                reference,
                task,
                last.map(ResponseMail::number).orElse(0) + 1,
                version,
                new ResponseMail.Letter(addresses(typed), subject(typed), textOf(typed.text())),
                files.formats().stream()
                        .map(format -> attachment(reference, version, task, format))
                        .toList(),
                by,
                clock.instant(),
                ResponseMail.SoFar.NOTHING);
    }

    private ResponseMail.Attachment attachment(String reference, int version, String task, Format format) {
        Copies.Copy copy = copies.find(reference, version, task, format).orElseThrow();
        return new ResponseMail.Attachment(
                format,
                reference.replaceAll("[^\\p{L}\\p{N}._-]+", "-")
                        + (copy.isLetter() ? "-letter." : "-response.")
                        + format.extension(),
                copy.document().sha256());
    }

    private static String addresses(Distribution typed) {
        try {
            return MailAddress.list(textOf(typed.address())).stream()
                    .map(MailAddress::value)
                    .collect(Collectors.joining(", "));
        } catch (IllegalArgumentException e) {
            throw new InputRefused("distribution.address", "To: " + e.getMessage());
        }
    }

    private static String subject(Distribution typed) {
        String subject = textOf(typed.subject()).strip();
        if (subject.isEmpty() || subject.codePoints().anyMatch(Character::isISOControl)) {
            throw new InputRefused(
                    "distribution.subject",
                    "Subject: it must be one line of text. Remove line breaks and hidden characters.");
        }
        return subject;
    }

    private static LocalDate sentOn(ResponseMail mail) {
        return LocalDate.ofInstant(
                mail.acceptedAt() == null ? mail.sendingSince() : mail.acceptedAt(), StatutoryPeriod.ZONE);
    }

    private static String textOf(String typed) {
        return typed == null ? "" : typed;
    }
}
