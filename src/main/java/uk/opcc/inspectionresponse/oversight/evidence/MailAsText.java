package uk.opcc.inspectionresponse.oversight.evidence;

import java.util.Locale;
import java.util.StringJoiner;
import uk.opcc.inspectionresponse.oversight.evidence.Evidence.Attached;
import uk.opcc.inspectionresponse.oversight.evidence.Evidence.Copy;
import uk.opcc.inspectionresponse.oversight.evidence.Evidence.Event;
import uk.opcc.inspectionresponse.statutory.StatutoryPeriod;

/** Everything that is recorded of a mail, as a text file: the bytes that went to a mail server are not kept. */
final class MailAsText {

    private MailAsText() {}

    static String of(Copy copy) {
        Times times = new Times();
        StringJoiner lines = new StringJoiner("\n", "", "\n");
        lines.add("Message-ID: " + copy.mail().messageId());
        lines.add("Asked for by: " + copy.requestedBy());
        lines.add("Asked for at: " + times.moment(copy.mail().requestedAt()));
        lines.add("To: " + copy.mail().recipients());
        lines.add("Subject: " + copy.mail().subject());
        lines.add("State: " + copy.state());
        for (Attached file : copy.attached()) {
            lines.add(String.format(
                    Locale.ROOT,
                    "Attached: %s, SHA-256 %s, %s version %d",
                    file.name(),
                    file.sha256(),
                    file.equal() ? "equal to approved" : "NOT EQUAL to approved",
                    file.version()));
        }
        lines.add("").add("What happened (times are those in " + StatutoryPeriod.ZONE + "):");
        for (Event event : copy.events()) {
            lines.add(times.moment(event.at()) + ", " + event.who() + ": " + event.what()
                    + (event.detail().isEmpty() ? "" : " - " + event.detail()));
        }
        lines.add("").add("Text:").add("").add(copy.mail().text());
        return lines.toString();
    }
}
