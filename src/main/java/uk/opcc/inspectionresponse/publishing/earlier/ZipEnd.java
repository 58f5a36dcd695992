package uk.opcc.inspectionresponse.publishing.earlier;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Optional;

/**
 * What a ZIP file says of itself at its end.
 *
 * @param place where it stands in the bytes that were looked at
 * @param directory how many bytes its list of files has, which stands right before it
 * @param entries how many files it says that it has
 */
record ZipEnd(int place, long directory, int entries) {

    /** So many bytes at the end of a file are enough to find it. */
    static final int FARTHEST = 22 + 0xFFFF;

    private static final int SIGNATURE = 0x06054b50;
    private static final int SIZE = 22;
    private static final int PLACE_OF_ENTRIES = 10;
    private static final int PLACE_OF_DIRECTORY = 12;
    private static final int PLACE_OF_COMMENT = 20;

    /** Finds it in the last bytes of a file; nothing where the file is cut off, or goes on after it. */
    static Optional<ZipEnd> of(byte[] last) {
        ByteBuffer bytes = ByteBuffer.wrap(last).order(ByteOrder.LITTLE_ENDIAN);
        int earliest = Math.max(0, last.length - FARTHEST);
        for (int at = last.length - SIZE; at >= earliest; at--) {
            if (bytes.getInt(at) == SIGNATURE) {
                // The last one alone counts, as it does for whoever opens the file.
                int comment = Short.toUnsignedInt(bytes.getShort(at + PLACE_OF_COMMENT));
                return at + SIZE + comment == last.length
                        ? Optional.of(new ZipEnd(
                                at,
                                Integer.toUnsignedLong(bytes.getInt(at + PLACE_OF_DIRECTORY)),
                                Short.toUnsignedInt(bytes.getShort(at + PLACE_OF_ENTRIES))))
                        : Optional.empty();
            }
        }
        return Optional.empty();
    }
}
