package uk.opcc.inspectionresponse.oversight.evidence;

import java.util.Map;
import uk.opcc.inspectionresponse.casework.distribution.SentMail;
import uk.opcc.inspectionresponse.messages.mail.MailFiles;

/** What became of mails, in words that say no more than is known. */
final class MailWords {

    private static final Map<String, String> EVENTS = Map.of(
            "queued", "asked for the mail",
            "sending", "connected, and began to send",
            "accepted", "accepted by the mail server",
            "not-sent", "not sent, to be tried again",
            "refused", "refused, not sent",
            "doubtful", "may have been sent: it is not known",
            "arrived", "found out that it arrived",
            "again", "had it sent again, as another mail",
            "another", "sent the copy in another way");

    private MailWords() {}

    static String event(SentMail.Event event) {
        return event.what().equals("accepted") && MailFiles.wereWritten(event.detail())
                ? "written to a file, as no mail server was configured"
                : EVENTS.getOrDefault(event.what(), event.what());
    }

    static String state(SentMail mail) {
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
