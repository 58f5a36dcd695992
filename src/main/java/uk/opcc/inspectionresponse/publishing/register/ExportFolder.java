package uk.opcc.inspectionresponse.publishing.register;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;

/**
 * The folder into which the register is written for another web server: what it holds is what stands under {@code
 * /responses} here. Each file is written beside its place and then moved there, so that none is ever seen half.
 */
record ExportFolder(Path root) {

    static final String PAGE = "index.html";
    static final String FEED = "feed.atom";
    static final String STYLE = "register.css";

    private static final String UNFINISHED = ".part";

    /** Whether the page of a response is there. */
    boolean has(String reference) {
        return Files.isRegularFile(root.resolve(reference).resolve(PAGE));
    }

    /**
     * Writes a file.
     *
     * @param path the names of the folders, and of the file
     */
    void write(byte[] content, String... path) throws IOException {
        Path file = root;
        for (String name : List.of(path)) {
            file = file.resolve(name);
        }
        Files.createDirectories(file.getParent());
        Path unfinished = file.resolveSibling("." + file.getFileName() + UNFINISHED);
        try {
            try (FileChannel channel = FileChannel.open(
                    unfinished,
                    StandardOpenOption.CREATE,
                    StandardOpenOption.TRUNCATE_EXISTING,
                    StandardOpenOption.WRITE)) {
                ByteBuffer bytes = ByteBuffer.wrap(content);
                while (bytes.hasRemaining()) {
                    channel.write(bytes);
                }
                // Some file systems say only now that the disk is full.
                channel.force(true);
            }
            Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(unfinished);
        }
    }
}
