package uk.opcc.inspectionresponse.publishing.earlier;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A CSV file alone, of responses that stand on other sites. */
record CsvBundle(List<BundledFile> files) implements Bundle {

    static Bundle of(Path file, String name) {
        return new CsvBundle(List.of(new BundledFile(name, () -> Files.newInputStream(file))));
    }

    @Override
    public String called() {
        return "what you sent";
    }

    @Override
    public void close() {
        // It is closed when it has been read.
    }
}
