package uk.opcc.inspectionresponse.platform.backup;

import java.io.File;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
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

    private static final Logger LOG = LoggerFactory.getLogger(Backups.class);

    /** The copy, what it is unpacked to, and the backup. */
    private static final int AT_ONE_TIME = 3;

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
            requireRoom(data.get());
            Path made = watch.undisturbed(() -> BackupArchive.make(folder, mails, this::copy, clock));
            LOG.info("A backup was made: {}", made);
            return made;
        } catch (BackupRefused e) {
            LOG.error("{}", e.getMessage());
            throw e;
        } finally {
            one.release();
        }
    }

    private void requireRoom(Path data) throws BackupRefused {
        File there = folder.toFile();
        while (!there.exists()) {
            there = there.getParentFile();
        }
        long size = data.resolve(BackupArchive.DATABASE_FILE).toFile().length();
        if (there.getUsableSpace() < AT_ONE_TIME * size + leastRoom) {
            throw new BackupRefused("No backup was made: there is too little room on the disk of " + folder
                    + ". It needs three times the size of the database.");
        }
    }

    private void copy(Path zip) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("backup to '" + zip.toString().replace("'", "''") + "'");
        }
    }
}
