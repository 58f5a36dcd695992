package uk.opcc.inspectionresponse.publishing.register;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import uk.opcc.inspectionresponse.platform.files.WholeFile;

/**
 * The folder into which the register is written for another web server: what it holds is what stands under
 * {@code /responses} here.
 */
record ExportFolder(Path root) {

    static final String PAGE = "index.html";
    static final String FEED = "feed.atom";
    static final String STYLE = "register.css";

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
        WholeFile.write(file, content);
    }
}
