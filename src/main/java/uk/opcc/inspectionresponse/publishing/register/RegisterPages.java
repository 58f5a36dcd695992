package uk.opcc.inspectionresponse.publishing.register;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.springframework.core.io.InputStreamResource;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.ServletWebRequest;
import uk.opcc.inspectionresponse.platform.search.Paging;
import uk.opcc.inspectionresponse.platform.search.SearchWords;
import uk.opcc.inspectionresponse.publishing.archive.ApprovedResponses;
import uk.opcc.inspectionresponse.publishing.archive.KeptDocument;
import uk.opcc.inspectionresponse.publishing.document.Format;

/**
 * The public register, without a sign-in. What is not published is answered as what does not exist, after the same look
 * into the same table.
 */
@RestController
@RequestMapping("/responses")
class RegisterPages {

    /** Of a document as it was approved: its own style is in it, it runs and loads nothing. */
    private static final String DOCUMENT_POLICY =
            "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private static final MediaType PAGE = new MediaType("text", "html", StandardCharsets.UTF_8);
    private static final MediaType STYLE = new MediaType("text", "css", StandardCharsets.UTF_8);
    private static final MediaType FEED = new MediaType("application", "atom+xml", StandardCharsets.UTF_8);

    private final Register register;
    private final ApprovedResponses approved;
    private final ImportedResponses imported;
    private final RegisterTemplates templates;

    RegisterPages(
            Register register, ApprovedResponses approved, ImportedResponses imported, RegisterTemplates templates) {
        this.register = register;
        this.approved = approved;
        this.imported = imported;
        this.templates = templates;
    }

