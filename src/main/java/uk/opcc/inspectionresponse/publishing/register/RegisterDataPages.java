package uk.opcc.inspectionresponse.publishing.register;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.ServletWebRequest;
import uk.opcc.inspectionresponse.publishing.archive.KeptDocument;

/** The public register as data, without a sign-in: no more of it than its pages show. */
@RestController
@RequestMapping("/responses")
class RegisterDataPages {

    private static final MediaType SCHEMA = new MediaType("application", "schema+json");
    private static final String CSV = "text/csv;charset=UTF-8";

    private final Register register;
    private final RegisterAsData data;
    private final RegisterPages pages;

    RegisterDataPages(Register register, RegisterAsData data, RegisterPages pages) {
        this.register = register;
        this.data = data;
        this.pages = pages;
    }

    @GetMapping("/" + RegisterAsData.SCHEMA)
    ResponseEntity<byte[]> schema() {
        return found(SCHEMA, data.schema());
    }

    @GetMapping("/{reference}/" + RegisterAsData.JSON)
    ResponseEntity<byte[]> json(@PathVariable String reference, HttpServletRequest request) {
        return register.find(reference)
                .map(entry -> found(MediaType.APPLICATION_JSON, data.json(entry)))
                .orElseGet(() -> pages.notFound(request));
    }

    @GetMapping("/{reference}/version-{edition}/" + RegisterAsData.JSON)
    ResponseEntity<byte[]> json(
            @PathVariable String reference, @PathVariable String edition, HttpServletRequest request) {
        return register.find(reference)
                .flatMap(entry -> RegisterPages.number(edition, entry)
                        .map(number -> found(MediaType.APPLICATION_JSON, data.json(entry, number))))
                .orElseGet(() -> pages.notFound(request));
    }

    /** Written while it is read from the database: nothing is, where the reader has it already. */
    @GetMapping("/" + RegisterAsData.CSV)
    void csv(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setHeader(
                HttpHeaders.CACHE_CONTROL, CacheControl.noCache().cachePublic().getHeaderValue());
        if (new ServletWebRequest(request, response)
                .checkNotModified(KeptDocument.of(data.stateOfCsv().getBytes(StandardCharsets.UTF_8))
                        .sha256())) {
            return;
        }
        response.setContentType(CSV);
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment()
                        .filename(RegisterAsData.CSV)
                        .build()
                        .toString());
        data.csv(response.getOutputStream());
    }

    /** A page of any other site may read it. */
    private static ResponseEntity<byte[]> found(MediaType type, byte[] content) {
        return ResponseEntity.ok()
                .eTag(KeptDocument.of(content).sha256())
                .cacheControl(CacheControl.noCache().cachePublic())
                .contentType(type)
                .header(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, "*")
                .body(content);
    }
}
