package uk.opcc.inspectionresponse.platform.backup;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import uk.opcc.inspectionresponse.platform.database.DatabaseWatch;
import uk.opcc.inspectionresponse.platform.files.WholeFile;

/**
 * Makes the backups that the command {@code backup} asks for, with a file in the data folder: whoever may write there
 * may read all of it anyway, and neither a password nor a port is needed.
 */
@Component
class WantedBackups {

    /** Each begins with the name of the database, as all files of the application in this folder. */
    static final String WANTED = ".backup-wanted";

    static final String ANSWERED = ".backup-answered";
    static final String MADE = "made ";

    private static final Logger LOG = LoggerFactory.getLogger(WantedBackups.class);

    private final Backups backups;
    private final DatabaseWatch watch;

    WantedBackups(Backups backups, DatabaseWatch watch) {
        this.backups = backups;
        this.watch = watch;
    }

    @Scheduled(fixedDelay = 1000)
    void look() {
        Optional<Path> data = watch.folder();
        if (data.isEmpty() || watch.trouble().isPresent()) {
            return;
        }
        try (DirectoryStream<Path> wanted =
                Files.newDirectoryStream(data.get(), BackupArchive.DATABASE + ".*" + WANTED)) {
            for (Path file : wanted) {
                answer(file);
            }
        } catch (IOException e) {
            LOG.warn("It cannot be seen whether a backup is wanted: {}", e.toString());
        }
    }

    private void answer(Path wanted) throws IOException {
        Files.delete(wanted);
        String answer;
        try {
            answer = MADE + backups.make();
        } catch (BackupRefused e) {
            answer = e.getMessage();
        } catch (RuntimeException | Error e) {
            // Whoever asked waits for an answer.
            LOG.error("No backup was made", e);
            answer = "No backup was made: the log of the application says why.";
        }
        String name = wanted.getFileName().toString();
        WholeFile.writeForOwnerAlone(
                wanted.resolveSibling(name.substring(0, name.length() - WANTED.length()) + ANSWERED),
                answer.getBytes(StandardCharsets.UTF_8));
    }
}
