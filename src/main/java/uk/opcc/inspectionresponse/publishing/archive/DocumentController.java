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
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import uk.opcc.inspectionresponse.publishing.document.Documents;
import uk.opcc.inspectionresponse.publishing.document.Format;

/**
 * The documents of an inspection: {@code draft}, as it would be published now; {@code response}, as it was approved; and
 * {@code record}, the approved response with the page For Office Use Only. Each as html, pdf and docx.
 */
@RestController
@RequestMapping("/documents/{reference}")
class DocumentController {

    /** A document runs nothing and loads nothing; its own style is in it. */
    private static final String POLICY =
            "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'self'";

    private final Readers readers;
    private final Documents documents;
    private final ApprovedResponses approved;
    private final RecordCopies copies;

    DocumentController(Readers readers, Documents documents, ApprovedResponses approved, RecordCopies copies) {
        this.readers = readers;
        this.documents = documents;
        this.approved = approved;
        this.copies = copies;
    }

    @GetMapping("/draft.{extension}")
    ResponseEntity<byte[]> draft(@PathVariable String reference, @PathVariable String extension, Principal principal) {
        return answer(
                principal,
                reference,
                "draft",
                extension,
                format -> documents.forWhoeverWaits(() -> readers.draft(reference)
                        .map(variables -> documents.html(ResponseOfInspection.in(variables)))
                        .map(html -> KeptDocument.of(documents.in(format, html)))));
    }

    @GetMapping("/response.{extension}")
    ResponseEntity<byte[]> response(
            @PathVariable String reference, @PathVariable String extension, Principal principal) {
        return answer(principal, reference, "response", extension, format -> approved.find(reference, format));
    }

    @GetMapping("/record.{extension}")
    ResponseEntity<byte[]> record(@PathVariable String reference, @PathVariable String extension, Principal principal) {
        return answer(
                principal,
                reference,
                "record",
                extension,
                format -> documents.forWhoeverWaits(() ->
                        approved.latestVersion(reference).flatMap(version -> copies.find(reference, version, format))));
    }

    private static ResponseEntity<byte[]> answer(
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
    private interface Source {

        Optional<KeptDocument> in(Format format);
    }
}
