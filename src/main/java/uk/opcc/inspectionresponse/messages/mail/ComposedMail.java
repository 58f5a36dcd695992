package uk.opcc.inspectionresponse.messages.mail;

import jakarta.activation.DataHandler;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.util.ByteArrayDataSource;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Date;

/** A mail in the format of the internet, with a Message-ID that stays as it was recorded. */
final class ComposedMail extends MimeMessage {

    private final String fixedMessageId;
    private boolean wholly;

    private ComposedMail(Session session, String messageId) {
        super(session);
        this.fixedMessageId = messageId;
    }

    static ComposedMail of(Mail mail, MailSettings office, Session session) {
        try {
            ComposedMail message = new ComposedMail(session, mail.messageId());
            message.setFrom(office.sender());
            if (!office.answers().isEmpty()) {
                message.setReplyTo(office.answers().toArray(InternetAddress[]::new));
            }
            for (MailAddress address : mail.to()) {
                message.addRecipient(Message.RecipientType.TO, new InternetAddress(address.value()));
            }
            message.setSubject(mail.subject(), StandardCharsets.UTF_8.name());
            message.setSentDate(Date.from(mail.date()));
            message.setContent(parts(mail));
            message.saveChanges();
            return message;
        } catch (MessagingException | IOException e) {
            throw new IllegalStateException("A mail cannot be composed", e);
        }
    }

    private static MimeMultipart parts(Mail mail) throws MessagingException, IOException {
        MimeMultipart parts = new MimeMultipart();
        MimeBodyPart text = new MimeBodyPart();
        text.setText(mail.text().replaceAll("\\R", "\r\n"), StandardCharsets.UTF_8.name());
        parts.addBodyPart(text);
        for (Mail.Attachment attachment : mail.attachments()) {
            MimeBodyPart file = new MimeBodyPart();
            file.setDataHandler(
                    new DataHandler(new ByteArrayDataSource(attachment.content(), attachment.contentType())));
            file.setFileName(attachment.fileName());
            file.setHeader("Content-Transfer-Encoding", "base64");
            parts.addBodyPart(file);
        }
        return parts;
    }

    /** Whether all of it has gone out: only after that comes the line that lets the server take it over. */
    boolean isWhollyWritten() {
        return wholly;
    }

    @Override
    public void writeTo(OutputStream out, String[] ignored) throws IOException, MessagingException {
        super.writeTo(out, ignored);
        wholly = true;
    }

    @Override
    protected void updateMessageID() throws MessagingException {
        setHeader("Message-ID", fixedMessageId);
    }
}
