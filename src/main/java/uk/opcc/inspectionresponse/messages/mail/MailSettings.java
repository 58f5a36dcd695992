package uk.opcc.inspectionresponse.messages.mail;

import jakarta.mail.internet.InternetAddress;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The office's own part in its mails.
 *
 * @param from who sends them: {@code responses@office.example}, or with a name in any letters, {@code Office
 *     <responses@office.example>}
 * @param replyTo where answers go; empty where they go to the sender
 * @param returnPath where a mail server returns what it cannot deliver; empty where it does so to the sender
 * @param folder where the mails are written where no mail server is configured
 */
@ConfigurationProperties("office.mail")
record MailSettings(
        String from,
        @DefaultValue("") String replyTo,
        @DefaultValue("") String returnPath,
        Path folder) {

    /** @throws IllegalArgumentException if one of them is not an address */
    MailSettings {
        senders(from);
        if (!replyTo.isBlank()) {
            addresses("office.mail.reply-to", replyTo);
        }
        if (!returnPath.isBlank()) {
            one("office.mail.return-path", returnPath);
        }
    }

    /** The name is encoded where it is written into a mail. */
    InternetAddress sender() {
        InternetAddress sender = plain(senders(from));
        int opens = from.lastIndexOf('<');
        String name = opens < 0 ? "" : from.substring(0, opens).strip().replaceAll("^\"|\"$", "");
        if (!name.isEmpty()) {
            try {
                sender.setPersonal(name, StandardCharsets.UTF_8.name());
            } catch (UnsupportedEncodingException e) {
                throw new IllegalStateException("Every JDK has UTF-8", e);
            }
        }
        return sender;
    }

    /** Where answers go, unless to the sender. */
    List<InternetAddress> answers() {
        return replyTo.isBlank()
                ? List.of()
                : addresses("office.mail.reply-to", replyTo).stream()
                        .map(MailSettings::plain)
                        .toList();
    }

    /** Where a mail server returns what it cannot deliver, unless to the sender. */
    Optional<MailAddress> returnTo() {
        return returnPath.isBlank() ? Optional.empty() : Optional.of(one("office.mail.return-path", returnPath));
    }

    /** In the sender's domain, as RFC 5322, 3.6.4 recommends. */
    String newMessageId() {
        String address = sender().getAddress();
        return "<" + UUID.randomUUID() + address.substring(address.indexOf('@')) + ">";
    }

    /** Whatever name stands before it. */
    private static MailAddress senders(String from) {
        return one("office.mail.from", from.substring(Math.max(0, from.lastIndexOf('<'))));
    }

    private static InternetAddress plain(MailAddress address) {
        InternetAddress plain = new InternetAddress();
        plain.setAddress(address.value());
        return plain;
    }

    private static MailAddress one(String setting, String typed) {
        try {
            return MailAddress.one(typed);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(setting + ": " + e.getMessage(), e);
        }
    }

    private static List<MailAddress> addresses(String setting, String typed) {
        try {
            return MailAddress.list(typed);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(setting + ": " + e.getMessage(), e);
        }
    }
}
