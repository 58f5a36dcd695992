package uk.opcc.inspectionresponse.platform.start;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The folder of the database and the mails, which are for nobody's eyes but those of the user that runs the
 * application: drafts, unpublished responses, the hashes of passwords.
 *
 * <p>A folder is private if it is made here. One that is there already is made so where all that is in it is this
 * application's, as in that of an earlier release. Another, such as {@code /srv}, has others who need it: there the log
 * says what to do, and this application's own files are private all the same. File systems without POSIX permissions
 * are left as they are.
 */
final class PrivateDataFolder {

    private static final Logger LOG = LoggerFactory.getLogger(PrivateDataFolder.class);

    private static final Set<PosixFilePermission> FOLDER = PosixFilePermissions.fromString("rwx------");
    private static final Set<PosixFilePermission> FILE = PosixFilePermissions.fromString("rw-------");
    private static final Set<PosixFilePermission> FOR_OTHERS = PosixFilePermissions.fromString("---rwxrwx");
    private static final FileAttribute<?>[] NOTHING = {};
    private static final Set<String> OWN_FOLDERS = Set.of("mail", "backups");

    private final Path folder;
    private final String database;

    /**
     * @param folder need not be there
     * @param database the name of the database in it, which its files begin with
     */
    PrivateDataFolder(Path folder, String database) {
        this.folder = folder.toAbsolutePath().normalize();
        this.database = database;
    }

    /** Makes the folder and the file of the database, or narrows what is there. */
    void prepare() {
        try {
            if (!Files.exists(folder)) {
                create();
            } else if (isPosix(folder)) {
                narrow();
            }
        } catch (IOException e) {
            // It is another user's, or read-only: the database says so itself if it cannot work there.
            LOG.warn("The permissions of {} cannot be set: {}", folder, e.toString());
        }
    }

    private void create() throws IOException {
        Files.createDirectories(folder.getParent());
        Files.createDirectory(folder, isPosix(folder.getParent()) ? with(FOLDER) : NOTHING);
        createDatabase();
    }

    /** The database would make the file for everybody; it takes an empty one for a new one. */
    private void createDatabase() throws IOException {
        Path file = folder.resolve(database + ".mv.db");
        if (isPosix(folder) && Files.notExists(file)) {
            Files.createFile(file, with(FILE));
        }
    }

    private void narrow() throws IOException {
        List<Path> content = content(folder);
        List<Path> own = content.stream().filter(this::isOwn).toList();
        for (Path entry : own) {
            restrict(entry);
            if (Files.isDirectory(entry)) {
                for (Path mail : content(entry)) {
                    restrict(mail);
                }
            }
        }
        createDatabase();
        if (!own.isEmpty() && own.size() == content.size() && folder.getNameCount() > 1) {
            restrict(folder);
        } else if (isForOthers(folder)) {
            LOG.warn(
                    "Other users of this computer can look into {}, where the database and emails are kept. If nobody"
                            + " else needs this folder: chmod 700 {}",
                    folder,
                    folder);
        }
    }

    private static List<Path> content(Path folder) throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.toList();
        }
    }

    private boolean isOwn(Path entry) {
        String name = entry.getFileName().toString();
        return name.startsWith(database + ".") && Files.isRegularFile(entry, LinkOption.NOFOLLOW_LINKS)
                || OWN_FOLDERS.contains(name) && Files.isDirectory(entry, LinkOption.NOFOLLOW_LINKS);
    }

    private static void restrict(Path entry) throws IOException {
        if (!Files.isSymbolicLink(entry) && isForOthers(entry)) {
            Set<PosixFilePermission> permissions = EnumSet.copyOf(permissions(entry));
            permissions.removeAll(FOR_OTHERS);
            Files.setPosixFilePermissions(entry, permissions);
        }
    }

    private static boolean isForOthers(Path entry) throws IOException {
        return permissions(entry).stream().anyMatch(FOR_OTHERS::contains);
    }

    private static Set<PosixFilePermission> permissions(Path entry) throws IOException {
        return Files.getPosixFilePermissions(entry, LinkOption.NOFOLLOW_LINKS);
    }

    private static FileAttribute<?>[] with(Set<PosixFilePermission> permissions) {
        return new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(permissions)};
    }

    private static boolean isPosix(Path entry) {
        return Files.getFileAttributeView(entry, PosixFileAttributeView.class) != null;
    }
}
