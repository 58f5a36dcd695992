package uk.opcc.inspectionresponse.platform.backup;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.h2.api.ErrorCode;

/**
 * What the application does on the command line in the place of starting: {@code backup}, and {@code restore} with the
 * file of a backup. The data folder is that of {@code DATA_FOLDER}, as for a start.
 */
public final class BackupCommand {

    private static final String BACKUP = "backup";
    private static final String RESTORE = "restore";

    /** Milliseconds between two looks, and how many of them before nobody is expected to answer. */
    private static final long PAUSE = 200;

    private static final int LOOKS = 300;

    /** Looks between two at whether the application still lives. */
    private static final int LOOKS_FOR_LIFE = 25;

    /** Looks within two hours, after which there will be no answer either. */
    private static final int LAST_LOOK = 36_000;

    private static final String H2 = "jdbc:h2:";
    private static final Duration A_DAY = Duration.ofDays(1);

    private final Map<String, String> environment;
    private final Path data;
    private final Path backups;
    private final Clock clock;
    private final PrintStream out;

    /**
     * @param environment the variables of the environment
     * @param out where it is told what was done, for people
     */
    public BackupCommand(Map<String, String> environment, Clock clock, PrintStream out) {
        this.environment = Map.copyOf(environment);
        this.data = Path.of(environment.getOrDefault("DATA_FOLDER", "./data"))
                .toAbsolutePath()
                .normalize();
        String folder = environment.getOrDefault("OFFICE_BACKUP_FOLDER", "");
        this.backups = folder.isEmpty()
                ? data.resolve("backups")
                : Path.of(folder).toAbsolutePath().normalize();
        this.clock = clock;
        this.out = out;
    }

    /** Whether these arguments are a command, and no start. */
    public static boolean isMeant(String... arguments) {
        return arguments.length > 0 && (arguments[0].equals(BACKUP) || arguments[0].equals(RESTORE));
    }

    /** Does it, says what was done, and gives the exit code: 0 where it was done, else 1. */
    public int run(String... arguments) {
        try {
            if (arguments[0].equals(BACKUP) && arguments.length == 1) {
                out.println("The backup was made and checked: " + backup());
            } else if (arguments[0].equals(RESTORE) && arguments.length == 2) {
                BackupArchive.restore(Path.of(arguments[1]).toAbsolutePath().normalize(), data);
                out.println("The backup was checked and brought back to " + data + ". Start the application now.");
            } else {
                throw new BackupRefused("Use \"backup\" alone, or \"restore\" with the file of a backup.");
            }
            return 0;
        } catch (BackupRefused e) {
            out.println(e.getMessage());
            return 1;
        }
    }

    private String backup() throws BackupRefused {
        if (isElsewhere()) {
            throw new BackupRefused(
                    "No backup was made: the settings say that the application does not keep its data in " + data
                            + ". A database server has its own backups.");
        }
        Path database = data.resolve(BackupArchive.DATABASE_FILE);
        if (!Files.isRegularFile(database)) {
            throw new BackupRefused("There is no database in " + data
                    + ". Give the same data folder as for the application. A database server has its own backups.");
        }
        String url = "jdbc:h2:file:" + data.resolve(BackupArchive.DATABASE)
                + ";WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE;IFEXISTS=TRUE";
        try (Connection connection = DriverManager.getConnection(url, "sa", "");
                Statement statement = connection.createStatement()) {
            BackupArchive.clear(backups, clock.instant().minus(A_DAY));
            return BackupArchive.make(
                            backups,
                            new BackupArchive.Content(database, data.resolve(BackupArchive.MAIL)),
                            0,
                            zip -> statement.execute(
                                    "backup to '" + zip.toString().replace("'", "''") + "'"),
                            clock)
                    .toString();
        } catch (SQLException e) {
            if (e.getErrorCode() == ErrorCode.DATABASE_ALREADY_OPEN_1) {
                return askTheApplication();
            }
            throw new BackupRefused("No backup was made: " + e.getMessage(), e);
        }
    }

    /** What lies in the data folder of an application with a database server was left there before it had one. */
    private boolean isElsewhere() {
        return Arrays.stream(environment
                                .getOrDefault("SPRING_PROFILES_ACTIVE", "")
                                .split(","))
                        .map(String::strip)
                        .anyMatch("postgres"::equals)
                || Stream.of("DATABASE_URL", "SPRING_DATASOURCE_URL")
                        .map(name -> environment.getOrDefault(name, ""))
                        .anyMatch(url -> !url.isBlank() && !isThisFile(url.strip()));
    }

    private boolean isThisFile(String url) {
        if (!url.startsWith(H2)) {
            return false;
        }
        String path = url.substring(H2.length()).replaceFirst("^file:", "").replaceFirst(";.*", "");
        try {
            return Path.of(path).toAbsolutePath().normalize().equals(data.resolve(BackupArchive.DATABASE));
        } catch (InvalidPathException e) {
            return false;
        }
    }

    private String askTheApplication() throws BackupRefused {
        String name = BackupArchive.DATABASE + "." + UUID.randomUUID();
        Path wanted = data.resolve(name + WantedBackups.WANTED);
        Path answered = data.resolve(name + WantedBackups.ANSWERED);
        try {
            Files.createFile(wanted);
            int free = 0;
            for (int looks = 1; !Files.exists(answered); looks++) {
                if (looks % LOOKS_FOR_LIFE == 0) {
                    free = isFree() ? free + 1 : 0;
                }
                // Twice in a row: after some trouble the application opens its database anew.
                if (free > 1 && !Files.exists(answered)) {
                    Files.deleteIfExists(wanted);
                    throw new BackupRefused("No backup was made: the application has ended, or has lost its database."
                            + " Look at its log, and give the command again.");
                }
                // Once it is taken up it takes as long as it takes.
                if (looks > LOOKS && Files.exists(wanted)) {
                    Files.deleteIfExists(wanted);
                    throw new BackupRefused(
                            "No backup was made: the application does not take it up. Look at its log.");
                }
                if (looks > LAST_LOOK) {
                    throw new BackupRefused("The application has not said within two hours whether a backup was made."
                            + " Look at its log.");
                }
                Thread.sleep(PAUSE);
            }
            String answer = Files.readString(answered, StandardCharsets.UTF_8);
            Files.delete(answered);
            if (answer.startsWith(WantedBackups.MADE)) {
                return answer.substring(WantedBackups.MADE.length());
            }
            throw new BackupRefused(answer);
        } catch (IOException e) {
            throw new BackupRefused("No backup was made: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BackupRefused("No backup was made: it was broken off.", e);
        }
    }

    /**
     * Whether nobody has the database open. It is not opened for that: an application that is just starting again would
     * find it taken.
     */
    private boolean isFree() {
        try (FileChannel file = FileChannel.open(data.resolve(BackupArchive.DATABASE_FILE), StandardOpenOption.WRITE);
                FileLock lock = file.tryLock()) {
            return lock != null;
        } catch (IOException | OverlappingFileLockException e) {
            return false;
        }
    }
}
