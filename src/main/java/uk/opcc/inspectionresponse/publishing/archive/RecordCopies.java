package uk.opcc.inspectionresponse.publishing.archive;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
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
        List<OfficeUse> boxes = settings.boxes().entrySet().stream()
                .map(box -> new OfficeUse(box.getValue(), ticks.get(box.getKey())))
                .toList();
        return approved.find(reference, version, Format.HTML).map(response -> {
            KeptDocument html = KeptDocument.of(documents.recordCopy(response.content(), boxes));
            return format == Format.HTML
                    ? html
                    : kept(reference, version, format, html, () -> made(reference, version, format, html, boxes));
        });
    }

    /** The PDF that was approved has all pages but one, which are not set again. */
    private byte[] made(String reference, int version, Format format, KeptDocument html, List<OfficeUse> boxes) {
        return Optional.of(format)
                .filter(Format.PDF::equals)
                .flatMap(pdf -> approved.find(reference, version, pdf))
                .flatMap(pages -> documents.recordCopy(html.content(), pages.content(), boxes))
                .orElseGet(() -> documents.in(format, html.content()));
    }

    private KeptDocument kept(String reference, int version, Format format, KeptDocument html, Supplier<byte[]> copy) {
        return rendered.find(reference, version, format, html).orElseGet(() -> {
            KeptDocument made = KeptDocument.of(copy.get());
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
