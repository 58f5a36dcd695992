package uk.opcc.inspectionresponse.publishing.archive;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import uk.opcc.inspectionresponse.platform.office.RecipientSettings;
import uk.opcc.inspectionresponse.publishing.document.Documents;
import uk.opcc.inspectionresponse.publishing.document.Format;
import uk.opcc.inspectionresponse.publishing.document.OfficeUse;

/** The office's own copies of approved responses, with the page For Office Use Only as it is ticked. */
@Component
public class RecordCopies {

    private static final Logger LOG = LoggerFactory.getLogger(RecordCopies.class);

    private final ApprovedResponses approved;
    private final Documents documents;
    private final RecipientSettings settings;
    private final RenderedRecordCopies rendered;

    RecordCopies(
            ApprovedResponses approved,
            Documents documents,
            RecipientSettings settings,
            RenderedRecordCopies rendered) {
        this.rendered = rendered;
        this.approved = approved;
        this.documents = documents;
        this.settings = settings;
    }

    /** The record copy of a version, if that was approved; equal byte for byte as long as no other box is ticked. */
    public Optional<KeptDocument> find(String reference, int version, Format format) {
        Map<String, LocalDate> ticks = approved.ticks(reference, version);
        return approved.find(reference, version, Format.HTML)
                .map(kept -> documents.recordCopy(
                        kept.content(),
                        settings.boxes().entrySet().stream()
                                .map(box -> new OfficeUse(box.getValue(), ticks.get(box.getKey())))
                                .toList()))
                .map(KeptDocument::of)
                .map(html -> format == Format.HTML ? html : rendered(reference, version, format, html));
    }

    private KeptDocument rendered(String reference, int version, Format format, KeptDocument html) {
        return rendered.find(reference, version, format, html).orElseGet(() -> {
            KeptDocument made = KeptDocument.of(documents.in(format, html.content()));
            try {
                rendered.keep(reference, version, format, html, made);
            } catch (DataAccessException e) {
                // It is there for whoever waits, kept or not; the next one waits again.
                LOG.warn("A record copy of {} was rendered, and could not be kept: {}", reference, e.toString());
            }
            return made;
        });
    }
}
