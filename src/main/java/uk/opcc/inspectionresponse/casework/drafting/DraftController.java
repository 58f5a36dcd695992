package uk.opcc.inspectionresponse.casework.drafting;

import java.security.Principal;
import java.time.Clock;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import uk.opcc.inspectionresponse.publishing.archive.DocumentAnswer;
import uk.opcc.inspectionresponse.publishing.archive.KeptDocument;
import uk.opcc.inspectionresponse.publishing.document.Documents;
import uk.opcc.inspectionresponse.statutory.StatutoryPeriod;

/** The response of an inspection as it would be published now, for whoever works on it; as html, pdf and docx. */
@RestController
@RequestMapping("/documents/{reference}")
class DraftController {

    private final ReadableDrafts drafts;
    private final Documents documents;
    private final Clock clock;

    DraftController(ReadableDrafts drafts, Documents documents, Clock clock) {
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
}
