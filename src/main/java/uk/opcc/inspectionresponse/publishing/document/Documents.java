package uk.opcc.inspectionresponse.publishing.document;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;
import org.thymeleaf.exceptions.TemplateProcessingException;
import uk.opcc.inspectionresponse.platform.office.Office;

/**
 * Renders the response as the office's own form, or as a letter. HTML is the original; PDF and Word are made of it, so
 * that the three cannot say different things. What is rendered twice from the same texts is equal byte for byte.
 *
 * <p>Only as many are rendered at one time as there are processors; the others wait.
 */
@Component
public class Documents {

    /** How long a person waits before the application says that it is busy. */
    private static final int PATIENCE_IN_SECONDS = 20;

    private static final int MOST_WAITING = 50;

    private final Renderings renderings = new Renderings(Runtime.getRuntime().availableProcessors(), MOST_WAITING);
    private final HtmlTemplate template;
    private final HtmlTemplate builtIn;
    private final WhenFailing whenFailing;
    private final Set<TemplateFile> builtInServes;
    private final PdfPages pdf = new PdfPages();
    private final WordFile word;

    /** Documents of this office, made of its own templates where it has some. */
    @Autowired
    public Documents(Office office, OfficeTemplates templates) {
        this(office, templates.inForce(), templates::failed);
    }

    /** Documents of this office, made of the built-in templates. */
    public Documents(Office office) {
        this(office, Templates.builtIn(), (file, failed) -> {
            throw failed;
        });
    }

    Documents(Office office, Templates templates, WhenFailing whenFailing) {
        this.whenFailing = whenFailing;
        template = new HtmlTemplate(office, templates);
        Templates builtInTemplates = templates.withBuiltInTemplates();
        builtIn = new HtmlTemplate(office, builtInTemplates);
        builtInServes = Arrays.stream(TemplateFile.values())
                .filter(file -> templates.text(file).equals(builtInTemplates.text(file)))
                .collect(Collectors.toUnmodifiableSet());
        word = new WordFile(office.name());
    }

    /** The response in HTML. */
    public byte[] html(Response response) {
        return renderings.inTurn(() -> filled(TemplateFile.RESPONSE, from -> from.response(response)));
    }

    /** The response as a letter, in HTML. */
    public byte[] letter(Response response, Letter letter) {
        return renderings.inTurn(() -> filled(TemplateFile.LETTER, from -> from.letter(response, letter)));
    }

    /** Hears of a template that was tried, and failed all the same. */
    interface WhenFailing {

        void failed(TemplateFile file, RuntimeException failure);
    }

    /**
     * No samples are like all responses that people write. The response is due on a day: so one with which the office's
     * template fails is made of the built-in one.
     */
    private byte[] filled(TemplateFile file, Function<HtmlTemplate, String> document) {
        String html;
        try {
            html = document.apply(template);
            if (!builtInServes.contains(file)) {
                RenderedDocument.checkHarmless(html);
            }
        } catch (TemplateProcessingException | TemplateRefused e) {
            whenFailing.failed(file, e);
            html = document.apply(builtIn);
        }
        return html.getBytes(StandardCharsets.UTF_8);
    }

    /** A document in one of the formats. */
    public byte[] in(Format format, byte[] html) {
        return switch (format) {
            case HTML -> html;
            case PDF -> renderings.inTurn(() -> pdf.of(new String(html, StandardCharsets.UTF_8)));
            case WORD -> renderings.inTurn(() -> word.of(new String(html, StandardCharsets.UTF_8)));
        };
    }

    /** A document with the page For Office Use Only as its last: its record copy. All else stays as it is. */
    public byte[] recordCopy(byte[] html, List<OfficeUse> boxes) {
        return renderings.inTurn(() -> template.withOfficeUse(new String(html, StandardCharsets.UTF_8), boxes)
                .getBytes(StandardCharsets.UTF_8));
    }

    /**
     * A document's record copy as PDF, of the PDF that is there: to it the page For Office Use Only is added, and
     * nothing of it is set in pages again. Nothing where it is not a PDF as this application makes it.
     */
    public Optional<byte[]> recordCopy(byte[] html, byte[] pages, List<OfficeUse> boxes) {
        return renderings.inTurn(() -> {
            String sheet = template.officeUseOf(new String(html, StandardCharsets.UTF_8), boxes);
            try {
                return AddedSheet.behind(pages, pdf.of(sheet, pages(pages) + 1));
            } catch (IOException | UncheckedIOException e) {
                // What cannot be read can be rendered, as long as there is its HTML.
                return Optional.empty();
            }
        });
    }

    /**
     * What a person is waiting for, with all that is read for it: whoever waits for a turn holds no text in memory yet.
     *
     * @throws RenderingsBusy if there is no turn within some seconds
     */
    public <T> T forWhoeverWaits(Supplier<T> rendered) {
        return renderings.inTurn(PATIENCE_IN_SECONDS, rendered);
    }

    /** How many pages a document has that was rendered as PDF. */
    public int pages(byte[] pdf) {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return document.getNumberOfPages();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
