package uk.opcc.inspectionresponse.casework.drafting;

import java.security.Principal;
import java.time.Clock;
import java.util.Optional;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import uk.opcc.inspectionresponse.process.Recipient;
import uk.opcc.inspectionresponse.publishing.archive.DocumentAnswer;
import uk.opcc.inspectionresponse.publishing.archive.KeptDocument;
import uk.opcc.inspectionresponse.publishing.document.Documents;
import uk.opcc.inspectionresponse.publishing.document.Letter;
import uk.opcc.inspectionresponse.statutory.StatutoryPeriod;

/**
 * The response of an inspection as it would be published now, for whoever works on it, and the letters that would go
 * with it; as html, pdf and docx.
 */
@RestController
@RequestMapping("/documents/{reference}")
class DraftController {

    private final ReadableDrafts drafts;
    private final Documents documents;
    private final LettersOfInspection letters;
    private final Clock clock;

    DraftController(ReadableDrafts drafts, Documents documents, LettersOfInspection letters, Clock clock) {
        this.letters = letters;
        this.drafts = drafts;
        this.documents = documents;
        this.clock = clock;
    }

    @GetMapping("/draft.{extension}")
    ResponseEntity<byte[]> draft(@PathVariable String reference, @PathVariable String extension, Principal principal) {
        return DocumentAnswer.to(
                principal,
                reference,
                "draft",
                extension,
                format -> documents.forWhoeverWaits(() -> drafts.draft(reference)
                        .map(variables ->
                                documents.html(ResponseOfInspection.draft(variables, StatutoryPeriod.today(clock))))
                        .map(html -> KeptDocument.of(documents.in(format, html)))));
    }

    @GetMapping("/draft-letters/{recipient}.{extension}")
    ResponseEntity<byte[]> letter(
            @PathVariable String reference,
            @PathVariable String recipient,
            @PathVariable String extension,
            Principal principal) {
        Optional<Letter> letter =
                Recipient.find(recipient).map(to -> letters.of(reference).get(to));
        return DocumentAnswer.to(
                principal,
                reference,
                "draft-letter-" + recipient,
                extension,
                format -> letter.flatMap(to -> documents.forWhoeverWaits(() -> drafts.draft(reference)
                        .map(variables -> documents.letter(
                                ResponseOfInspection.draft(variables, StatutoryPeriod.today(clock)), to))
                        .map(html -> KeptDocument.of(documents.in(format, html))))));
    }
}
