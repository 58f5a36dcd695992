package uk.opcc.inspectionresponse.publishing.document;

import java.math.BigInteger;
import java.util.List;
import org.apache.poi.xwpf.usermodel.VerticalAlign;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFHyperlinkRun;
import org.apache.poi.xwpf.usermodel.XWPFNum;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.Elements;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTNumLvl;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTblLook;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTblPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STTblLayoutType;

/** Writes the elements of the template's HTML as Word's paragraphs, lists and tables. */
final class WordBody {

    /** In {@code word/numbering.xml}: how numbers look, and the last numbering that is used there. */
    private static final BigInteger NUMBERS = BigInteger.ONE;

    private static final long LAST_NUMBERING = 2;

    private static final int HEADER_COLUMN_PERCENT = 32;

    private final XWPFDocument file;
    private final int width;
    private long lists = 0;

    /** @param width of the text, in twentieths of a point */
    WordBody(XWPFDocument file, int width) {
        this.file = file;
        this.width = width;
    }

    void add(Element parent) {
        for (Element element : parent.children()) {
            switch (element.normalName()) {
                case "h1", "h2", "h3", "h4" -> addHeading(element);
                case "p" -> addParagraph(element);
                case "ul", "ol" -> addList(element);
                case "table" -> addTable(element);
                case "section", "div" -> add(element);
                default ->
                    throw new IllegalArgumentException(
                            "The template has an element that Word does not get: " + element.normalName());
            }
        }
    }

    private void addHeading(Element heading) {
        XWPFParagraph paragraph = file.createParagraph();
        paragraph.setStyle("Heading" + heading.normalName().charAt(1));
        if (heading.parent().hasClass("office-use")) {
            paragraph.setPageBreak(true);
        }
        addRuns(paragraph, heading, null);
    }

    private void addParagraph(Element element) {
        XWPFParagraph paragraph = file.createParagraph();
        if (element.parent().hasClass("quoted")) {
            paragraph.setStyle("Quote");
        }
        addRuns(paragraph, element, element.hasClass("statute") ? "Strong" : null);
    }

    private void addList(Element list) {
        boolean office = list.parent().hasClass("office-use");
        boolean numbered = list.normalName().equals("ol");
        BigInteger number = numbered ? newNumbering(list) : null;
        for (Element item : list.children()) {
            XWPFParagraph paragraph = file.createParagraph();
            if (!office) {
                paragraph.setStyle(numbered ? "ListNumber" : "ListBullet");
            }
            if (numbered) {
                paragraph.setNumID(number);
            }
            addRuns(paragraph, item, null);
        }
    }

    /** Each list counts for itself, from the number that was typed. */
    private BigInteger newNumbering(Element list) {
        BigInteger number = BigInteger.valueOf(LAST_NUMBERING + ++lists);
        file.getNumbering().addNum(NUMBERS, number);
        // The last one: getNum would look through all, again for each list.
        List<XWPFNum> all = file.getNumbering().getNums();
        CTNumLvl level = all.get(all.size() - 1).getCTNum().addNewLvlOverride();
        level.setIlvl(BigInteger.ZERO);
        String start = list.attr("start");
        level.addNewStartOverride().setVal(start.isEmpty() ? BigInteger.ONE : new BigInteger(start));
        return number;
    }

    private void addTable(Element source) {
        Elements rows = source.select("tr");
        XWPFTable table = file.createTable(rows.size(), 2);
        table.setStyleID("TableGrid");
        describe(table.getCTTbl().getTblPr());
        int first = width * HEADER_COLUMN_PERCENT / 100;
        for (int row = 0; row < rows.size(); row++) {
            addCell(table.getRow(row).getCell(0), rows.get(row).child(0), first, "Strong");
            addCell(table.getRow(row).getCell(1), rows.get(row).child(1), width - first, null);
        }
    }

    private void describe(CTTblPr properties) {
        properties.unsetTblBorders();
        properties.addNewTblLayout().setType(STTblLayoutType.FIXED);
        CTTblLook look = properties.addNewTblLook();
        look.setFirstColumn(true);
        look.setFirstRow(false);
        look.setLastColumn(false);
        look.setLastRow(false);
        look.setNoHBand(true);
        look.setNoVBand(true);
    }

    private void addCell(XWPFTableCell cell, Element source, int cellWidth, String style) {
        cell.setWidth(String.valueOf(cellWidth));
        addRuns(cell.getParagraphArray(0), source, style);
    }

    private void addRuns(XWPFParagraph paragraph, Element parent, String style) {
        for (Node node : parent.childNodes()) {
            if (node instanceof TextNode text) {
                addText(paragraph.createRun(), text, style);
            } else if (node instanceof Element element) {
                switch (element.normalName()) {
                    case "br" -> paragraph.createRun().addBreak();
                    case "a" -> addLink(paragraph, element);
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
