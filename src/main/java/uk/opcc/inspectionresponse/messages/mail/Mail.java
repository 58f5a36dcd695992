package uk.opcc.inspectionresponse.messages.mail;

import java.time.Instant;
import java.util.List;

/**
 * A mail.
 *
 * @param messageId with its angle brackets, from {@link OutgoingMail#newMessageId()}
 * @param date of the mail, the same whenever it is sent again
 * @param to at least one
 * @param subject one line
 * @param text plain text
 */
public record Mail(
        String messageId,
        Instant date,
        List<MailAddress> to,
        String subject,
        String text,
        List<Attachment> attachments) {

    /**
     * @throws IllegalArgumentException if nobody gets it, or a header has a control character, by which a subject could
     *     add headers
     */
    public Mail {
        if (to.isEmpty()) {
            throw new IllegalArgumentException("A mail needs a recipient");
        }
        refuseControls(messageId);
        refuseControls(subject);
        attachments.forEach(attachment -> refuseControls(attachment.fileName()));
    }

    private static void refuseControls(String header) {
        if (header.codePoints().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException("A header of a mail must have no line end and no control character");
        }
    }

    /** A file that goes with it, byte for byte. */
    public record Attachment(String fileName, String contentType, byte[] content) {}
}
