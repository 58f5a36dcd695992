package uk.opcc.inspectionresponse.publishing.earlier;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import uk.opcc.inspectionresponse.platform.refusal.RequestRefused;

/** A ZIP file. Nothing of it is written anywhere by the names in it, and only what the CSV file names is unpacked. */
final class ZipBundle implements Bundle {

    private static final String CALLED = "the ZIP file";

    /** In which older programs of Windows write the names of files. */
    private static final String OF_OLD_WINDOWS = "IBM850";

    private static final int END_SIGNATURE = 0x06054b50;
    private static final int END_SIZE = 22;
    private static final int LONGEST_COMMENT = 0xFFFF;
    private static final int PLACE_OF_COUNT = 10;

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
        // Before it is opened, which reads the names of all.
        if (entries(file) > MOST_FILES) {
            throw Refused.input("File: the ZIP file has more than 10,000 files in it. Send it in several parts.");
        }
        try {
            return new ZipBundle(new ZipFile(file.toFile(), StandardCharsets.UTF_8));
        } catch (ZipException | IllegalArgumentException otherNames) {
            return openWithNamesOfOldWindows(file);
        }
    }

    private static Bundle openWithNamesOfOldWindows(Path file) throws IOException {
        try {
            return new ZipBundle(new ZipFile(
                    file.toFile(),
                    Charset.isSupported(OF_OLD_WINDOWS)
                            ? Charset.forName(OF_OLD_WINDOWS)
                            : StandardCharsets.ISO_8859_1));
        } catch (ZipException | IllegalArgumentException e) {
            throw Refused.input("File: the ZIP file cannot be read. It is damaged, or protected by a password:"
                    + " make it again without one.");
        }
    }

    /** How many entries it says that it has: at its end, before a comment. */
    private static int entries(Path path) throws IOException {
        try (RandomAccessFile file = new RandomAccessFile(path.toFile(), "r")) {
            int length = (int) Math.min(file.length(), END_SIZE + LONGEST_COMMENT);
            byte[] end = new byte[length];
            file.seek(file.length() - length);
            file.readFully(end);
            ByteBuffer record = ByteBuffer.wrap(end).order(ByteOrder.LITTLE_ENDIAN);
            for (int at = length - END_SIZE; at >= 0; at--) {
                if (record.getInt(at) == END_SIGNATURE) {
                    return Short.toUnsignedInt(record.getShort(at + PLACE_OF_COUNT));
                }
            }
            return 0;
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
