package uk.opcc.inspectionresponse.platform.backup;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import uk.opcc.inspectionresponse.platform.database.DatabaseWatch;
import uk.opcc.inspectionresponse.platform.office.OfficeProperties;

/** Makes backups while the application runs, one at a time. */
@Component
class Backups {

    /** No backup takes as long. */
    private static final Duration LONGEST = Duration.ofHours(1);

    private static final Logger LOG = LoggerFactory.getLogger(Backups.class);

    private final DataSource database;
    private final DatabaseWatch watch;
    private final Path folder;
    private final Path mails;
    private final long leastRoom;
    private final Clock clock;
    private final Semaphore one = new Semaphore(1);

    Backups(DataSource database, DatabaseWatch watch, OfficeProperties office, Clock clock) {
        this.database = database;
        this.watch = watch;
        this.folder = Path.of(office.backup().folder()).toAbsolutePath().normalize();
        this.mails = Path.of(String.valueOf(office.mail().getOrDefault("folder", "")))
                .toAbsolutePath()
                .normalize();
        this.leastRoom = office.disk().refuseBelow().toBytes();
        this.clock = clock;
    }

    /** Whether the database is a file, so that this makes backups at all. */
    boolean arePossible() {
        return watch.folder().isPresent();
    }

    Path folder() {
        return folder;
    }

    List<Path> all() {
        return BackupArchive.in(folder);
    }

    /** Makes one, which takes some seconds for each 100 MB. */
    Path make() throws BackupRefused {
        Optional<Path> data = watch.folder();
        if (data.isEmpty()) {
            throw new BackupRefused("The database is not kept in a file. Use the backup of the database server.");
        }
        if (!one.tryAcquire()) {
            throw new BackupRefused("Somebody else is making a backup at this moment. No second one was begun.");
        }
        try {
            // Another application may keep its backups in the same folder, and be making one.
            BackupArchive.clear(folder, clock.instant().minus(LONGEST));
            BackupArchive.Content content =
                    new BackupArchive.Content(data.get().resolve(BackupArchive.DATABASE_FILE), mails);
            Path made = watch.undisturbed(() -> BackupArchive.make(folder, content, leastRoom, this::copy, clock));
            LOG.info("A backup was made: {}", made);
            return made;
        } catch (BackupRefused e) {
            LOG.error("{}", e.getMessage());
            throw e;
        } finally {
            one.release();
        }
    }

    private void copy(Path zip) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("backup to '" + zip.toString().replace("'", "''") + "'");
        }
    }
}
