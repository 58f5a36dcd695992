package uk.opcc.inspectionresponse.platform.backup;

import java.io.BufferedOutputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.Enumeration;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import uk.opcc.inspectionresponse.statutory.StatutoryPeriod;

/**
 * One backup: a ZIP file with the database, the mails that were written to files, and a list of how many rows each
 * table has, by which it is checked when it is made and when it is brought back.
 */
final class BackupArchive {

    static final String DATABASE = "inspection-response";
    static final String DATABASE_FILE = DATABASE + ".mv.db";
    static final String MAIL = "mail";

    private static final Logger LOG = LoggerFactory.getLogger(BackupArchive.class);

    private static final String LIST = "backup.properties";
    private static final String ROWS = "rows.";
    private static final String PREFIX = "backup-";
    private static final String SUFFIX = ".zip";
    private static final String UNFINISHED = "unfinished-";

    /** The copy, what it is unpacked to, and the backup. */
    private static final int AT_ONE_TIME = 3;

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd-HHmmss").withZone(StatutoryPeriod.ZONE);

    private BackupArchive() {}

    /**
     * What a backup is made of.
     *
     * @param database the file of the database
     * @param mails where mails are written to files; need not be there
     */
    record Content(Path database, Path mails) {}

    /** Writes a copy of the database, as H2's own ZIP file, while others work in it. */
    interface Copy {
        void writeTo(Path zip) throws SQLException;
    }

    /**
     * Makes a backup and gives its file.
     *
     * @param folder where it is put; it is made if it is not there
     * @param spare bytes that have to stay free on its disk at any time
     */
    static Path make(Path folder, Content content, long spare, Copy database, Clock clock) throws BackupRefused {
        Path work = null;
        try {
            createForOwnerAlone(folder);
            requireRoom(folder, content, spare);
            work = Files.createTempDirectory(folder, UNFINISHED, forOwner(folder, "rwx------"));
            Path copy = work.resolve("copy.zip");
            database.writeTo(copy);
            Path unpacked = work.resolve(DATABASE_FILE);
            unpackDatabase(copy, unpacked);
            Files.delete(copy);
            Map<String, Long> rows = CheckedDatabase.rows(unpacked);
            Path whole = work.resolve("whole.zip");
            write(whole, unpacked, content.mails(), rows);
            readAll(whole);
            return moveBesideOthers(whole, folder, PREFIX + TIME.format(clock.instant()));
        } catch (IOException | UncheckedIOException | SQLException e) {
            throw new BackupRefused("No backup was made: " + e.getMessage(), e);
        } finally {
            delete(work);
        }
    }

    private static void requireRoom(Path folder, Content content, long spare) throws IOException, BackupRefused {
        long needed = AT_ONE_TIME * content.database().toFile().length() + spare;
        for (Path mail : written(content.mails())) {
            needed += mail.toFile().length();
        }
        if (folder.toFile().getUsableSpace() < needed) {
            throw new BackupRefused("No backup was made: there is too little room on the disk of " + folder
                    + ". It needs three times the size of the database, and the size of the emails.");
        }
    }

    /** The same time comes twice when the clocks go back. */
    private static Path moveBesideOthers(Path whole, Path folder, String name) throws IOException {
        for (int number = 1; ; number++) {
            Path file = folder.resolve(name + (number == 1 ? "" : "-" + number) + SUFFIX);
            try {
                return Files.move(whole, file);
            } catch (FileAlreadyExistsException e) {
                LOG.debug("There is a backup of the same time already: {}", file);
            }
        }
    }

    /** Removes what a kill has left of backups that nobody has worked on since that moment. */
    static void clear(Path folder, Instant since) {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (DirectoryStream<Path> unfinished = Files.newDirectoryStream(folder, UNFINISHED + "*")) {
            for (Path work : unfinished) {
                if (Files.isDirectory(work, LinkOption.NOFOLLOW_LINKS)
                        && Files.getLastModifiedTime(work).toInstant().isBefore(since)) {
                    delete(work);
                }
            }
        } catch (IOException e) {
            LOG.warn("The rest of unfinished backups in {} cannot be removed: {}", folder, e.toString());
        }
    }

