package uk.opcc.inspectionresponse.platform.move;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * How many rows a table has, and the sum of their checksums, which is the same in whichever order they come. Two equal
 * rows do not cancel each other out. May be used by one thread at a time.
 */
final class Rows {

    private static final int BITS = 256;
    private static final int SHOWN = 12;
    private static final byte[] NOTHING = {0};

    private final MessageDigest sha256;
    private long count;
    private BigInteger sum = BigInteger.ZERO;

    Rows() {
        try {
            sha256 = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * Adds a value to the row that is being read, in the order of the columns' names in both databases.
     *
     * @return how many bytes it has
     */
    int value(Kind kind, Object value) {
        byte[] bytes = {};
        if (value == null) {
            sha256.update(NOTHING);
        } else {
            bytes = kind.bytes(value);
            sha256.update((byte) 1);
            // Else "a" beside "bc" would be "ab" beside "c".
            sha256.update(
                    ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).array());
            sha256.update(bytes);
        }
        return bytes.length;
    }

    /** Ends a row. */
    void next() {
        count++;
        sum = sum.add(new BigInteger(1, sha256.digest())).mod(BigInteger.ONE.shiftLeft(BITS));
    }

    long count() {
        return count;
    }

    /** Whether the other has the same rows. */
    boolean areThoseOf(Rows other) {
        return count == other.count && sum.equals(other.sum);
    }

    /** The beginning of the checksum, for people to compare. */
    String checksum() {
        return String.format("%064x", sum).substring(0, SHOWN);
    }
}
