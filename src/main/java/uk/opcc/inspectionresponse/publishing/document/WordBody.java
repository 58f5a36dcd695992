package uk.opcc.inspectionresponse.publishing.document;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.util.Base64;
import java.util.Iterator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.poi.common.usermodel.PictureType;
import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.apache.poi.util.Units;
import org.apache.poi.xwpf.usermodel.VerticalAlign;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFHyperlinkRun;
import org.apache.poi.xwpf.usermodel.XWPFNum;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFPicture;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.apache.poi.xwpf.usermodel.XWPFTableRow;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.openxmlformats.schemas.drawingml.x2006.main.CTNonVisualDrawingProps;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTNumLvl;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTP;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTbl;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTblGrid;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTblGridCol;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTblLook;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTblPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STTblLayoutType;

/** Writes the elements of the template's HTML as Word's paragraphs, lists and tables. */
final class WordBody {

    /** In {@code word/numbering.xml}: how numbers look, and the last numbering that is used there. */
    private static final BigInteger NUMBERS = BigInteger.ONE;

    private static final long LAST_NUMBERING = 2;

    /** Of the first page's table, in which what stands in the first column is always the same. */
    private static final int[] OF_THE_FORM = {320, 680};

    /** After a paragraph, in twentieths of a point. */
    private static final int SPACE = 160;

    /** Above the name of who signs a letter. */
    private static final int ROOM_TO_SIGN = 800;

    private static final Pattern DATA = Pattern.compile("data:(image/[a-z]+);base64,(.*)", Pattern.DOTALL);

    private final XWPFDocument file;
    private final int width;
    private long lists = 0;
    private boolean afterTable;

    /** @param width of the text, in twentieths of a point */
    WordBody(XWPFDocument file, int width) {
        this.file = file;
        this.width = width;
    }

    /** A template has an element of which Word would get nothing. */
    static final class ElementNotInWord extends IllegalArgumentException {

        private final transient Element element;

        private ElementNotInWord(Element element) {
            super("The template has an element that Word does not get: " + element.normalName());
            this.element = element;
        }

        /** As it stands in the document. */
        Element element() {
            return element;
        }
    }

    void add(Element parent) {
        for (Element element : parent.children()) {
            switch (element.normalName()) {
                case "h1", "h2", "h3", "h4", "h5", "h6" -> addHeading(element);
                case "p" -> addParagraph(element);
                case "ul", "ol" -> addList(element);
                case "table" -> addTable(element);
                case "img" -> addPicture(paragraph(), element);
                case "section", "div" -> add(element);
                default -> throw new ElementNotInWord(element);
            }
        }
    }

    private void addHeading(Element heading) {
        afterTable = false;
        XWPFParagraph paragraph = paragraph();
        paragraph.setStyle("Heading" + heading.normalName().charAt(1));
        if (heading.parent().hasClass("office-use")) {
            paragraph.setPageBreak(true);
        }
        addRuns(paragraph, heading, null);
    }

    private void addParagraph(Element element) {
        XWPFParagraph paragraph = paragraph();
        if (element.parent().hasClass("quoted")) {
            paragraph.setStyle("Quote");
        }
        if (element.parent().hasClass("closing") && element.nextElementSibling() != null) {
            CTP written = paragraph.getCTP();
            (written.isSetPPr() ? written.getPPr() : written.addNewPPr()).addNewKeepNext();
        }
        if (element.hasClass("signatory")) {
            paragraph.setSpacingBefore(ROOM_TO_SIGN);
        }
        addRuns(paragraph, element, element.hasClass("statute") ? "Strong" : null);
    }

    private void addList(Element list) {
        boolean office = list.parent().hasClass("office-use");
        boolean numbered = list.normalName().equals("ol");
        BigInteger number = numbered ? newNumbering(list.attr("start")) : null;
        for (Element item : list.children()) {
            XWPFParagraph paragraph = paragraph();
            if (!office) {
                paragraph.setStyle(numbered ? "ListNumber" : "ListBullet");
            }
            if (numbered) {
                number = item.hasAttr("value") ? newNumbering(item.attr("value")) : number;
                paragraph.setNumID(number);
            }
            addRuns(paragraph, item, null);
        }
    }

    /** Each list counts for itself, from the number that was typed, and again from one that does not follow. */
    private BigInteger newNumbering(String start) {
        BigInteger number = BigInteger.valueOf(LAST_NUMBERING + ++lists);
        file.getNumbering().addNum(NUMBERS, number);
        // The last one: getNum would look through all, again for each list.
        List<XWPFNum> all = file.getNumbering().getNums();
        CTNumLvl level = all.get(all.size() - 1).getCTNum().addNewLvlOverride();
        level.setIlvl(BigInteger.ZERO);
        level.addNewStartOverride().setVal(start.isEmpty() ? BigInteger.ONE : new BigInteger(start));
        return number;
    }

