package uk.opcc.inspectionresponse.messages.mail;

import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.util.StringUtils;
import uk.opcc.inspectionresponse.platform.start.Notice;

/** Chooses between the mail server that is configured and the folder. */
@Configuration
class MailConfiguration {

    private final JavaMailSenderImpl server;
    private final MailSettings settings;

    MailConfiguration(ObjectProvider<JavaMailSenderImpl> server, MailSettings settings) {
        this.server = server.getIfAvailable();
        this.settings = settings;
    }

    @Bean
    OutgoingMail outgoingMail() {
        return hasServer() ? new SmtpServer(server, settings) : new MailFolder(settings);
    }

    @Bean
    @Order(3)
    Notice whereMailGoes() {
        return () -> List.of(
                "Mail:",
                hasServer()
                        ? "goes to the mail server " + server.getHost() + ":" + server.getPort()
                        : "no mail server is configured, emails are written to "
                                + settings.folder().toAbsolutePath().normalize());
    }

    private boolean hasServer() {
        return server != null && StringUtils.hasText(server.getHost());
    }
}
