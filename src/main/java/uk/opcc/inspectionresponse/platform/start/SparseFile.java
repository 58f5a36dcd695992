package uk.opcc.inspectionresponse.platform.start;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.MVStoreException;
import org.h2.mvstore.MVStoreTool;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The file of H2 before it is opened, which an earlier release, or a busy day, may have left with far more room than
 * what is in it needs.
 *
 * <p>While it is open its room is used again, and it becomes no smaller. Here all that is in it is copied to a file
 * beside it, which takes its place in one step: whatever ends the start, one of the two is there and whole.
 */
final class SparseFile {

    private static final Logger LOG = LoggerFactory.getLogger(SparseFile.class);

    /** Bytes. A smaller file is not worth the trouble. */
    private static final long SMALL = 16L << 20;

    /** What is in a file fits into it so often before it is made smaller. */
    private static final int MOST_TIMES = 3;

    private static final double PERCENT = 100;
    private static final int MEGABYTE = 20;

    private final Path file;

    /** @param file need not be there */
    SparseFile(Path file) {
        this.file = file;
    }

    /** Makes the file smaller where that is worth it; where it cannot be done the file stays as it is. */
    void shrink() {
        Path smaller = file.resolveSibling(file.getFileName() + ".smaller");
        try {
            Files.deleteIfExists(smaller);
            if (Files.notExists(file) || Files.size(file) < SMALL) {
                return;
            }
            long before = Files.size(file);
            double needed = needed(before);
            if (needed * MOST_TIMES > before || needed * 2 > file.toFile().getUsableSpace()) {
                return;
            }
            create(smaller);
            copy(smaller);
            try (FileChannel written = FileChannel.open(smaller, StandardOpenOption.WRITE)) {
                written.force(true);
            }
            long after = Files.size(smaller);
            Files.move(smaller, file, StandardCopyOption.ATOMIC_MOVE);
            LOG.info(
                    "The file of the database had {} MB with far less in it, and has {} MB now",
                    before >> MEGABYTE,
                    after >> MEGABYTE);
        } catch (IOException | MVStoreException e) {
            // It may be another process's, which the database says itself when it is opened.
            LOG.warn("The file of the database could not be made smaller and stays as it is: {}", e.toString());
            delete(smaller);
        }
    }

    /** Bytes that what is in the file takes. */
    private double needed(long size) {
        try (MVStore store =
                new MVStore.Builder().fileName(file.toString()).readOnly().open()) {
            return size
                    * (store.getFileStore().getFillRate() / PERCENT)
                    * (store.getFileStore().getChunksFillRate() / PERCENT);
        }
    }

    private void copy(Path smaller) {
        try (MVStore from = new MVStore.Builder()
                        .fileName(file.toString())
                        .readOnly()
                        .open();
                MVStore to = new MVStore.Builder()
                        .fileName(smaller.toString())
                        .compress()
                        .open()) {
            MVStoreTool.compact(from, to);
        }
    }

    /** For nobody else's eyes. H2 takes an empty file for a new one. */
    private static void create(Path smaller) throws IOException {
        FileAttribute<?>[] attributes = Files.getFileStore(smaller.getParent()).supportsFileAttributeView("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
        Files.createFile(smaller, attributes);
    }

    private static void delete(Path smaller) {
        try {
            Files.deleteIfExists(smaller);
        } catch (IOException e) {
            LOG.debug("{} is deleted at the next start", smaller, e);
        }
    }
}
