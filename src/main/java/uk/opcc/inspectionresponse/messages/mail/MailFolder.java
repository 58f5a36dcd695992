package uk.opcc.inspectionresponse.messages.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Properties;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import uk.opcc.inspectionresponse.platform.files.WholeFile;
import uk.opcc.inspectionresponse.statutory.StatutoryPeriod;

/** A folder of .eml files, which every mail program opens, in the place of a mail server. */
final class MailFolder implements OutgoingMail {

    private static final Logger LOG = LoggerFactory.getLogger(MailFolder.class);

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd-HHmmss").withZone(StatutoryPeriod.ZONE);

    private static final Duration LONG_ENOUGH = Duration.ofHours(1);

    private final MailSettings settings;
    private final Session session = Session.getInstance(new Properties());

    MailFolder(MailSettings settings) {
        this.settings = settings;
    }

    @Override
    public String newMessageId() {
        return settings.newMessageId();
    }

    @Override
    public boolean sends() {
        return false;
    }

    /** The file's name is made of the date and the Message-ID, which stay as they are. */
    @Override
    public boolean replacesWhatIsThere() {
        return true;
    }

    @Override
    public Outcome send(Mail mail, Runnable connected) {
        connected.run();
        Path file = file(settings.folder(), mail.messageId(), mail.date());
        try {
            createForOwnerAlone(file.getParent());
            WholeFile.writeForOwnerAlone(file, bytes(mail));
        } catch (IOException e) {
            return new Outcome.NotSent("the file " + file + " cannot be written: " + e, false);
        }
        LOG.info("No mail server is configured: the email to {} is in {}", mail.to(), file);
        return new Outcome.Written(file.toString());
    }

    /**
     * Removes what a kill has left of emails that were not written to their end, and that nobody would ever remove.
     * Another server of the office may be writing one at this moment: it does not take an hour.
     */
    static void clear(Path folder, Instant now) {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (DirectoryStream<Path> unfinished = Files.newDirectoryStream(folder, "unfinished-*.tmp")) {
            for (Path file : unfinished) {
                if (Files.getLastModifiedTime(file).toInstant().isBefore(now.minus(LONG_ENOUGH))) {
                    Files.deleteIfExists(file);
                }
            }
        } catch (IOException e) {
            LOG.warn("The rest of unfinished emails in {} cannot be removed: {}", folder, e.toString());
        }
    }

    /** The file of a mail, which it has however often it is written. */
    static Path file(Path folder, String messageId, Instant date) {
        return folder.toAbsolutePath()
                .normalize()
                .resolve(TIME.format(date) + "-" + messageId.replaceAll("[<>]|@.*", "") + ".eml");
    }

    private static void createForOwnerAlone(Path folder) throws IOException {
        try {
            Files.createDirectories(
                    folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        } catch (UnsupportedOperationException e) {
            // The file system knows no such permissions.
            Files.createDirectories(folder);
        }
    }

    private byte[] bytes(Mail mail) {
        try {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            ComposedMail message = ComposedMail.of(mail, settings, session);
            // Mail programs open it to be sent, and not as one that has come.
            message.setHeader("X-Unsent", "1");
            message.writeTo(bytes);
            return bytes.toByteArray();
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
