package uk.opcc.inspectionresponse.platform.files;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/**
 * Writes a file whole or not at all: beside its place first, and then it is moved there. Nobody sees a half one, and
 * one that is there is replaced by nothing but a whole one.
 */
public final class WholeFile {

    private WholeFile() {}

    /** Writes a file that others may read as the system's settings have it; only one may write it at a time. */
    public static void write(Path file, byte[] content) throws IOException {
        write(file, to -> to.write(content));
    }

    /** Writes such a file while its content is made, of which no more is in memory than has to be. */
    public static void write(Path file, Content content) throws IOException {
        write(file.resolveSibling("." + file.getFileName() + ".part"), file, content);
    }

    /** Writes a file that nobody but the owner can read, not for a moment. */
    public static void writeForOwnerAlone(Path file, byte[] content) throws IOException {
        // Such a file is made so, and moving it does not change that.
        write(Files.createTempFile(file.getParent(), "unfinished-", ".tmp"), file, to -> to.write(content));
    }

    private static void write(Path unfinished, Path file, Content content) throws IOException {
        try {
            try (FileChannel channel = FileChannel.open(
                    unfinished,
                    StandardOpenOption.CREATE,
                    StandardOpenOption.TRUNCATE_EXISTING,
                    StandardOpenOption.WRITE)) {
                // It is not closed before the end: the channel is still needed.
                OutputStream buffered = new BufferedOutputStream(Channels.newOutputStream(channel));
                content.writeTo(buffered);
                buffered.flush();
                // Some file systems say only now that the disk is full.
                channel.force(true);
            }
            Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(unfinished);
        }
    }

    /** What a file says. */
    public interface Content {

        /** Writes it, and leaves the stream open. */
        void writeTo(OutputStream to) throws IOException;
    }
}
