package uk.opcc.inspectionresponse.publishing.document;

import com.openhtmltopdf.bidi.support.ICUBidiReorderer;
import com.openhtmltopdf.bidi.support.ICUBidiSplitter;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.TextDirection;
import com.openhtmltopdf.outputdevice.helper.ExternalResourceControlPriority;
import com.openhtmltopdf.pdfboxout.PdfBoxRenderer;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.slf4j.Slf4jLogger;
import com.openhtmltopdf.util.XRLog;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDMetadata;
import org.jsoup.Jsoup;
import org.jsoup.helper.W3CDom;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/** Sets an HTML document in pages: PDF/UA-1, tagged, with a bookmark for every heading and every font embedded. */
final class PdfPages {

    private static final String HEADINGS = "h1, h2, h3";
    private static final Pattern TIMES =
            Pattern.compile("<xmp:(CreateDate|ModifyDate|MetadataDate)>[^<]*</xmp:\\1>\\s*");

    /**
     * For each line that it sets, the renderer copies what is left of the text: a paragraph of 250,000 characters is
     * set in pieces, or it would take quadratic time.
     */
    private static final int LONGEST_PIECE = 8_000;

    /** Nothing else is loaded. */
    private static final String PICTURE_IN_DOCUMENT = "data:image/";

    private static final double PER_CENT = ColumnWidths.WHOLE / 100.0;

    static {
        XRLog.setLoggerImpl(new Slf4jLogger());
        LibrariesOfTheJdk.use();
    }

    byte[] of(String html) {
        return of(html, 1);
    }

    /** @param firstPage the number of its first page */
    byte[] of(String html, int firstPage) {
        Document document = Jsoup.parse(html);
        showInGlyphs(document);
        splitLongTexts(document);
        document.select("table.columns").forEach(PdfPages::setColumns);
        addBookmarks(document);
        describeLinks(document);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (PDDocument pdf = new PDDocument();
                Fonts.InDocument fonts = Fonts.get().in(pdf)) {
            PdfRendererBuilder builder = new PdfRendererBuilder();
            fonts.addTo(builder, document.body().wholeText());
            builder.usePDDocument(pdf)
                    .useInitialPageNumber(firstPage)
                    .usePdfUaAccessibility(true)
                    .useUnicodeBidiSplitter(new ICUBidiSplitter.ICUBidiSplitterFactory())
                    .useUnicodeBidiReorderer(new ICUBidiReorderer())
                    .defaultTextDirection(TextDirection.LTR)
                    .useExternalResourceAccessControl(
                            (uri, type) -> uri.startsWith(PICTURE_IN_DOCUMENT),
                            ExternalResourceControlPriority.RUN_BEFORE_RESOLVING_URI)
                    .withProducer("Inspection response")
                    .withW3cDocument(new W3CDom().fromJsoup(document), null);
            try (PdfBoxRenderer renderer = builder.buildPdfRenderer()) {
                renderer.layout();
                renderer.createPDFKeepOpen();
                leaveTheTimeOut(pdf, html);
                pdf.save(bytes);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** The time of rendering would make two files of one text: the response has its dates in its text. */
    private static void leaveTheTimeOut(PDDocument pdf, String html) throws IOException {
        pdf.getDocumentInformation().setCreationDate(null);
        PDMetadata metadata = pdf.getDocumentCatalog().getMetadata();
        String xmp = new String(metadata.toByteArray(), StandardCharsets.UTF_8);
        metadata.importXMPMetadata(TIMES.matcher(xmp).replaceAll("").getBytes(StandardCharsets.UTF_8));
        pdf.setDocumentId(
                UUID.nameUUIDFromBytes(html.getBytes(StandardCharsets.UTF_8)).getMostSignificantBits());
    }

    private static void showInGlyphs(Document document) {
        Fonts fonts = Fonts.get();
        document.body().nodeStream(TextNode.class).forEach(text -> text.text(fonts.inGlyphs(text.getWholeText())));
        document.title(fonts.inGlyphs(document.title()));
    }

    private static void splitLongTexts(Document document) {
        List<Element> spans = document.select("span").stream()
                .filter(span -> span.childNodeSize() == 1
                        && span.childNode(0) instanceof TextNode text
                        && text.getWholeText().length() > LONGEST_PIECE)
                .toList();
        for (Element span : spans) {
            String text = span.wholeText();
            List<Node> pieces = new ArrayList<>();
            for (int begin = 0; begin < text.length(); ) {
                int end = endOfPiece(text, begin);
                pieces.add(span.shallowClone().appendChild(new TextNode(text.substring(begin, end))));
                begin = end;
            }
            span.parent().insertChildren(span.siblingIndex(), pieces);
            span.remove();
        }
    }

    /** After the last space that leaves the piece short enough; a word that is longer is broken in any case. */
    private static int endOfPiece(String text, int begin) {
        int end = Math.min(text.length(), begin + LONGEST_PIECE);
        if (end == text.length()) {
            return end;
        }
        int space = text.lastIndexOf(' ', end - 1);
        if (space > begin) {
            return space + 1;
        }
        return Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end;
    }

    /** Of columns that find their widths themselves, a long word would push the last ones off the page. */
    private static void setColumns(Element table) {
        Element columns = new Element("colgroup");
        for (int width : ColumnWidths.of(table)) {
            columns.appendElement("col").attr("style", "width: " + width / PER_CENT + "%");
        }
        table.attr("style", "table-layout: fixed").prependChild(columns);
        // The renderer leaves the tag of an empty cell out, and the row would be one short.
        table.select("th, td").stream()
                .filter(cell -> cell.childNodeSize() == 0)
                .forEach(cell -> cell.appendElement("span").text("\u00A0"));
    }

    /** ISO 14289-1, 7.18.5: a link has a description. */
    private static void describeLinks(Document document) {
        document.select("a[href]").forEach(link -> link.attr("title", link.text()));
    }

    private static void addBookmarks(Document document) {
        Element bookmarks = document.head().appendElement("bookmarks");
        int number = 0;
        for (Element heading : document.select(HEADINGS)) {
            String id = "heading-" + ++number;
            heading.attr("id", id);
            bookmarks.appendElement("bookmark").attr("name", heading.text()).attr("href", "#" + id);
        }
    }
}
