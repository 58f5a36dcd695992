package uk.opcc.inspectionresponse.messages.mail;

import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Delivers a mail at most once, and leaves the doubtful case to a person: the mail is claimed, sent, and what became of
 * it is recorded, before anything else is done.
 *
 * <p>SMTP cannot promise that a mail arrives exactly once: where the connection is lost between the end of a mail and
 * the server's answer, or the application is killed there, nobody knows whether somebody has it. Such a mail is never
 * sent again by itself.
 */
@Component
public class Delivery {

    private static final String INTERRUPTED = "the application was interrupted while it was sending the email";

    private final OutgoingMail outgoing;

    Delivery(OutgoingMail outgoing) {
        this.outgoing = outgoing;
    }

    /**
     * Sends a mail, unless that has been done already.
     *
     * @return what has become of it, now or before; nothing where there was nothing to send
     * @throws IllegalStateException if another node is sending it at this moment
     */
    public Optional<Outcome> deliver(RecordedMail mail) {
        Progress progress = mail.progress();
        if (progress instanceof Progress.Over over) {
            return Optional.of(over.outcome());
        }
        if (progress instanceof Progress.BeingSent) {
            return afterInterruption(mail);
        }
        return send(mail);
    }

    /**
     * The application was killed, or was suspended for so long that another server was given its job. One that lives
     * keeps its job however long it takes.
     */
    private Optional<Outcome> afterInterruption(RecordedMail mail) {
        if (outgoing.replacesWhatIsThere()) {
            mail.notSent(INTERRUPTED);
            return send(mail);
        }
        mail.doubtful(INTERRUPTED);
        return Optional.of(new Outcome.Doubtful(INTERRUPTED));
    }

    private Optional<Outcome> send(RecordedMail mail) {
        Optional<Outcome> outcome =
                mail.composed().map(composed -> outgoing.send(composed, () -> claim(mail, composed)));
        outcome.ifPresent(known -> record(mail, known));
        return outcome;
    }

    private static void claim(RecordedMail mail, Mail composed) {
        if (!mail.claim()) {
            throw new IllegalStateException("The email " + composed.messageId() + " is being sent by another node");
        }
    }

    private static void record(RecordedMail mail, Outcome outcome) {
        if (outcome instanceof Outcome.Accepted accepted) {
            mail.accepted(accepted.reply());
        } else if (outcome instanceof Outcome.Written written) {
            mail.written(written.file());
        } else if (outcome instanceof Outcome.Doubtful doubtful) {
            mail.doubtful(doubtful.reason());
        } else if (outcome instanceof Outcome.NotSent notSent && notSent.permanent()) {
            mail.refused(notSent.reason());
        } else if (outcome instanceof Outcome.NotSent notSent) {
            mail.notSent(notSent.reason());
        }
    }
}
