package uk.opcc.inspectionresponse.publishing.earlier;

import java.io.IOException;
import java.io.InputStream;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;

/**
 * A file of those that are brought in at a time.
 *
 * @param name without the folders in which it lies
 */
record BundledFile(String name, Bundle.Content content) {

    /** The file at a path; nothing for what only a computer's own programs read. */
    static Optional<BundledFile> at(String path, Bundle.Content content) {
        String name = lastName(path);
        boolean isOfComputer = path.startsWith("__MACOSX/")
                || path.contains("/__MACOSX/")
                || name.startsWith(".")
                || name.startsWith("~$")
                || name.equalsIgnoreCase("thumbs.db")
                || name.equalsIgnoreCase("desktop.ini");
        return name.isEmpty() || isOfComputer ? Optional.empty() : Optional.of(new BundledFile(name, content));
    }

    /** What makes two names the same. */
    static String folded(String name) {
        return Normalizer.normalize(lastName(name).replaceAll("[\\s\\p{Z}]+", " "), Normalizer.Form.NFC)
                .strip()
                .toLowerCase(Locale.ROOT);
    }

    /** Without characters that no name should have, and that no database keeps. */
    private static String lastName(String path) {
        return path.substring(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1)
                .replaceAll("[\\p{Cc}\\p{Cs}]", "");
    }

    boolean isCsv() {
        return extension(name).equals("csv");
    }

    /** How a name ends, without the dot and in small letters. */
    static String extension(String name) {
        return name.substring(name.lastIndexOf('.') + 1)
                .toLowerCase(Locale.ROOT)
                .strip();
    }

    /** Its content, as far as it has no more bytes; one byte more where it has. */
    byte[] read(int most) throws IOException {
        try (InputStream from = content.open()) {
            return from.readNBytes(most + 1);
        }
    }
}
