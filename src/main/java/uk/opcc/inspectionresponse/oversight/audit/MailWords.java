package uk.opcc.inspectionresponse.oversight.audit;

import java.util.Map;
import uk.opcc.inspectionresponse.casework.distribution.ResponseMail;
import uk.opcc.inspectionresponse.casework.distribution.ResponseMail.EventType;
import uk.opcc.inspectionresponse.messages.mail.MailFiles;

/** What became of mails, in words that say no more than is known. */
public final class MailWords {

    private static final Map<EventType, String> EVENTS = Map.of(
            EventType.QUEUED, "asked for the email",
            EventType.SENDING, "connected, and began to send",
            EventType.ACCEPTED, "accepted by the mail server",
            EventType.NOT_SENT, "not sent, to be tried again",
            EventType.REFUSED, "refused, not sent",
            EventType.DOUBTFUL, "may have been sent: it is not known",
            EventType.ARRIVED, "found out that it arrived",
            EventType.AGAIN, "had it sent again, as another email",
            EventType.ANOTHER, "sent the copy in another way",
            EventType.OTHER, "recorded something else");

    private MailWords() {}

    /** What happened to a mail. */
    public static String event(ResponseMail.Event event) {
        return event.type() == EventType.ACCEPTED && MailFiles.wereWritten(event.detail())
                ? "written to a file, as no mail server was configured"
                : EVENTS.get(event.type());
    }

    /** How far a mail has come. */
    public static String state(ResponseMail mail) {
        return switch (mail.state()) {
            case QUEUED -> "Not sent yet: nobody has it";
            case SENDING -> "Being sent: it is not known yet whether it arrived";
            case ACCEPTED ->
                MailFiles.wereWritten(mail.reply())
                        ? "Written to a file, as no mail server was configured: the application sent nothing"
                        : "Accepted by the mail server";
            case REFUSED -> "Refused: nobody has it";
            case DOUBTFUL -> "It is not known whether it was sent";
            case ARRIVED -> "Arrived, as a person found out";
        };
    }
}
