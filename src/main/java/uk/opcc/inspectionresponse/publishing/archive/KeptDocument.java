package uk.opcc.inspectionresponse.publishing.archive;

import uk.opcc.inspectionresponse.platform.files.Sha256;

/**
 * A document, byte for byte.
 *
 * @param sha256 of the content, in 64 hexadecimal digits
 */
public record KeptDocument(byte[] content, String sha256) {

    /** A document with its SHA-256. */
    public static KeptDocument of(byte[] content) {
        return new KeptDocument(content, Sha256.of(content));
    }
}
