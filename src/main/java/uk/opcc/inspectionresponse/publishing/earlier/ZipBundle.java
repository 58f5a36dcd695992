package uk.opcc.inspectionresponse.publishing.earlier;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import uk.opcc.inspectionresponse.platform.refusal.RequestRefused;

/** A ZIP file. Nothing of it is written anywhere by the names in it, and only what the CSV file names is unpacked. */
final class ZipBundle implements Bundle {

    private static final String CALLED = "the ZIP file";

    /** In which older programs of Windows write the names of files. */
    private static final String OF_OLD_WINDOWS = "IBM850";

    private static final long LARGEST_DIRECTORY = 5L * 1024 * 1024;

    private final ZipFile zip;

    private ZipBundle(ZipFile zip) {
        this.zip = zip;
    }

    /** Whether a file begins as a ZIP file does. */
    static boolean isZip(Path file) throws IOException {
        try (var from = Files.newInputStream(file)) {
            byte[] first = from.readNBytes(2);
            return first.length == 2 && first[0] == 'P' && first[1] == 'K';
        }
    }

    /**
     * Opens it.
     *
     * @throws RequestRefused if it cannot be read, or has more files than anybody needs
     */
    static Bundle open(Path file) throws IOException {
        // Before it is opened, which reads the names of all. It may say that they are fewer than they are.
        ZipEnd end = end(file).orElseThrow(ZipBundle::damaged);
        if (end.entries() > MOST_FILES || end.directory() > LARGEST_DIRECTORY) {
            throw tooMany();
        }
        ZipFile zip = opened(file);
        if (zip.size() > MOST_FILES) {
            zip.close();
            throw tooMany();
        }
        return new ZipBundle(zip);
    }

    private static ZipFile opened(Path file) throws IOException {
        try {
            return new ZipFile(file.toFile(), StandardCharsets.UTF_8);
        } catch (ZipException | IllegalArgumentException otherNames) {
            return openedWithNamesOfOldWindows(file);
        }
    }

    private static ZipFile openedWithNamesOfOldWindows(Path file) throws IOException {
        try {
            return new ZipFile(
                    file.toFile(),
                    Charset.isSupported(OF_OLD_WINDOWS)
                            ? Charset.forName(OF_OLD_WINDOWS)
                            : StandardCharsets.ISO_8859_1);
        } catch (ZipException | IllegalArgumentException e) {
            throw damaged();
        }
    }

    private static RequestRefused damaged() {
        return Refused.input("File: the ZIP file cannot be read. It is damaged, or protected by a password:"
                + " make it again without one.");
    }

    private static RequestRefused tooMany() {
        return Refused.input("File: the ZIP file has more than 10,000 files in it. Send it in several parts.");
    }

    private static Optional<ZipEnd> end(Path path) throws IOException {
        try (RandomAccessFile file = new RandomAccessFile(path.toFile(), "r")) {
            byte[] last = new byte[(int) Math.min(file.length(), ZipEnd.FARTHEST)];
            file.seek(file.length() - last.length);
            file.readFully(last);
            return ZipEnd.of(last);
        }
    }

    @Override
    public String called() {
        return CALLED;
    }

    @Override
    public List<BundledFile> files() {
        return zip.stream()
                .filter(entry -> !entry.isDirectory())
                .flatMap(entry -> BundledFile.at(entry.getName(), () -> zip.getInputStream(entry)).stream())
                .toList();
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}
