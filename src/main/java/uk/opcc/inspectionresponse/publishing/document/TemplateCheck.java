package uk.opcc.inspectionresponse.publishing.document;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.poi.xwpf.extractor.XWPFWordExtractor;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.springframework.expression.spel.SpelEvaluationException;
import org.springframework.expression.spel.SpelMessage;
import org.thymeleaf.exceptions.TemplateProcessingException;
import uk.opcc.inspectionresponse.platform.office.Office;
import uk.opcc.inspectionresponse.publishing.document.SampleResponses.Said;
import uk.opcc.inspectionresponse.publishing.document.TemplateRefused.Place;

/**
 * Tries a file of the office before any document is made of it: what it is written of, and what becomes of it for
 * responses of every kind, in all three formats.
 */
final class TemplateCheck {

    private static final Place BEGIN = new Place(1, 1);

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
        try {
            if (markup != null) {
                fill(file, new HtmlTemplate(office, candidate));
            }
            // Once more, in which each element says where it comes from: so the columns of the errors above are right.
            HtmlTemplate template =
                    new HtmlTemplate(office, markup == null ? candidate : candidate.with(file, markup.located()));
            if (file.isOfResponse()) {
                String full = template.response(SampleResponses.full());
                look(markup, full, SampleResponses.saidInFull());
                look(markup, withBox(markup, template, full), SampleResponses.saidInFull());
                look(markup, template.response(SampleResponses.least()), SampleResponses.saidAtLeast());
                look(markup, template.response(SampleResponses.underOtherLaw()), SampleResponses.saidAtLeast());
            }
            if (file.isOfLetter()) {
                Letter letter = SampleResponses.letter();
                look(markup, template.letter(SampleResponses.full(), letter), inLetter(SampleResponses.saidInFull()));
                look(markup, template.letter(SampleResponses.least(), letter), inLetter(SampleResponses.saidAtLeast()));
                look(
                        markup,
                        template.letter(SampleResponses.underOtherLaw(), letter),
                        inLetter(SampleResponses.saidAtLeast()));
            }
        } catch (TemplateProcessingException e) {
            throw new TemplateRefused(placeOf(file, e), reason(e));
        }
    }

    /** As the record copy has it. */
    private static String withBox(TemplateMarkup markup, HtmlTemplate template, String html) {
        if (!html.contains(HtmlTemplate.END_OF_DOCUMENT)) {
            throw new TemplateRefused(
                    placeOf(markup, "main"),
                    "the page For Office Use Only is put before </main>, in these letters and without a space");
        }
        return template.withOfficeUse(html, List.of(new OfficeUse("sample-box", null)));
    }

    private static void fill(TemplateFile file, HtmlTemplate template) {
        for (Response sample :
                List.of(SampleResponses.full(), SampleResponses.least(), SampleResponses.underOtherLaw())) {
            if (file == TemplateFile.LETTER) {
                template.letter(sample, SampleResponses.letter());
            } else {
                template.response(sample);
            }
        }
    }

    private static List<Said> inLetter(List<Said> said) {
        return Stream.concat(said.stream(), SampleResponses.saidInLetter().stream())
                .toList();
    }

    private void look(TemplateMarkup markup, String html, List<Said> said) {
        Document document = Jsoup.parse(html);
        new RenderedDocument(document, markup).check();
        Place main = placeOf(markup, "main");
        missing(document.selectFirst("main").wholeText(), said, main, "");
        missing(textOfPdf(html, main), said, main, ", in the PDF");
        missing(textOfWord(html, markup), said, main, ", in the Word file");
    }

    private static void missing(String text, List<Said> said, Place place, String where) {
        String shown = withoutSpace(text);
        List<String> missing = new ArrayList<>();
        for (Said part : said) {
            if (!containsWhole(shown, withoutSpace(part.text())) && !missing.contains(part.words())) {
                missing.add(part.words());
            }
        }
        if (!missing.isEmpty()) {
            throw new TemplateRefused(place, "it leaves out " + String.join("; ", missing) + where);
        }
    }

    /** "sample-title" is not there because "sample-title-of-who-signs" is. */
    private static boolean containsWhole(String text, String part) {
        for (int at = text.indexOf(part); at >= 0; at = text.indexOf(part, at + 1)) {
            int end = at + part.length();
            if (end == text.length() || text.charAt(end) != '-') {
                return true;
            }
        }
        return false;
    }

    /** The ordinal of a date is a word of its own. */
    private static String withoutSpace(String text) {
        return text.replaceAll("(?<=\\d)(st|nd|rd|th)\\b", "").replaceAll("[\\s\\u00A0]+", "");
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

    private static Place placeOf(TemplateMarkup markup, String element) {
        return markup == null ? BEGIN : or(markup.placeOf(element), or(markup.placeOf("main"), BEGIN));
    }

    private static Place or(Place place, Place otherwise) {
        return place.equals(Place.NOWHERE) ? otherwise : place;
    }

    /** A fault in the shared blocks is one of what they were given. */
    private static Place placeOf(TemplateFile file, TemplateProcessingException failed) {
        for (Throwable e = failed; e != null; e = e.getCause()) {
            if (e instanceof TemplateProcessingException at
                    && at.getLine() != null
                    && file.fileName().equals(at.getTemplateName() + ".html")) {
                return new Place(at.getLine(), at.getCol() == null ? 0 : at.getCol());
            }
        }
        return BEGIN;
    }

    private static String reason(TemplateProcessingException failed) {
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

    /** What a document must be, so that everybody can read it in each of its formats. */
    private record RenderedDocument(Document document, TemplateMarkup markup) {

        private static final Pattern LINK =
                Pattern.compile("\\s*(?:(?:https?|mailto):|#).*", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

        private static final Set<String> HOLDERS = Set.of("main", "section", "div");

        void check() {
            one(document.select("main"), "a document has one <main>, with all that it says");
            if (document.selectFirst("html").attr("lang").isBlank()) {
                throw refused(document.selectFirst("html"), "html needs a language, such as lang=\"en-GB\"");
            }
            if (document.title().isBlank()) {
                throw new TemplateRefused(placeOf(markup, "title"), "the document needs a title");
            }
            one(document.select("main").select("h1"), "a document has one heading of the first level, h1");
            for (Element image : document.select("img")) {
                if (!image.attr("src").toLowerCase(Locale.ROOT).startsWith("data:image/")) {
                    throw refused(image, "a document loads nothing: a picture is in it, and begins with data:image/");
                }
                if (image.attr("alt").isBlank()) {
                    throw refused(image, "a picture needs an alternative text: alt=\"...\"");
                }
            }
            checkHeadings();
            document.select("table").forEach(this::checkTable);
            document.getAllElements().forEach(this::checkWhatItDoes);
            document.selectFirst("main").getAllElements().stream()
                    .filter(element -> HOLDERS.contains(element.normalName()))
                    .filter(element -> !element.ownText().isBlank())
                    .findFirst()
                    .ifPresent(element -> {
                        throw refused(
                                element,
                                "\"" + element.ownText().strip()
                                        + "\" stands in no paragraph, and the Word file would not have it");
                    });
        }

        /** What a template has written with an expression: the rest was looked at before. */
        private void checkWhatItDoes(Element element) {
            for (Attribute attribute : element.attributes()) {
                String name = attribute.getKey().toLowerCase(Locale.ROOT);
                if (name.startsWith("on")) {
                    throw refused(element, "a document runs nothing, so it has no " + name);
                }
                if (name.equals("style")) {
                    StyleSheet.check(attribute.getValue(), or(TemplateMarkup.placeOf(element), BEGIN));
                }
                if (name.equals("href") && !LINK.matcher(attribute.getValue()).matches()) {
                    throw refused(element, "a link leads to http, https or mailto, or to a place in the document");
                }
            }
        }

        private void one(List<Element> all, String reason) {
            if (all.isEmpty()) {
                throw new TemplateRefused(placeOf(markup, "main"), reason);
            }
            if (all.size() > 1) {
                throw refused(all.get(1), reason);
            }
        }

        /** ISO 14289-1, 7.4.2: no level is left out on the way down. */
        private void checkHeadings() {
            int above = 0;
            for (Element heading : document.selectFirst("main").select("h1, h2, h3, h4, h5, h6")) {
                int level = heading.normalName().charAt(1) - '0';
                if (level > above + 1) {
                    throw refused(heading, "h" + level + " comes below h" + above + ": no level is left out");
                }
                above = level;
            }
        }

        private void checkTable(Element table) {
            List<Integer> cells = table.select("tr").stream()
                    .map(Element::childrenSize)
                    .distinct()
                    .toList();
            if (cells.size() != 1
                    || cells.contains(0)
                    || !table.select("[colspan], [rowspan]").isEmpty()) {
                throw refused(table, "each row of a table has as many cells as the others");
            }
        }

        private static TemplateRefused refused(Element element, String reason) {
            return new TemplateRefused(or(TemplateMarkup.placeOf(element), BEGIN), reason);
        }
    }
}
