package uk.opcc.inspectionresponse.publishing.earlier;

import java.io.IOException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;

/** A folder on the server, with the folders in it. */
record FolderBundle(List<BundledFile> files) implements Bundle {

    private static final int DEEPEST = 5;

    /** Looks at what is in a folder; links are not followed. */
    static Bundle open(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            throw Refused.input("Folder: " + folder + " is not there, or is no folder. Ask an administrator.");
        }
        Walk walk = new Walk();
        Files.walkFileTree(folder, EnumSet.noneOf(FileVisitOption.class), DEEPEST, walk);
        if (walk.found.size() > MOST_FILES) {
            throw Refused.input("Folder: it has more than 10,000 files in it. Import it in several parts.");
        }
        return new FolderBundle(walk.found.stream()
                .sorted()
                .flatMap(path -> BundledFile.at(
                        folder.relativize(path).toString().replace('\\', '/'),
                        () -> Files.newInputStream(path, LinkOption.NOFOLLOW_LINKS))
                        .stream())
                .toList());
    }

    @Override
    public String called() {
        return "the folder";
    }

    @Override
    public void close() {
        // Each file is closed when it has been read.
    }

    /** Finds the files, until there are too many. */
    static final class Walk extends SimpleFileVisitor<Path> {

        private final List<Path> found = new ArrayList<>();

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            if (attributes.isRegularFile()) {
                found.add(file);
            }
            return found.size() > MOST_FILES ? FileVisitResult.TERMINATE : FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException failure) {
            throw Refused.input("Folder: " + file
                    + " cannot be read. Ask an administrator to let the application read it, or to take it out.");
        }

        @Override
        public FileVisitResult postVisitDirectory(Path folder, IOException failure) {
            return failure == null ? FileVisitResult.CONTINUE : visitFileFailed(folder, failure);
        }
    }
}