    @GetMapping({"", "/"})
    ResponseEntity<byte[]> list(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "1") String page,
            HttpServletRequest request) {
        List<String> patterns = SearchWords.patterns(q, Register.ESCAPE);
        Paging paging = Paging.of(SearchWords.shortened(q), page, register.count(patterns));
        return found(
                PAGE, templates.list(place(request), register.list(patterns, Paging.SIZE, paging.skipped()), paging));
    }

    @GetMapping("/" + ExportFolder.STYLE)
    ResponseEntity<byte[]> style() {
        return found(STYLE, templates.style());
    }

    @GetMapping("/" + ExportFolder.FEED)
    ResponseEntity<byte[]> feed() {
        return found(FEED, templates.feed(register.changedLast(), register.identity()));
    }

    @GetMapping({"/{reference}", "/{reference}/"})
    ResponseEntity<byte[]> response(@PathVariable String reference, HttpServletRequest request) {
        return register.find(reference)
                .map(entry -> entry.isImported()
                        ? found(PAGE, templates.imported(place(request), entry, imported.files(reference)))
                        : page(entry, entry.edition(), request))
                .orElseGet(() -> notFound(request));
    }

    @GetMapping({"/{reference}/version-{edition}", "/{reference}/version-{edition}/"})
    ResponseEntity<byte[]> edition(
            @PathVariable String reference, @PathVariable String edition, HttpServletRequest request) {
        return register.find(reference)
                .flatMap(entry -> number(edition, entry).map(number -> page(entry, number, request)))
                .orElseGet(() -> notFound(request));
    }

    @GetMapping("/{reference}/response.{extension}")
    ResponseEntity<?> file(
            @PathVariable String reference,
            @PathVariable String extension,
            HttpServletRequest request,
            HttpServletResponse response) {
        Optional<Entry> entry = register.find(reference);
        return entry.filter(Entry::isImported).isPresent()
                ? imported(reference, "response." + extension, request, response)
                : entry.flatMap(published -> file(published, published.edition(), extension))
                        .orElseGet(() -> notFound(request));
    }

    /** Of an imported response there may be several files of one format. */
    @GetMapping("/{reference}/response-{number}.{extension}")
    ResponseEntity<?> another(
            @PathVariable String reference,
            @PathVariable String number,
            @PathVariable String extension,
            HttpServletRequest request,
            HttpServletResponse response) {
        return imported(reference, "response-" + number + "." + extension, request, response);
    }

    @GetMapping("/{reference}/version-{edition}/response.{extension}")
    ResponseEntity<byte[]> file(
            @PathVariable String reference,
            @PathVariable String edition,
            @PathVariable String extension,
            HttpServletRequest request) {
        return register.find(reference)
                .flatMap(entry -> number(edition, entry).flatMap(number -> file(entry, number, extension)))
                .orElseGet(() -> notFound(request));
    }

    @GetMapping("/**")
    ResponseEntity<byte[]> notFound(HttpServletRequest request) {
        return ResponseEntity.status(HttpStatus.NOT_FOUND)
                .cacheControl(CacheControl.noStore())
                .contentType(PAGE)
                .body(templates.notFound(place(request)));
    }

    private ResponseEntity<byte[]> page(Entry entry, int number, HttpServletRequest request) {
        List<Edition> editions = register.editions(entry.reference());
        return found(
                PAGE,
                templates.response(
                        place(request),
                        entry,
                        editions,
                        number,
                        document(entry, editions, number, Format.HTML).content()));
    }

    private Optional<ResponseEntity<byte[]>> file(Entry entry, int number, String extension) {
        return Format.of(extension)
                .map(format -> file(
                        entry.reference(),
                        format,
                        document(entry, register.editions(entry.reference()), number, format)));
    }

    /** It can be large, and its readers slow: it is on the disk for each of them, and in memory for none. */
    private ResponseEntity<?> imported(
            String reference, String published, HttpServletRequest request, HttpServletResponse response) {
        Optional<ImportedFile> found = imported.files(reference).stream()
                .filter(file -> file.published().equals(published))
                .findFirst();
        if (found.isEmpty()) {
            return notFound(request);
        }
        ImportedFile file = found.get();
        if (new ServletWebRequest(request, response).checkNotModified(file.sha256())) {
            return ResponseEntity.status(HttpStatus.NOT_MODIFIED)
                    .cacheControl(CacheControl.noCache().cachePublic())
                    .header("Content-Security-Policy", DOCUMENT_POLICY)
                    .build();
        }
        return file(reference, file.format(), file.sha256())
                .contentLength(file.size())
                .body(new InputStreamResource(imported.read(reference, file)));
    }

    private static ResponseEntity<byte[]> file(String reference, Format format, KeptDocument document) {
        return file(reference, format, document.sha256()).body(document.content());
    }

    private static ResponseEntity.BodyBuilder file(String reference, Format format, String sha256) {
        return ResponseEntity.ok()
                .eTag(sha256)
                .cacheControl(CacheControl.noCache().cachePublic())
                .contentType(MediaType.parseMediaType(format.contentType()))
                .header(HttpHeaders.CONTENT_DISPOSITION, disposition(reference, format))
                .header("Content-Security-Policy", DOCUMENT_POLICY);
    }

    private KeptDocument document(Entry entry, List<Edition> editions, int number, Format format) {
        return approved.find(entry.reference(), editions.get(number - 1).version(), format)
                .orElseThrow(() -> new IllegalStateException(
                        "The approved response of " + entry.reference() + " is not kept as " + format.extension()));
    }

    /** The number that an address names, if the response has such a version. */
    static Optional<Integer> number(String edition, Entry entry) {
        return Optional.of(edition)
                .filter(digits -> digits.matches("[1-9][0-9]{0,8}"))
                .map(Integer::valueOf)
                .filter(number -> number <= entry.edition());
    }

    /** Asked for again each time, so that nobody goes on reading what has been corrected. */
    private static ResponseEntity<byte[]> found(MediaType type, byte[] content) {
        return ResponseEntity.ok()
                .eTag(KeptDocument.of(content).sha256())
                .cacheControl(CacheControl.noCache().cachePublic())
                .contentType(type)
                .body(content);
    }

    private static PageLinks place(HttpServletRequest request) {
        return PageLinks.inApplication(request.getContextPath());
    }

    private static String disposition(String reference, Format format) {
        return (format == Format.WORD ? ContentDisposition.attachment() : ContentDisposition.inline())
                .filename(reference + "." + format.extension(), StandardCharsets.UTF_8)
                .build()
                .toString();
    }
}
