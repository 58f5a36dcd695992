package uk.opcc.inspectionresponse.publishing.archive;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * A document, byte for byte.
 *
 * @param sha256 of the content, in 64 hexadecimal digits
 */
public record KeptDocument(byte[] content, String sha256) {

    /** A document with its SHA-256. */
    public static KeptDocument of(byte[] content) {
        try {
            return new KeptDocument(
                    content,
                    HexFormat.of()
                            .formatHex(MessageDigest.getInstance("SHA-256").digest(content)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
