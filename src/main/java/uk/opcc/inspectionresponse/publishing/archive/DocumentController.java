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
 * with the page For Office Use Only; and the letters to those whose copies are letters. Each as html, pdf and docx.
 */
@RestController
@RequestMapping("/documents/{reference}")
class DocumentController {

    private final Documents documents;
    private final ApprovedResponses approved;
    private final ApprovedLetters letters;
    private final RecordCopies copies;

    DocumentController(Documents documents, ApprovedResponses approved, ApprovedLetters letters, RecordCopies copies) {
        this.letters = letters;
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

    @GetMapping("/letters/{recipient}.{extension}")
    ResponseEntity<byte[]> letter(
            @PathVariable String reference,
            @PathVariable String recipient,
            @PathVariable String extension,
            Principal principal) {
        return DocumentAnswer.to(
                principal,
                reference,
                "letter-" + recipient,
                extension,
                format -> approved.latestVersion(reference)
                        .flatMap(version -> letters.find(reference, version, recipient, format)));
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
