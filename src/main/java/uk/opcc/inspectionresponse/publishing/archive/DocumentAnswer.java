package uk.opcc.inspectionresponse.publishing.archive;

import java.nio.charset.StandardCharsets;
import java.security.Principal;
import java.util.Optional;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import uk.opcc.inspectionresponse.publishing.document.Format;

/** The answer to a request for a document, whether it was approved or is a draft. */
public final class DocumentAnswer {

    /** A document runs nothing and loads nothing; its own style and pictures are in it. */
    private static final String POLICY =
            "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'self'";

    private DocumentAnswer() {}

    /**
     * Answers with the document, or that there is none, or that one must sign in.
     *
     * @param name of the document, which the file that is saved has too
     * @param extension of the format, as somebody typed it
     */
    public static ResponseEntity<byte[]> to(
            Principal principal, String reference, String name, String extension, Source source) {
        if (principal == null) {
            return ResponseEntity.status(HttpStatus.UNAUTHORIZED).build();
        }
        Optional<Format> format = Format.of(extension);
        return format.flatMap(source::in)
                .map(document -> ResponseEntity.ok()
                        .eTag(document.sha256())
                        .cacheControl(CacheControl.noCache().cachePrivate())
                        .contentType(MediaType.parseMediaType(format.get().contentType()))
                        .header(HttpHeaders.CONTENT_DISPOSITION, disposition(reference, name, format.get()))
                        .header("Content-Security-Policy", POLICY)
                        .header("X-Content-Type-Options", "nosniff")
                        .body(document.content()))
                .orElseGet(() -> ResponseEntity.notFound().build());
    }

    /** HTML and PDF open in the browser; all three are saved under a name that says what it is. */
    private static String disposition(String reference, String name, Format format) {
        return (format == Format.WORD ? ContentDisposition.attachment() : ContentDisposition.inline())
                .filename(reference + "-" + name + "." + format.extension(), StandardCharsets.UTF_8)
                .build()
                .toString();
    }

    /** Gives a document in a format, if there is one that the user may read. */
    public interface Source {

        /** The document, if there is one. */
        Optional<KeptDocument> in(Format format);
    }
}
