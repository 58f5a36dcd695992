package uk.opcc.inspectionresponse.document;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.springframework.stereotype.Component;
import uk.opcc.inspectionresponse.office.Office;

/**
 * Renders the response as the office's own form. HTML is the original; PDF and Word are made of it, so that the three
 * can't say different things. What is rendered twice from the same texts is equal byte for byte.
 */
@Component
public class Documents {

    private final HtmlTemplate template;
    private final PdfPages pdf = new PdfPages();
    private final WordFile word;

    /** Documents of this office. */
    public Documents(Office office) {
        template = new HtmlTemplate(office);
        word = new WordFile(office.name());
    }

    /** The response in HTML. */
    public byte[] html(Response response) {
        return template.response(response).getBytes(StandardCharsets.UTF_8);
    }

    /** A document in one of the formats. */
    public byte[] in(Format format, byte[] html) {
        return switch (format) {
            case HTML -> html;
            case PDF -> pdf.of(new String(html, StandardCharsets.UTF_8));
            case WORD -> word.of(new String(html, StandardCharsets.UTF_8));
        };
    }

    /** A document with the page For Office Use Only as its last: its record copy. All else stays as it is. */
    public byte[] recordCopy(byte[] html, List<OfficeUse> boxes) {
        return template.withOfficeUse(new String(html, StandardCharsets.UTF_8), boxes)
                .getBytes(StandardCharsets.UTF_8);
    }
}
