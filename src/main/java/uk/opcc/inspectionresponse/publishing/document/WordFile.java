package uk.opcc.inspectionresponse.publishing.document;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.apache.poi.ooxml.POIXMLProperties;
import org.apache.poi.wp.usermodel.HeaderFooterType;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.xmlbeans.XmlException;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTNumbering;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPageMar;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPageSz;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTSectPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTStyles;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.NumberingDocument;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.StylesDocument;

/** Makes a Word file of an HTML document, with Word's own headings and lists, so that an officer goes on editing. */
final class WordFile {

    /** Twentieths of a point: A4, and the margins that the PDF has too. */
    private static final int WIDTH = 11906;

    private static final int HEIGHT = 16838;
    private static final int MARGIN = 1247;

    private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);
    private static final Pattern TIMES = Pattern.compile("<dcterms:(created|modified)[^>]*>[^<]*</dcterms:\\1>");

    static {
        LibrariesOfTheJdk.use();
    }

    private final String author;

    WordFile(String author) {
        this.author = author;
    }

    byte[] of(String html) {
        Document source = Jsoup.parse(html);
        try (XWPFDocument file = new XWPFDocument()) {
            file.createStyles().setStyles(styles());
            file.createNumbering().setNumbering(numbering());
            describe(file, source.title());
            setPage(file);
            new WordBody(file, WIDTH - 2 * MARGIN).add(source.selectFirst("main"));
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            file.write(bytes);
            return finished(bytes.toByteArray());
        } catch (IOException | XmlException e) {
            throw new IllegalStateException(e);
        }
    }

    private void describe(XWPFDocument file, String title) {
        POIXMLProperties properties = file.getProperties();
        properties.getCoreProperties().setTitle(title);
        properties.getCoreProperties().setCreator(author);
        properties.getCoreProperties().getUnderlyingProperties().setLanguageProperty("en-GB");
        properties.getExtendedProperties().setApplication("Inspection response");
    }

    private static void setPage(XWPFDocument file) {
        CTSectPr section = file.getDocument().getBody().addNewSectPr();
        CTPageSz size = section.addNewPgSz();
        size.setW(WIDTH);
        size.setH(HEIGHT);
        CTPageMar margins = section.addNewPgMar();
        margins.setTop(MARGIN);
        margins.setBottom(MARGIN);
        margins.setLeft(MARGIN);
        margins.setRight(MARGIN);
        margins.setHeader(MARGIN / 2);
        margins.setFooter(MARGIN / 2);
        margins.setGutter(0);
        XWPFParagraph footer = file.createFooter(HeaderFooterType.DEFAULT).createParagraph();
        footer.setStyle("Footer");
        footer.createRun().setText("Page ");
        footer.getCTP().addNewFldSimple().setInstr("PAGE");
        footer.createRun().setText(" of ");
        footer.getCTP().addNewFldSimple().setInstr("NUMPAGES");
    }

    /**
     * With the settings of {@code word/settings.xml}, and without the time of writing, which would make two files of
     * one text: the response has its dates in its text.
     */
    private static byte[] finished(byte[] file) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(file.length);
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(file));
                ZipOutputStream out = new ZipOutputStream(bytes)) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                ZipEntry timeless = new ZipEntry(entry.getName());
                timeless.setTimeLocal(NO_TIME);
                out.putNextEntry(timeless);
                out.write(finished(entry.getName(), in.readAllBytes()));
            }
        }
        return bytes.toByteArray();
    }

    private static byte[] finished(String part, byte[] content) throws IOException {
        return switch (part) {
            case "docProps/core.xml" ->
                TIMES.matcher(new String(content, StandardCharsets.UTF_8))
                        .replaceAll("")
                        .getBytes(StandardCharsets.UTF_8);
            case "word/settings.xml" -> {
                try (InputStream settings = resource("settings")) {
                    yield settings.readAllBytes();
                }
            }
            default -> content;
        };
    }

    private static CTStyles styles() throws IOException, XmlException {
        try (InputStream in = resource("styles")) {
            return StylesDocument.Factory.parse(in).getStyles();
        }
    }

    private static CTNumbering numbering() throws IOException, XmlException {
        try (InputStream in = resource("numbering")) {
            return NumberingDocument.Factory.parse(in).getNumbering();
        }
    }

    private static InputStream resource(String name) {
        return WordFile.class.getResourceAsStream("/word/" + name + ".xml");
    }
}