    /** The backups in a folder, the latest first. */
    static List<Path> in(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().matches(PREFIX + "[0-9-]+\\" + SUFFIX))
                    .sorted(Comparator.comparing((Path file) -> file.toFile().lastModified())
                            .thenComparing(Comparator.naturalOrder())
                            .reversed())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Brings a backup back, whole or not at all.
     *
     * @param data the data folder, which may have neither a database nor mails
     */
    static void restore(Path backup, Path data) throws BackupRefused {
        if (isThere(data.resolve(DATABASE_FILE)) || isThere(data.resolve(MAIL))) {
            throw new BackupRefused("There is a database or there are emails in " + data
                    + " already. Nothing was changed. Move the folder away first, or give another data folder.");
        }
        Path work = null;
        try {
            createForOwnerAlone(data);
            work = Files.createTempDirectory(data, UNFINISHED, forOwner(data, "rwx------"));
            Properties list = unpack(backup, work);
            check(CheckedDatabase.rows(work.resolve(DATABASE_FILE)), list);
            if (Files.isDirectory(work.resolve(MAIL))) {
                Files.deleteIfExists(data.resolve(MAIL));
                Files.move(work.resolve(MAIL), data.resolve(MAIL), StandardCopyOption.ATOMIC_MOVE);
            }
            // At last: without it the application does not take the folder for one that has been brought back.
            Files.move(
                    work.resolve(DATABASE_FILE),
                    data.resolve(DATABASE_FILE),
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException | SQLException e) {
            throw new BackupRefused(
                    "The backup " + backup + " cannot be used, and nothing was changed: " + e.getMessage(), e);
        } finally {
            delete(work);
        }
    }

    /** An empty folder, or an empty file, was left by a start that came to nothing. */
    private static boolean isThere(Path entry) throws BackupRefused {
        try {
            if (Files.isDirectory(entry)) {
                try (DirectoryStream<Path> content = Files.newDirectoryStream(entry)) {
                    return content.iterator().hasNext();
                }
            }
            return Files.exists(entry, LinkOption.NOFOLLOW_LINKS) && Files.size(entry) > 0;
        } catch (IOException e) {
            throw new BackupRefused("It cannot be seen what is in " + entry + ": " + e.getMessage(), e);
        }
    }

    private static void check(Map<String, Long> rows, Properties list) throws BackupRefused {
        Map<String, Long> listed = new TreeMap<>();
        for (String name : list.stringPropertyNames()) {
            if (name.startsWith(ROWS)) {
                listed.put(name.substring(ROWS.length()), Long.valueOf(list.getProperty(name)));
            }
        }
        if (!rows.equals(listed)) {
            throw new BackupRefused(
                    "The database in the backup has other rows than when it was made. Nothing was changed.");
        }
    }

    private static void unpackDatabase(Path zip, Path to) throws IOException {
        try (ZipFile content = new ZipFile(zip.toFile())) {
            ZipEntry database = content.stream()
                    .filter(entry -> entry.getName().endsWith(".mv.db"))
                    .findFirst()
                    .orElseThrow(() -> new ZipException("there is no database in the copy"));
            copy(content, database, to);
        }
    }

    private static void write(Path zip, Path database, Path mails, Map<String, Long> rows) throws IOException {
        Properties list = new Properties();
        rows.forEach((table, count) -> list.setProperty(ROWS + table, count.toString()));
        Files.createFile(zip, forOwner(zip.getParent(), "rw-------"));
        try (FileChannel channel = FileChannel.open(zip, StandardOpenOption.WRITE);
                ZipOutputStream out =
                        new ZipOutputStream(new BufferedOutputStream(Channels.newOutputStream(channel)))) {
            add(DATABASE_FILE, database, out);
            for (Path mail : written(mails)) {
                add(MAIL + "/" + mail.getFileName(), mail, out);
            }
            out.putNextEntry(new ZipEntry(LIST));
            list.store(out, null);
            out.closeEntry();
            out.finish();
            out.flush();
            channel.force(true);
        }
    }

    private static List<Path> written(Path mails) throws IOException {
        if (!Files.isDirectory(mails)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(mails)) {
            return files.filter(file -> file.getFileName().toString().endsWith(".eml"))
                    .sorted()
                    .toList();
        }
    }

    private static void add(String name, Path file, ZipOutputStream out) throws IOException {
        out.putNextEntry(new ZipEntry(name));
        Files.copy(file, out);
        out.closeEntry();
    }

    private static void readAll(Path zip) throws IOException {
        try (ZipFile content = new ZipFile(zip.toFile())) {
            for (Enumeration<? extends ZipEntry> entries = content.entries(); entries.hasMoreElements(); ) {
                read(content, entries.nextElement(), OutputStream.nullOutputStream());
            }
        }
    }

    /** A ZIP file does not compare what is read of it with its checksums by itself. */
    private static void read(ZipFile zip, ZipEntry entry, OutputStream to) throws IOException {
        try (CheckedInputStream in = new CheckedInputStream(zip.getInputStream(entry), new CRC32())) {
            long size = in.transferTo(to);
            if (size != entry.getSize() || in.getChecksum().getValue() != entry.getCrc()) {
                throw new ZipException("the file " + entry.getName() + " in it is damaged");
            }
        }
    }

    private static Properties unpack(Path backup, Path work) throws IOException, BackupRefused {
        try (ZipFile content = new ZipFile(backup.toFile())) {
            ZipEntry list = content.getEntry(LIST);
            ZipEntry database = content.getEntry(DATABASE_FILE);
            if (list == null || database == null) {
                throw new BackupRefused(backup + " is no backup of this application. Nothing was changed.");
            }
            for (Enumeration<? extends ZipEntry> entries = content.entries(); entries.hasMoreElements(); ) {
                ZipEntry entry = entries.nextElement();
                String name = entry.getName();
                if (name.equals(DATABASE_FILE)) {
                    copy(content, entry, work.resolve(DATABASE_FILE));
                } else if (name.matches(MAIL + "/[^/\\\\]+\\.eml")) {
                    createForOwnerAlone(work.resolve(MAIL));
                    copy(content, entry, work.resolve(name));
                }
            }
            Properties properties = new Properties();
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            read(content, list, bytes);
            properties.load(new ByteArrayInputStream(bytes.toByteArray()));
            return properties;
        }
    }

    private static void copy(ZipFile zip, ZipEntry entry, Path to) throws IOException {
        Files.createFile(to, forOwner(to.getParent(), "rw-------"));
        try (FileChannel channel = FileChannel.open(to, StandardOpenOption.WRITE)) {
            read(zip, entry, Channels.newOutputStream(channel));
            channel.force(true);
        }
    }

    private static void createForOwnerAlone(Path folder) throws IOException {
        Path there = folder.toAbsolutePath();
        while (!Files.exists(there)) {
            there = there.getParent();
        }
        Files.createDirectories(folder, forOwner(there, "rwx------"));
    }

    private static FileAttribute<?>[] forOwner(Path folder, String permissions) {
        return folder.getFileSystem().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
                }
                : new FileAttribute<?>[0];
    }

    private static void delete(Path work) {
        if (work == null) {
            return;
        }
        try (Stream<Path> files = Files.walk(work)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            // What could be made stays what it is; the folder says in its name that it is not finished.
        }
    }
}
