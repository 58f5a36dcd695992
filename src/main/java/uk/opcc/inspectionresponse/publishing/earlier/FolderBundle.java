package uk.opcc.inspectionresponse.publishing.earlier;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** A folder on the server, with the folders in it. */
record FolderBundle(List<BundledFile> files) implements Bundle {

    private static final int DEEPEST = 5;

    /** Looks at what is in a folder; links are not followed. */
    static Bundle open(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            throw Refused.input("Folder: " + folder + " is not there, or is no folder. Ask an administrator.");
        }
        try (Stream<Path> walked = Files.walk(folder, DEEPEST)) {
            List<Path> all = walked.filter(path -> Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS))
                    .limit(MOST_FILES + 1L)
                    .toList();
            if (all.size() > MOST_FILES) {
                throw Refused.input("Folder: it has more than 10,000 files in it. Import it in several parts.");
            }
            return new FolderBundle(all.stream()
                    .sorted()
                    .flatMap(path -> BundledFile.at(
                            folder.relativize(path).toString().replace('\\', '/'), () -> Files.newInputStream(path))
                            .stream())
                    .toList());
        }
    }

    @Override
    public String called() {
        return "the folder";
    }

    @Override
    public void close() {
        // Each file is closed when it has been read.
    }
}
