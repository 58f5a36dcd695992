package uk.opcc.inspectionresponse.messages.mail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** The mails that were written to files because no mail server was configured, whether or not one is now. */
@Component
public class MailFiles {

    private static final Logger LOG = LoggerFactory.getLogger(MailFiles.class);

    private static final String WRITTEN = "written to ";

    private final MailSettings settings;

    MailFiles(MailSettings settings) {
        this.settings = settings;
    }

    /**
     * What is recorded in the place of a mail server's answer where a mail became a file. An earlier release recorded
     * it as accepted.
     */
    public static String written(String file) {
        return WRITTEN + file;
    }

    /** Whether an answer that was recorded says that the mail became a file, and no mail server had it. */
    public static boolean wereWritten(String reply) {
        return reply != null && reply.startsWith(WRITTEN);
    }

    /** The file of a mail, byte for byte as it lies in the folder; none where it is not there, or cannot be read. */
    public Optional<byte[]> find(String messageId, Instant date) {
        Path file = MailFolder.file(settings.folder(), messageId, date);
        try {
            return Files.isRegularFile(file) ? Optional.of(Files.readAllBytes(file)) : Optional.empty();
        } catch (IOException e) {
            LOG.warn("The mail in {} cannot be read: {}", file, e.toString());
            return Optional.empty();
        }
    }
}
