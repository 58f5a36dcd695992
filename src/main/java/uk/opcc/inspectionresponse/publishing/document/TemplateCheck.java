package uk.opcc.inspectionresponse.publishing.document;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.poi.xwpf.extractor.XWPFWordExtractor;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.springframework.expression.spel.SpelEvaluationException;
import org.springframework.expression.spel.SpelMessage;
import org.thymeleaf.exceptions.TemplateProcessingException;
import uk.opcc.inspectionresponse.platform.office.Office;
import uk.opcc.inspectionresponse.publishing.document.TemplateRefused.Place;

/**
 * Tries a file of the office before any document is made of it: what it is written of, and what becomes of it for
 * responses of every kind, in all three formats.
 */
final class TemplateCheck {

    static final Place BEGIN = new Place(1, 1);

    private final Office office;
    private final PdfPages pdf = new PdfPages();
    private final WordFile word;

    TemplateCheck(Office office) {
        this.office = office;
        this.word = new WordFile(office.name());
    }

    /**
     * Tries a template, or styles.
     *
     * @param candidate the templates with this file among them
     * @throws TemplateRefused if no document can be made of it, or one that leaves something out
     */
    void check(TemplateFile file, Templates candidate) {
        String text = candidate.text(file);
        if (!file.isTemplate()) {
            StyleSheet.check(text, BEGIN);
            tryOut(file, candidate, null);
            return;
        }
        TemplateMarkup markup = TemplateMarkup.of(text);
        TemplateExpressions.check(file, markup);
        tryOut(file, candidate, markup);
    }

    /** Tries the picture of the letterhead, which is already known to be one. */
    void checkPicture(Templates candidate) {
        tryOut(TemplateFile.LETTER, candidate, null);
    }

    private void tryOut(TemplateFile file, Templates candidate, TemplateMarkup markup) {
        // In this one each element says where it comes from.
        HtmlTemplate template =
                new HtmlTemplate(office, markup == null ? candidate : candidate.with(file, markup.located()));
        try {
            for (Response sample : SampleResponses.all()) {
                if (file.isOfResponse()) {
                    look(markup, template.response(sample), ofForm(sample));
                }
                if (file.isOfLetter()) {
                    Letter letter = SampleResponses.letter(sample);
                    look(markup, template.letter(sample, letter), ofForm(sample).and(letter));
                }
            }
            for (Response sample : SampleResponses.inEachFormat()) {
                if (file.isOfResponse()) {
                    String form = template.response(sample);
                    lookInEachFormat(markup, form, ofForm(sample));
                    lookAtRecordCopy(markup, template, form, ofForm(sample));
                }
                if (file.isOfLetter()) {
                    Letter letter = SampleResponses.letter(sample);
                    lookInEachFormat(
                            markup,
                            template.letter(sample, letter),
                            ofForm(sample).and(letter));
                }
            }
        } catch (TemplateProcessingException e) {
            throw new TemplateRefused(
                    markup == null ? BEGIN : new FailedFilling(office, file, candidate, markup).place(), reason(e));
        }
    }

    private MustSay ofForm(Response sample) {
        return MustSay.of(sample, office.document().statute());
    }

    private void look(TemplateMarkup markup, String html, MustSay said) {
        Document document = Jsoup.parse(html);
        new RenderedDocument(document, markup).check();
        missing(document.selectFirst("main").wholeText(), said, placeOf(markup, "main"), "");
    }

    private void lookInEachFormat(TemplateMarkup markup, String html, MustSay said) {
        Place main = placeOf(markup, "main");
        missing(textOfPdf(html, main), said, main, ", in the PDF");
        missing(textOfWord(html, markup), said, main, ", in the Word file");
    }

    private void lookAtRecordCopy(TemplateMarkup markup, HtmlTemplate template, String html, MustSay said) {
        int end = html.indexOf(HtmlTemplate.END_OF_DOCUMENT);
        if (end < 0 || end != html.lastIndexOf(HtmlTemplate.END_OF_DOCUMENT)) {
            throw new TemplateRefused(
                    placeOf(markup, "main"),
                    "the page For Office Use Only is put before </main>, which stands there once, in these letters and"
                            + " without a space");
        }
        List<OfficeUse> boxes = MustSay.boxes();
        String copy = template.withOfficeUse(html, boxes);
        look(markup, copy, said.andBoxes(boxes));
        lookInEachFormat(markup, copy, said);
    }

    private static void missing(String text, MustSay said, Place place, String where) {
        List<String> missing = said.missingIn(text);
        if (!missing.isEmpty()) {
            throw new TemplateRefused(place, "it leaves out " + String.join("; ", missing) + where);
        }
    }

    private String textOfPdf(String html, Place main) {
        byte[] made;
        try {
            made = pdf.of(html);
        } catch (RuntimeException e) {
            throw new TemplateRefused(main, "no PDF can be made of it: " + words(e));
        }
        try (PDDocument document = Loader.loadPDF(made)) {
            return new PDFTextStripper().getText(document);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String textOfWord(String html, TemplateMarkup markup) {
        byte[] made;
        try {
            made = word.of(html);
        } catch (WordBody.ElementNotInWord e) {
            throw new TemplateRefused(
                    or(TemplateMarkup.placeOf(e.element()), BEGIN),
                    "the Word file would not have <" + e.element().normalName()
                            + ">. Use headings, p, ul, ol, table, div and section");
        } catch (RuntimeException e) {
            throw new TemplateRefused(placeOf(markup, "main"), "no Word file can be made of it: " + words(e));
        }
        try (XWPFDocument document = new XWPFDocument(new ByteArrayInputStream(made));
                XWPFWordExtractor extractor = new XWPFWordExtractor(document)) {
            return extractor.getText();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where a template has an element, or else its main; the begin of a file that is no template. */
    static Place placeOf(TemplateMarkup markup, String element) {
        return markup == null ? BEGIN : or(markup.placeOf(element), or(markup.placeOf("main"), BEGIN));
    }

    static Place or(Place place, Place otherwise) {
        return place.equals(Place.NOWHERE) ? otherwise : place;
    }

    /** Why a template cannot be filled in, in words. */
    static String reason(TemplateProcessingException failed) {
        Throwable deepest = failed;
        for (Throwable e = failed; e != null; e = e.getCause()) {
            if (e instanceof SpelEvaluationException spel
                    && spel.getMessageCode() == SpelMessage.PROPERTY_OR_FIELD_NOT_READABLE) {
                return "there is no \"" + spel.getInserts()[0] + "\" in what stands before it";
            }
            deepest = e;
        }
        return "it cannot be filled in: " + words(deepest);
    }

    private static String words(Throwable e) {
        String message = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
        return message.replaceAll("\\s+", " ")
                .replaceFirst("^EL\\d+E: ", "")
                .replaceAll("\\(template: .*$", "")
                .strip();
    }
}
