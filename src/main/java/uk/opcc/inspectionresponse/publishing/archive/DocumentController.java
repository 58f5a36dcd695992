package uk.opcc.inspectionresponse.publishing.archive;

import java.security.Principal;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import uk.opcc.inspectionresponse.publishing.document.Documents;

/**
 * The documents of an inspection that were approved: {@code response}, as it was approved; and {@code record}, the same
 * with the page For Office Use Only. Each as html, pdf and docx.
 */
@RestController
@RequestMapping("/documents/{reference}")
class DocumentController {

    private final Documents documents;
    private final ApprovedResponses approved;
    private final RecordCopies copies;

    DocumentController(Documents documents, ApprovedResponses approved, RecordCopies copies) {
        this.documents = documents;
        this.approved = approved;
        this.copies = copies;
    }

    @GetMapping("/response.{extension}")
    ResponseEntity<byte[]> response(
            @PathVariable String reference, @PathVariable String extension, Principal principal) {
        return DocumentAnswer.to(
                principal, reference, "response", extension, format -> approved.find(reference, format));
    }

    @GetMapping("/record.{extension}")
    ResponseEntity<byte[]> record(@PathVariable String reference, @PathVariable String extension, Principal principal) {
        return DocumentAnswer.to(
                principal,
                reference,
                "record",
                extension,
                format -> documents.forWhoeverWaits(() ->
                        approved.latestVersion(reference).flatMap(version -> copies.find(reference, version, format))));
    }
}
