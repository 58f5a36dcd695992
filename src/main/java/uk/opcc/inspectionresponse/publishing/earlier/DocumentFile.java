package uk.opcc.inspectionresponse.publishing.earlier;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import uk.opcc.inspectionresponse.publishing.document.Format;

/** Tells by what is in a file, and not by its name alone, which document it is. */
final class DocumentFile {

    private static final byte[] PDF = "%PDF-".getBytes(StandardCharsets.US_ASCII);

    /** Some programs write a few bytes before it, which readers of PDF pass over. */
    private static final int LATEST_BEGIN = 1024;

    private static final String TEXT_OF_WORD = "word/document.xml";
    private static final int MOST_PARTS = 5_000;
    private static final long MOST_UNPACKED = 200L * 1024 * 1024;
    private static final int BUFFER = 64 * 1024;

    private DocumentFile() {}

    /** The format that the file's name says, where it is one that is published. */
    static Optional<Format> formatOf(String name) {
        return Format.of(BundledFile.extension(name)).filter(format -> format != Format.HTML);
    }

    /** Whether the content is of this format. */
    static boolean is(Format format, byte[] content) {
        return format == Format.PDF ? isPdf(content) : isWord(content);
    }

    private static boolean isPdf(byte[] content) {
        for (int begin = 0; begin <= Math.min(LATEST_BEGIN, content.length - PDF.length); begin++) {
            int at = 0;
            while (at < PDF.length && content[begin + at] == PDF[at]) {
                at++;
            }
            if (at == PDF.length) {
                return true;
            }
        }
        return false;
    }

    private static boolean isWord(byte[] content) {
        try (ZipInputStream parts = new ZipInputStream(new ByteArrayInputStream(content))) {
            byte[] buffer = new byte[BUFFER];
            long unpacked = 0;
            int count = 0;
            for (ZipEntry part = parts.getNextEntry(); part != null; part = parts.getNextEntry()) {
                if (part.getName().equals(TEXT_OF_WORD)) {
                    return true;
                }
                for (int read = parts.read(buffer); read >= 0; read = parts.read(buffer)) {
                    unpacked += read;
                    if (unpacked > MOST_UNPACKED) {
                        return false;
                    }
                }
                if (++count > MOST_PARTS) {
                    return false;
                }
            }
            return false;
        } catch (IOException | IllegalArgumentException e) {
            return false;
        }
    }
}
