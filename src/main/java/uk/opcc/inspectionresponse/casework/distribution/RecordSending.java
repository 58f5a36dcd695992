package uk.opcc.inspectionresponse.casework.distribution;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;
import uk.opcc.inspectionresponse.casework.distribution.SentMail.State;
import uk.opcc.inspectionresponse.messages.mail.MailAddress;
import uk.opcc.inspectionresponse.messages.mail.OutgoingMail;
import uk.opcc.inspectionresponse.platform.people.People;
import uk.opcc.inspectionresponse.platform.refusal.InputRefused;
import uk.opcc.inspectionresponse.process.ProcessVariables;
import uk.opcc.inspectionresponse.process.ProcessVariables.Distribution;
import uk.opcc.inspectionresponse.publishing.archive.ApprovedResponses;
import uk.opcc.inspectionresponse.publishing.document.Format;
import uk.opcc.inspectionresponse.statutory.StatutoryPeriod;

/**
 * Takes what a person decided about a copy of the response: a mail is queued, with the Message-ID that it will have however
 * often it is tried; what was sent in another way, or was found to have arrived, ticks the box For Office Use Only.
 */
@Component("recordSending")
class RecordSending implements TaskListener {

    private static final String E_MAIL = "e-mail";
    private static final String ANOTHER = "another";
    private static final String ARRIVED = "arrived";
    private static final String AGAIN = "again";

    private static final Map<String, List<Format>> ATTACHED = Map.of(
            "pdf", List.of(Format.PDF),
            "docx", List.of(Format.WORD),
            "both", List.of(Format.PDF, Format.WORD));

    private final SentMails mails;
    private final OutgoingMail outgoing;
    private final ApprovedResponses approved;
    private final People people;
    private final Clock clock;

    RecordSending(SentMails mails, OutgoingMail outgoing, ApprovedResponses approved, People people, Clock clock) {
        this.mails = mails;
        this.outgoing = outgoing;
        this.approved = approved;
        this.people = people;
        this.clock = clock;
    }

    @Override
    public void notify(DelegateTask task) {
        Distribution typed = ProcessVariables.DISTRIBUTION.get(task);
        String reference = task.getExecution().getProcessBusinessKey();
        String box = task.getTaskDefinitionKey();
        String by = people.actingOn(task);
        Optional<SentMail> last = mails.last(reference, box);
        String way = way(typed, last);
        last.filter(mail -> typed.found() != null)
                .ifPresent(mail -> mails.decided(mail, by, typed.found(), textOf(typed.note())));

        Distribution recorded = recorded(typed, way, by);
        if (way.equals(E_MAIL)) {
            SentMail mail = mail(typed, reference, box, by, last);
            mails.queue(mail);
            recorded = withMail(recorded, typed, mail);
        } else {
            LocalDate day = way.equals(ARRIVED) && textOf(typed.doneOn()).isBlank()
                    ? sentOn(last.orElseThrow())
                    : typed.doneOnOr(StatutoryPeriod.today(clock));
            approved.tick(reference, box, day);
            recorded = recorded.on(day.toString());
        }
        ProcessVariables.DISTRIBUTION.set(task, recorded);
    }

    /** What the form's rules leave open: they go by what the task showed, and the mail may have been accepted since. */
    private static String way(Distribution typed, Optional<SentMail> last) {
        boolean accepted = last.filter(mail -> mail.state() == State.ACCEPTED).isPresent();
        boolean doubtful =
                accepted || last.filter(mail -> mail.state() == State.DOUBTFUL).isPresent();
        if (!doubtful) {
            if (!E_MAIL.equals(typed.way()) && !ANOTHER.equals(typed.way())) {
                throw new InputRefused(
                        "distribution.way", "How it is sent (distribution.way) must be one of e-mail, another.");
            }
            return typed.way();
        }
        String found = textOf(typed.found());
        if (accepted && !found.equals(ARRIVED)) {
            throw new InputRefused(
                    "distribution.found",
                    "What you found out (distribution.found): the mail server says now that it has accepted the mail ("
                            + last.orElseThrow().reply() + "). Please record that it arrived.");
        }
        return switch (found) {
            case ARRIVED, ANOTHER -> found;
            case AGAIN -> E_MAIL;
            default ->
                throw new InputRefused(
                        "distribution.found",
                        "What you found out (distribution.found) must be one of arrived, again, another.");
        };
    }

    private Distribution recorded(Distribution typed, String way, String by) {
        return new Distribution(
                typed.address(),
                null,
                typed.note(),
                by,
                StatutoryPeriod.timestamp(clock),
                way,
                typed.found(),
                null,
                null,
                null,
                null);
    }

    private static Distribution withMail(Distribution recorded, Distribution typed, SentMail mail) {
        return new Distribution(
                mail.recipients(),
                null,
                recorded.note(),
                recorded.recordedBy(),
                recorded.recordedAt(),
                recorded.way(),
                recorded.found(),
                mail.subject(),
                mail.text(),
                typed.attachments(),
                mail.messageId());
    }

    private SentMail mail(Distribution typed, String reference, String box, String by, Optional<SentMail> last) {
        List<Format> formats = ATTACHED.get(textOf(typed.attachments()));
        if (formats == null) {
            throw new InputRefused(
                    "distribution.attachments", "Attached (distribution.attachments) must be one of pdf, docx, both.");
        }
        int version = approved.latestVersion(reference).orElseThrow();
        return new SentMail(
                outgoing.newMessageId(),
                reference,
                box,
                last.map(SentMail::number).orElse(0) + 1,
                version,
                addresses(typed),
                subject(typed),
                textOf(typed.text()),
                by,
                clock.instant(),
                State.QUEUED,
                null,
                null,
                null,
                formats.stream()
                        .map(format -> new SentMail.Attachment(
                                format,
                                reference.replaceAll("[^\\p{L}\\p{N}._-]+", "-") + "-response." + format.extension(),
                                approved.find(reference, version, format)
                                        .orElseThrow()
                                        .sha256()))
                        .toList());
    }

    private static String addresses(Distribution typed) {
        try {
            return MailAddress.list(textOf(typed.address())).stream()
                    .map(MailAddress::value)
                    .collect(Collectors.joining(", "));
        } catch (IllegalArgumentException e) {
            throw new InputRefused("distribution.address", "To (distribution.address): " + e.getMessage());
        }
    }

    private static String subject(Distribution typed) {
        String subject = textOf(typed.subject()).strip();
        if (subject.isEmpty() || subject.codePoints().anyMatch(Character::isISOControl)) {
            throw new InputRefused(
                    "distribution.subject",
                    "Subject (distribution.subject) must be one line of text, without control characters.");
        }
        return subject;
    }

    private static LocalDate sentOn(SentMail mail) {
        return LocalDate.ofInstant(
                mail.acceptedAt() == null ? mail.sendingSince() : mail.acceptedAt(), StatutoryPeriod.ZONE);
    }

    private static String textOf(String typed) {
        return typed == null ? "" : typed;
    }
}
