package uk.opcc.inspectionresponse.publishing.archive;

import java.time.LocalDate;
import org.springframework.stereotype.Component;
import uk.opcc.inspectionresponse.publishing.document.Documents;
import uk.opcc.inspectionresponse.publishing.document.Response;

/** Renders what was approved and keeps it: this, byte for byte, is what is distributed and published. */
@Component
public class KeptResponses {

    private final Documents documents;
    private final ApprovedResponses approved;

    KeptResponses(Documents documents, ApprovedResponses approved) {
        this.documents = documents;
        this.approved = approved;
    }

    /** Keeps a response as the next version, unless the last one is the same. */
    public void keep(String reference, LocalDate approvedOn, Response response) {
        byte[] html = documents.html(response);
        approved.keep(
                reference, approvedOn, KeptDocument.of(html), format -> KeptDocument.of(documents.in(format, html)));
    }
}
