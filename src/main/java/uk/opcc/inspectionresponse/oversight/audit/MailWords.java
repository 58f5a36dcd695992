package uk.opcc.inspectionresponse.oversight.audit;

import java.util.Map;
import uk.opcc.inspectionresponse.casework.distribution.ResponseMail;
import uk.opcc.inspectionresponse.casework.distribution.ResponseMail.EventType;
import uk.opcc.inspectionresponse.messages.mail.MailFiles;

/** What became of mails, in words that say no more than is known. */
public final class MailWords {

    private static final String IS_A_FILE = "written to a file, as no mail server was configured";

    private static final Map<EventType, String> EVENTS = Map.ofEntries(
            Map.entry(EventType.QUEUED, "asked for the email"),
            Map.entry(EventType.SENDING, "connected, and began to send"),
            Map.entry(EventType.ACCEPTED, "accepted by the mail server"),
            Map.entry(EventType.WRITTEN, IS_A_FILE),
            Map.entry(EventType.NOT_SENT, "not sent, to be tried again"),
            Map.entry(EventType.REFUSED, "refused, not sent"),
            Map.entry(EventType.DOUBTFUL, "may or may not have been sent"),
            Map.entry(EventType.ARRIVED, "recorded that it arrived"),
            Map.entry(EventType.CAME_BACK, "recorded that it came back, or did not arrive"),
            Map.entry(EventType.AGAIN, "had it sent again, as another email"),
            Map.entry(EventType.ANOTHER, "sent the copy in another way"),
            Map.entry(EventType.OTHER, "recorded something else"));

    private static final String FILE =
            "Written to a file, as no mail server was configured: the application sent nothing";

    private MailWords() {}

    /** What happened to a mail. */
    public static String event(ResponseMail.Event event) {
        return event.type() == EventType.ACCEPTED && MailFiles.wereWritten(event.detail())
                ? IS_A_FILE
                : EVENTS.get(event.type());
    }

    /** How far a mail has come. */
    public static String state(ResponseMail mail) {
        return switch (mail.state()) {
            case QUEUED -> "Not sent yet: nobody has received it";
            case SENDING -> "Being sent: it is not known yet whether it arrived";
            case WRITTEN -> FILE;
            case ACCEPTED -> MailFiles.wereWritten(mail.reply()) ? FILE : "Accepted by the mail server";
            case REFUSED -> "Refused: nobody has received it";
            case DOUBTFUL -> "It is not known whether it was sent";
            case ARRIVED -> "Arrived, as a person recorded";
            case CAME_BACK -> "Came back, or did not arrive, as a person recorded";
        };
    }
}
