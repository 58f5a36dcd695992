package uk.opcc.inspectionresponse.publishing.register;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import uk.opcc.inspectionresponse.platform.files.WholeFile;

/**
 * The folder into which the register is written for another web server: what it holds is what stands under
 * {@code /responses} here.
 */
record ExportFolder(Path root) {

    static final String PAGE = "index.html";
    static final String FEED = "feed.atom";
    static final String STYLE = "register.css";

    /** Whether a response is there, in all the forms of today: earlier releases wrote no data. */
    boolean has(String reference) {
        return Stream.of(PAGE, RegisterAsData.JSON)
                .allMatch(name -> Files.isRegularFile(root.resolve(reference).resolve(name)));
    }

    /**
     * Writes a file.
     *
     * @param path the names of the folders, and of the file
     */
    void write(byte[] content, String... path) throws IOException {
        write(to -> to.write(content), path);
    }

    /** Writes a file while its content is made. */
    void write(WholeFile.Content content, String... path) throws IOException {
        Path file = root;
        for (String name : List.of(path)) {
            file = file.resolve(name);
        }
        Files.createDirectories(file.getParent());
        WholeFile.write(file, content);
    }
}
