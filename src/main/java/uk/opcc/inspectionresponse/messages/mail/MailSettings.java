package uk.opcc.inspectionresponse.messages.mail;

import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.nio.file.Path;
import java.util.UUID;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * The office's own part in its mails.
 *
 * @param from who sends them: {@code responses@office.example}, or with a name, {@code Office
 *     <responses@office.example>}
 * @param folder where the mails are written where no mail server is configured
 */
@ConfigurationProperties("office.mail")
record MailSettings(String from, Path folder) {

    /** @throws IllegalArgumentException if the sender is not an address */
    MailSettings {
        new MailAddress(address(from).getAddress());
    }

    InternetAddress sender() {
        return address(from);
    }

    /** In the sender's domain, as RFC 5322, 3.6.4 recommends. */
    String newMessageId() {
        String address = sender().getAddress();
        return "<" + UUID.randomUUID() + address.substring(address.indexOf('@')) + ">";
    }

    private static InternetAddress address(String from) {
        try {
            return new InternetAddress(from);
        } catch (AddressException e) {
            throw new IllegalArgumentException("office.mail.from is not an email address: " + from, e);
        }
    }
}
