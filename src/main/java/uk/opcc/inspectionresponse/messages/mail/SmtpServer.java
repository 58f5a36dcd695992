package uk.opcc.inspectionresponse.messages.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import java.net.ConnectException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import org.eclipse.angus.mail.smtp.SMTPTransport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.util.StringUtils;
import uk.opcc.inspectionresponse.platform.refusal.Shortened;

/**
 * The office's mail server, over SMTP.
 *
 * <p>A mail is taken over by the server's answer to the line that ends it (RFC 5321, 4.1.1.4). Until that line was sent
 * nobody gets the mail; after it, without an answer, nobody knows.
 */
final class SmtpServer implements OutgoingMail {

    private static final Logger LOG = LoggerFactory.getLogger(SmtpServer.class);
    private static final int REFUSED_FOR_NOW = 400;
    private static final int REFUSED = 500;
    private static final int TOO_LARGE = 552;
    private static final int LONGEST_REASON = 1000;
    private static final String END_OF_MAIL = ".";

    private final JavaMailSenderImpl server;
    private final MailSettings settings;

    SmtpServer(JavaMailSenderImpl server, MailSettings settings) {
        this.server = server;
        this.settings = settings;
        // Either everybody gets it or nobody.
        session().getProperties().setProperty("mail." + protocol() + ".sendpartial", "false");
        // What the server says to the farewell changes nothing, and the answer to the mail is to be recorded at once.
        session().getProperties().setProperty("mail." + protocol() + ".quitwait", "false");
        settings.returnTo()
                .ifPresent(address ->
                        session().getProperties().setProperty("mail." + protocol() + ".from", address.value()));
    }

    @Override
    public String newMessageId() {
        return settings.newMessageId();
    }

    @Override
    public boolean sends() {
        return true;
    }

    @Override
    public boolean replacesWhatIsThere() {
        return false;
    }

    @Override
    public Outcome send(Mail mail, Runnable connected) {
        ComposedMail message = ComposedMail.of(mail, settings, session());
        Transport transport;
        try {
            transport = connect();
        } catch (MessagingException e) {
            return new Outcome.NotSent(
                    "no connection to the mail server " + server.getHost() + ": " + reason(e), false);
        }
        try {
            connected.run();
            return handOver(message, transport);
        } finally {
            hangUp(transport);
        }
    }

    private Session session() {
        return server.getSession();
    }

    private String protocol() {
        return Objects.requireNonNullElse(server.getProtocol(), JavaMailSenderImpl.DEFAULT_PROTOCOL);
    }

    private Transport connect() throws MessagingException {
        Transport transport = session().getTransport(protocol());
        boolean signsIn = StringUtils.hasText(server.getUsername());
        transport.connect(
                server.getHost(),
                server.getPort(),
                signsIn ? server.getUsername() : null,
                signsIn ? server.getPassword() : null);
        return transport;
    }

    private static Outcome handOver(ComposedMail message, Transport transport) {
        try {
            transport.sendMessage(message, message.getAllRecipients());
            return new Outcome.Accepted(
                    transport instanceof SMTPTransport smtp ? oneLine(smtp.getLastServerResponse()) : "accepted");
        } catch (MessagingException e) {
            List<Refusal> refusals = refusals(e);
            if (!refusals.isEmpty()) {
                return new Outcome.NotSent(
                        "the mail server refused it: " + reason(e),
                        refusals.stream().anyMatch(Refusal::permanent));
            }
            return message.isWhollyWritten()
                    ? new Outcome.Doubtful("the mail server had the whole email and did not answer: " + reason(e))
                    : new Outcome.NotSent("the connection to the mail server was lost: " + reason(e), false);
        }
    }

    /** What the server answered, as far as it answered with a refusal. */
    private static List<Refusal> refusals(MessagingException e) {
        List<Refusal> refusals = new ArrayList<>();
        for (Exception cause = e; cause != null; cause = next(cause)) {
            if (cause instanceof SMTPAddressFailedException address) {
                refusals.add(new Refusal(address.getReturnCode(), true));
            } else if (cause instanceof SMTPSenderFailedException sender) {
                refusals.add(new Refusal(sender.getReturnCode(), false));
            } else if (cause instanceof SMTPSendFailedException command) {
                refusals.add(new Refusal(command.getReturnCode(), END_OF_MAIL.equals(command.getCommand())));
            }
        }
        refusals.removeIf(refusal -> refusal.code < REFUSED_FOR_NOW);
        return refusals;
    }

    private static Exception next(Exception cause) {
        return cause instanceof MessagingException messaging ? messaging.getNextException() : null;
    }

    private static String reason(MessagingException e) {
        Set<String> reasons = new LinkedHashSet<>();
        for (Exception cause = e; cause != null; cause = next(cause)) {
            String message = cause instanceof ConnectException || cause.getMessage() == null
                    ? cause.toString()
                    : cause.getMessage();
            if (cause instanceof SMTPAddressFailedException refused) {
                message = refused.getAddress() + ": " + message;
            }
            boolean saysNothing = cause.getClass() == SendFailedException.class && next(cause) != null;
            if (!saysNothing) {
                reasons.add(message.strip());
            }
        }
        return oneLine(String.join("; ", reasons).replace("[EOF]", "it closed the connection"));
    }

    private static String oneLine(String text) {
        String line = Objects.requireNonNullElse(text, "")
                .replaceAll("[\\p{Cntrl}\\s]+", " ")
                .strip();
        return Shortened.to(LONGEST_REASON, line);
    }

    private static void hangUp(Transport transport) {
        try {
            transport.close();
        } catch (MessagingException e) {
            LOG.debug("The mail server was gone before the farewell", e);
        }
    }

    /**
     * @param code the three digits of RFC 5321
     * @param ofAddressOrMail whether it is the address or the mail that the server does not want, which whoever sends
     *     it can change; the sender and the sign-in are the administrator's
     */
    private record Refusal(int code, boolean ofAddressOrMail) {

        boolean permanent() {
            return code >= REFUSED && ofAddressOrMail || code == TOO_LARGE;
        }
    }
}
