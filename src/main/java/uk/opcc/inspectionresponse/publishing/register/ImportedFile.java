package uk.opcc.inspectionresponse.publishing.register;

import uk.opcc.inspectionresponse.publishing.document.Format;

/**
 * A file of a response that was brought in from the office's earlier records, without its content.
 *
 * @param number among the files of the response, from 1
 * @param name as the office's file was called
 * @param published the name under which the public has it, such as {@code response.pdf}
 * @param size in bytes
 */
public record ImportedFile(int number, String name, Format format, String published, String sha256, long size) {

    /** The format and the size, as people read them. */
    public String described() {
        String kind = format == Format.PDF ? "PDF" : "Word";
        return size < MB ? kind + ", " + Math.max(1, size / KB) + " KB" : kind + ", " + size / MB + " MB";
    }

    private static final long KB = 1024;
    private static final long MB = KB * KB;
}
