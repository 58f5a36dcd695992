package uk.opcc.inspectionresponse.publishing.document;

import java.util.Arrays;
import java.util.Optional;

/** The formats of a document. */
public enum Format {
    HTML("html", "text/html;charset=UTF-8"),
    PDF("pdf", "application/pdf"),
    WORD("docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document");

    private final String extension;
    private final String contentType;

    Format(String extension, String contentType) {
        this.extension = extension;
        this.contentType = contentType;
    }

    /** How the name of a file ends, without the dot. */
    public String extension() {
        return extension;
    }

    /** The media type. */
    public String contentType() {
        return contentType;
    }

    /** The format of files with this extension. */
    public static Optional<Format> of(String extension) {
        return Arrays.stream(values())
                .filter(format -> format.extension.equals(extension))
                .findFirst();
    }
}