    private void addTable(Element source) {
        if (afterTable) {
            // Without something between them, two tables are one.
            paragraph();
        }
        boolean typed = source.hasClass("columns");
        List<Element> rows = source.select("tr");
        boolean asInForm = !typed && rows.stream().allMatch(row -> row.childrenSize() == OF_THE_FORM.length);
        int[] widths = asInForm ? OF_THE_FORM : ColumnWidths.of(source);
        XWPFTable table = file.createTable(rows.size(), widths.length);
        table.setStyleID("TableGrid");
        describe(table.getCTTbl().getTblPr(), source);
        addGrid(table.getCTTbl(), widths);
        Iterator<XWPFTableRow> written = table.getRows().iterator();
        for (Element row : rows) {
            addRow(written.next(), row, widths);
        }
        afterTable = typed;
    }

    private void addGrid(CTTbl table, int[] widths) {
        CTTblGrid grid = table.getTblGrid() == null ? table.addNewTblGrid() : table.getTblGrid();
        grid.setGridColArray(new CTTblGridCol[0]);
        for (int part : widths) {
            grid.addNewGridCol().setW(BigInteger.valueOf(widthOf(part)));
        }
    }

    private void addRow(XWPFTableRow row, Element source, int[] widths) {
        if (source.parent().normalName().equals("thead")) {
            row.setRepeatHeader(true);
        }
        Iterator<Element> cells = source.children().iterator();
        int column = 0;
        for (XWPFTableCell cell : row.getTableCells()) {
            Element text = cells.next();
            cell.setWidth(String.valueOf(widthOf(widths[column++])));
            addRuns(cell.getParagraphArray(0), text, text.normalName().equals("th") ? "Strong" : null);
        }
    }

    private int widthOf(int part) {
        return width * part / ColumnWidths.WHOLE;
    }

    private void describe(CTTblPr properties, Element source) {
        properties.unsetTblBorders();
        properties.addNewTblLayout().setType(STTblLayoutType.FIXED);
        CTTblLook look = properties.addNewTblLook();
        look.setFirstColumn(source.selectFirst("th[scope=row]") != null);
        look.setFirstRow(source.selectFirst("thead") != null);
        look.setLastColumn(false);
        look.setLastRow(false);
        look.setNoHBand(true);
        look.setNoVBand(true);
    }

    /** A table has no space after it: the paragraph below it has that before. */
    private XWPFParagraph paragraph() {
        XWPFParagraph paragraph = file.createParagraph();
        if (afterTable) {
            paragraph.setSpacingBefore(SPACE);
            afterTable = false;
        }
        return paragraph;
    }

    private void addRuns(XWPFParagraph paragraph, Element parent, String style) {
        for (Node node : parent.childNodes()) {
            if (node instanceof TextNode text) {
                addText(paragraph.createRun(), text, style);
            } else if (node instanceof Element element) {
                switch (element.normalName()) {
                    case "br" -> paragraph.createRun().addBreak();
                    case "a" -> addLink(paragraph, element);
                    case "img" -> addPicture(paragraph, element);
                    case "strong", "b" -> addRuns(paragraph, element, "Strong");
                    case "sup" -> {
                        XWPFRun run = paragraph.createRun();
                        run.setSubscript(VerticalAlign.SUPERSCRIPT);
                        run.setText(element.text());
                    }
                    default -> addRuns(paragraph, element, style);
                }
            }
        }
    }

    private void addPicture(XWPFParagraph paragraph, Element image) {
        Matcher data = DATA.matcher(image.attr("src"));
        if (!data.matches()) {
            throw new IllegalArgumentException("A picture must be in the document itself");
        }
        byte[] content = Base64.getDecoder().decode(data.group(2));
        try {
            Picture picture = Picture.known(content);
            int shown = Math.min(
                    Units.pixelToEMU(sizeOf(image, "width", picture.width())), width * Units.EMU_PER_POINT / 20);
            int height = (int) ((long) shown * picture.height() / picture.width());
            PictureType type = picture.mediaType().endsWith("png") ? PictureType.PNG : PictureType.JPEG;
            XWPFPicture added = paragraph
                    .createRun()
                    .addPicture(new ByteArrayInputStream(content), type, "letterhead" + type.extension, shown, height);
            CTNonVisualDrawingProps described =
                    added.getCTPicture().getNvPicPr().getCNvPr();
            described.setDescr(image.attr("alt"));
            paragraph.getRuns().stream()
                    .flatMap(run -> run.getCTR().getDrawingList().stream())
                    .flatMap(drawing -> drawing.getInlineList().stream())
                    .forEach(inline -> inline.getDocPr().setDescr(image.attr("alt")));
        } catch (IOException | InvalidFormatException e) {
            throw new IllegalStateException(e);
        }
    }

    private static int sizeOf(Element image, String attribute, int otherwise) {
        String size = image.attr(attribute);
        return size.matches("[1-9]\\d{0,3}") ? Integer.parseInt(size) : otherwise;
    }

    private static void addLink(XWPFParagraph paragraph, Element link) {
        XWPFHyperlinkRun run = paragraph.createHyperlinkRun(link.attr("href"));
        run.setStyle("Hyperlink");
        run.setText(link.wholeText());
    }

    private static void addText(XWPFRun run, TextNode text, String style) {
        if (style != null) {
            run.setStyle(style);
        }
        boolean asTyped = text.parentElement().closest(".typed") != null;
        run.setText(asTyped ? text.getWholeText() : text.text());
    }
}
