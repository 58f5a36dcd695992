package uk.opcc.inspectionresponse.publishing.earlier;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;
import uk.opcc.inspectionresponse.publishing.document.Format;

/** Tells by what is in a file, and not by its name alone, which document it is. */
final class DocumentFile {

    private static final byte[] PDF = "%PDF-".getBytes(StandardCharsets.US_ASCII);

    /** Some programs write a few bytes before it, which readers of PDF pass over. */
    private static final int LATEST_BEGIN = 1024;

    /** Word on the web calls it document2.xml. */
    private static final Pattern TEXT_OF_WORD = Pattern.compile("word/document\\d*\\.xml");

    private static final int LONGEST_NAME = 100;
    private static final int MOST_PARTS = 5_000;

    private static final int SIGNATURE_OF_PART = 0x02014b50;
    private static final int SIZE_OF_PART = 46;
    private static final int PLACE_OF_NAME_LENGTH = 28;

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

    /** By the names in it: nothing is unpacked, however much a part would become. */
    private static boolean isWord(byte[] content) {
        Optional<ZipEnd> end = ZipEnd.of(content);
        if (end.isEmpty() || end.get().directory() > end.get().place()) {
            return false;
        }
        ByteBuffer bytes = ByteBuffer.wrap(content).order(ByteOrder.LITTLE_ENDIAN);
        int at = end.get().place() - (int) end.get().directory();
        for (int part = 0; part < MOST_PARTS; part++) {
            int name = at + SIZE_OF_PART;
            if (name > end.get().place() || bytes.getInt(at) != SIGNATURE_OF_PART) {
                return false;
            }
            int length = Short.toUnsignedInt(bytes.getShort(at + PLACE_OF_NAME_LENGTH));
            int next = name
                    + length
                    + Short.toUnsignedInt(bytes.getShort(at + PLACE_OF_NAME_LENGTH + 2))
                    + Short.toUnsignedInt(bytes.getShort(at + PLACE_OF_NAME_LENGTH + 4));
            if (next > end.get().place()) {
                return false;
            }
            if (length <= LONGEST_NAME
                    && TEXT_OF_WORD
                            .matcher(new String(content, name, length, StandardCharsets.UTF_8))
                            .matches()) {
                return true;
            }
            at = next;
        }
        return false;
    }
}
