package uk.opcc.inspectionresponse.released;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;

/** What was given away once: an office may have it, and goes on from there. */
record Release(Path folder) {

    static List<Release> all() {
        return list(Path.of("src/test/resources/released")).stream()
                .map(Release::new)
                .toList();
    }

    /** The diagrams and tables that it deployed. */
    List<Path> processes() {
        return list(file("processes"));
    }

    /** When its databases were filled. */
    Instant filled() {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file("release.properties"))) {
            properties.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Instant.parse(properties.getProperty("filled"));
    }

    Path file(String name) {
        return folder.resolve(name);
    }

    private static List<Path> list(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String toString() {
        return "release " + folder.getFileName();
    }
}
