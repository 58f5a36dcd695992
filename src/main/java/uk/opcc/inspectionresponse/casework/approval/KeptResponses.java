package uk.opcc.inspectionresponse.casework.approval;

import java.time.LocalDate;
import java.util.Map;
import org.springframework.stereotype.Component;
import uk.opcc.inspectionresponse.casework.drafting.LettersOfInspection;
import uk.opcc.inspectionresponse.process.Recipient;
import uk.opcc.inspectionresponse.publishing.archive.ApprovedLetters;
import uk.opcc.inspectionresponse.publishing.archive.ApprovedResponses;
import uk.opcc.inspectionresponse.publishing.archive.KeptDocument;
import uk.opcc.inspectionresponse.publishing.document.Documents;
import uk.opcc.inspectionresponse.publishing.document.Letter;
import uk.opcc.inspectionresponse.publishing.document.Response;

/**
 * Renders what was approved and keeps it, with the letters to those who get it as a letter: this, byte for byte, is
 * what is distributed and published.
 */
@Component
public class KeptResponses {

    private final Documents documents;
    private final ApprovedResponses approved;
    private final ApprovedLetters kept;
    private final LettersOfInspection letters;

    KeptResponses(Documents documents, ApprovedResponses approved, ApprovedLetters kept, LettersOfInspection letters) {
        this.documents = documents;
        this.approved = approved;
        this.kept = kept;
        this.letters = letters;
    }

    /** Keeps a response as the next version, unless the last one is the same. */
    public void keep(String reference, LocalDate approvedOn, Response response) {
        byte[] html = documents.html(response);
        approved.keep(
                        reference,
                        approvedOn,
                        KeptDocument.of(html),
                        format -> KeptDocument.of(documents.in(format, html)))
                .ifPresent(version -> letters.of(reference)
                        .forEach((recipient, letter) -> keep(reference, version, recipient, response, letter)));
    }

    /**
     * Keeps a response that says the same but for a date, with the boxes For Office Use Only of the version before:
     * what was done is done.
     */
    public void keepWithTicks(String reference, LocalDate approvedOn, Response response) {
        Map<String, LocalDate> ticked = approved.latestVersion(reference)
                .map(version -> approved.ticks(reference, version))
                .orElse(Map.of());
        keep(reference, approvedOn, response);
        ticked.forEach((box, day) -> approved.tick(reference, box, day));
    }

    private void keep(String reference, int version, Recipient recipient, Response response, Letter letter) {
        byte[] html = documents.letter(response, letter);
        kept.keep(reference, version, recipient.key(), format -> KeptDocument.of(documents.in(format, html)));
    }
}
