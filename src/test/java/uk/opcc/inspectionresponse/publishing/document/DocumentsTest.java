package uk.opcc.inspectionresponse.publishing.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureNode;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationLink;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineItem;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.docx4j.openpackaging.packages.WordprocessingMLPackage;
import org.docx4j.openpackaging.parts.WordprocessingML.MainDocumentPart;
import org.docx4j.wml.P;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import uk.opcc.inspectionresponse.platform.office.Office;

@DisplayName("The response document")
class DocumentsTest {

    private static final String HOSTILE =
            "A <b>bold</b> <script>alert(1)</script> <img src=x onerror=alert(1)> ${7*7} [[${7*7}]]"
                    + " [(${7*7})] __${7*7}__ @{/} *{x} #{x} th:text=\"${7*7}\" &amp; £ – → ☃ \uD83D\uDE00 漢字 ]]> --> '\"";

    private static final Documents DOCUMENTS = new Documents(TheForm.office());

    @BeforeAll
    static void useTheValidator() {
        VeraGreenfieldFoundryProvider.initialise();
    }

    static List<Format> everyFormatOfTheRealOne() {
        return Files.exists(TheForm.REAL) ? List.of(Format.values()) : List.of();
    }

    @ParameterizedTest(
            name = "says in {0}, section by section, what the real one of 2018 says",
            allowZeroInvocations = true)
    @MethodSource("everyFormatOfTheRealOne")
    void real(Format format) {
        Map<String, String> expected = new LinkedHashMap<>(TheForm.sections(TheForm.realText()));
        expected.replaceAll((heading, text) -> withoutSpace(text.replaceAll("(?m)^- (?=✓)", "")));

        byte[] record = DOCUMENTS.recordCopy(DOCUMENTS.html(TheForm.real()), TheForm.ticked());
        Map<String, String> read = TheForm.sections(TheForm.textIn(format, DOCUMENTS.in(format, record)));
        assertThat(read.get("For Office Use Only:")).contains("9 August 2018", "13 August 2018");
        read.replaceAll((heading, text) -> withoutSpace(text.replaceAll(",\\s+\\d+\\s+August\\s+2018", "")));

        assertThat(read).containsExactlyEntriesOf(expected);
    }

    @ParameterizedTest(name = "has the sections of the office's form in their order, and every text whole, in {0}")
    @EnumSource
    void sections(Format format) {
        byte[] record = DOCUMENTS.recordCopy(DOCUMENTS.html(TheForm.invented()), TheForm.ticked());

        Map<String, String> read = TheForm.sections(TheForm.textIn(format, DOCUMENTS.in(format, record)));

        assertThat(read.get("Inspection Title:")).containsIgnoringWhitespaces("Calls at night – how forces answer");
        assertThat(withoutSpace(read.get("Date Published:"))).isEqualTo("2ndMarch2026");
        assertThat(read.get("Type of Inspection:")).isEqualToIgnoringWhitespace("Thematic Inspection");
        assertThat(withoutMarks(read.get("KEY FINDINGS:")))
                .isEqualTo(withoutMarks(TheForm.invented().keyFindings()));
        assertThat(withoutMarks(read.get(TheForm.HEADINGS.get(6))))
                .isEqualTo(withoutMarks(TheForm.invented().chiefConstable()));
        assertThat(withoutMarks(read.get(TheForm.HEADINGS.get(7))))
                .isEqualTo(withoutMarks(TheForm.invented().localPolicingBody()
                        + "Recommendation 1 By June, forces should:\n- publish waiting times\n- review rotas"
                        + "Action taken or proposed Times are published monthly."
                        + "Recommendation 2 Forces should merge their control rooms."
                        + "Why no action has been taken or is proposed It is not ours to do alone."));
        assertThat(withoutSpace(read.get("For Office Use Only:")))
                .isEqualTo(withoutSpace("✓ Response forwarded to the Home Office, 9 August 2018"
                        + "✓ Response forwarded to HMICFRS, 10 August 2018"
                        + "✓ Response published on the OPCCN website, 11 August 2018"
                        + "✓ Response forwarded to Chief Constable, 12 August 2018"
                        + "✓ Response forwarded to Police and Crime Panel, 13 August 2018"));
    }

    @Test
    @DisplayName("has its page For Office Use Only in the record copy alone, which leaves all else as it was approved")
    void recordCopy() {
        String approved = text(DOCUMENTS.html(TheForm.invented()));
        List<OfficeUse> boxes =
                List.of(new OfficeUse("Sent", LocalDate.of(2026, 4, 1)), new OfficeUse("Published", null));
        String record = text(DOCUMENTS.recordCopy(approved.getBytes(StandardCharsets.UTF_8), boxes));

        assertThat(approved).doesNotContain("Office Use Only");
        Document page = Jsoup.parse(record);
        assertThat(page.select(".office-use li").eachText()).containsExactly("✓ Sent, 1 April 2026", "☐ Published");
        int inserted = record.indexOf("<section class=\"office-use\">");
        assertThat(record).startsWith(approved.substring(0, inserted)).endsWith(approved.substring(inserted));
    }

    @ParameterizedTest(
            name = "is the same in {0} byte for byte whenever it is rendered, and has no time of rendering in it")
    @EnumSource
    void sameBytes(Format format) throws IOException {
        byte[] once = DOCUMENTS.in(format, DOCUMENTS.html(TheForm.invented()));
        Documents later = new Documents(TheForm.office());

        assertThat(later.in(format, later.html(TheForm.invented()))).isEqualTo(once);
        if (format == Format.PDF) {
            try (PDDocument pdf = Loader.loadPDF(once)) {
                assertThat(pdf.getDocumentInformation().getCreationDate()).isNull();
                assertThat(new String(pdf.getDocumentCatalog().getMetadata().toByteArray(), StandardCharsets.UTF_8))
                        .doesNotContain("Date>");
            }
        }
    }

    static Stream<Response> everyKindOfResponse() {
        String longWord = "x".repeat(100_000);
        List<Response.Answer> sixty = IntStream.rangeClosed(1, 60)
                .mapToObj(number -> new Response.Answer(number, "Do " + number + ".", number % 2 == 0, HOSTILE))
                .toList();
        return Stream.of(
                TheForm.invented(),
                TheForm.inColumns(),
                TheForm.withItems(12),
                with(HOSTILE, "", List.of()),
                with(longWord, HOSTILE, sixty),
                with(
                        "\u202Eabc\u202C \u200Bzero\u200D \u05E2\u05D1\u05E8\u05D9\u05EA \u0627\u0644\u0639 \uD83E\uDDD1\u200D\u2696\uFE0F \uD55C \uE000 \u0007 \uD800",
                        "",
                        List.of()));
    }

    private static Response with(String text, String title, List<Response.Answer> answers) {
        return new Response("T" + title, LocalDate.of(2026, 3, 21), "Other Inspection", text, text, text, answers);
    }

    @ParameterizedTest
    @MethodSource("everyKindOfResponse")
    @DisplayName("is PDF/UA-1 whatever was typed")
    void pdfUa(Response response) throws Exception {
        byte[] record = DOCUMENTS.recordCopy(DOCUMENTS.html(response), TheForm.ticked());
        for (byte[] html : List.of(DOCUMENTS.html(response), record)) {
            try (PDFAParser parser = Foundries.defaultInstance()
                    .createParser(new ByteArrayInputStream(DOCUMENTS.in(Format.PDF, html)), PDFAFlavour.PDFUA_1)) {
                var result = Foundries.defaultInstance()
                        .createValidator(PDFAFlavour.PDFUA_1, false)
                        .validate(parser);
                assertThat(result.getTestAssertions().stream()
                                .filter(assertion -> assertion.getStatus() == TestAssertion.Status.FAILED)
                                .map(assertion -> assertion.getRuleId().getClause() + " " + assertion.getMessage())
                                .distinct())
                        .isEmpty();
                assertThat(result.isCompliant()).isTrue();
            }
        }
    }

    @ParameterizedTest(name = "shows what was typed as it was typed, and runs none of it, in {0}")
    @EnumSource
    void typedTextIsText(Format format) {
        byte[] html =
                DOCUMENTS.html(with(HOSTILE, " " + HOSTILE, List.of(new Response.Answer(1, HOSTILE, true, HOSTILE))));
        String read = withoutSpace(TheForm.textIn(format, DOCUMENTS.in(format, html)));

        assertThat(read.split(Pattern.quote(withoutSpace(HOSTILE)), -1)).hasSize(7);
        assertThat(read).doesNotContain("49");
        assertThat(Jsoup.parse(text(html)).select("script, img, b, [onerror], iframe"))
                .isEmpty();
    }

    @ParameterizedTest(name = "keeps a word of 100,000 letters whole in {0}")
    @EnumSource
    void longWord(Format format) {
        byte[] html = DOCUMENTS.html(with("x".repeat(100_000), "", List.of()));
        assertThat(TheForm.textIn(format, DOCUMENTS.in(format, html))
                        .chars()
                        .filter(c -> c == 'x')
                        .count())
                .isEqualTo(300_000);
    }

    @Test
    @DisplayName("keeps everything inside the margins of its pages, also a word without end")
    void insideThePage() throws IOException {
        byte[] html = DOCUMENTS.html(with("W".repeat(10_000), "W".repeat(290), List.of()));
        List<TextPosition> outside = new ArrayList<>();
        try (PDDocument pdf = Loader.loadPDF(DOCUMENTS.in(Format.PDF, html))) {
            new PDFTextStripper() {
                @Override
                protected void processTextPosition(TextPosition text) {
                    if (text.getX() < 60 || text.getEndX() > text.getPageWidth() - 60 || text.getY() > 830) {
                        outside.add(text);
                    }
                }
            }.getText(pdf);
        }
        assertThat(outside).isEmpty();
    }

    @Test
    @DisplayName("keeps joiners and right-to-left characters, and has nothing of what nobody can read")
    void unusualCharacters() throws IOException {
        String typed = "ab\u200Dc \u202Ed\u202C \u05E9\u05DC\u05D5\u05DD";
        byte[] html = DOCUMENTS.html(with(typed + "\uFFFD\u200B \u0006\uD800.", "", List.of()));

        assertThat(TheForm.textIn(Format.HTML, html)).contains(typed + " .").doesNotContain("\uFFFD");
        assertThat(TheForm.textIn(Format.WORD, DOCUMENTS.in(Format.WORD, html))).contains(typed + " .");
        assertThat(TheForm.textIn(Format.PDF, DOCUMENTS.in(Format.PDF, html))).contains("\u05E9\u05DC\u05D5\u05DD");
    }

    @ParameterizedTest(name = "has the space before a link, and between the columns of a pasted table, in {0}")
    @EnumSource
    void spaces(Format format) {
        String typed =
                "see https://a.example/b or\u00A0https://a.example/c, and\nArea\tGrade\n1. see https://a.example/d";
        String read = TheForm.textIn(format, DOCUMENTS.in(format, DOCUMENTS.html(with(typed, "", List.of()))));
        assertThat(read.replaceAll("[ \u00A0]+", " "))
                .contains(
                        "see https://a.example/b or https://a.example/c, and", "Area Grade", "see https://a.example/d");
    }

    @Test
    @DisplayName("has room in the PDF for the numbers of a long list")
    void longList() throws IOException {
        String typed = IntStream.rangeClosed(1, 120)
                .mapToObj(number -> number + ". Item")
                .collect(Collectors.joining("\n"));
        byte[] html = DOCUMENTS.html(with(typed, "", List.of()));
        List<Float> begins = new ArrayList<>();
        try (PDDocument pdf = Loader.loadPDF(DOCUMENTS.in(Format.PDF, html))) {
            new PDFTextStripper() {
                @Override
                protected void writeString(String text, List<TextPosition> positions) {
                    if (text.matches("1[0-2]\\d\\..*")) {
                        begins.add(positions.get(0).getX());
                    }
                }
            }.getText(pdf);
        }
        // The margin of 22 mm.
        assertThat(begins)
                .hasSizeGreaterThanOrEqualTo(20)
                .allSatisfy(x -> assertThat(x).isGreaterThan(62));
    }

    @Test
    @DisplayName("has in the PDF the letters that were typed, so that a search for a word finds it")
    void letters() throws IOException {
        String typed = "The Office finds the staffing of five flats insufficient: Æthelflæd, ﬁ as fi, Zdeněk, e\u0301.";
        byte[] html = DOCUMENTS.html(with(typed, "", List.of()));

        try (PDDocument pdf = Loader.loadPDF(DOCUMENTS.in(Format.PDF, html))) {
            StringBuilder letters = new StringBuilder();
            new PDFTextStripper() {
                @Override
                protected void processTextPosition(TextPosition text) {
                    letters.append(text.getUnicode());
                }
            }.getText(pdf);
            assertThat(withoutSpace(letters.toString()))
                    .contains(withoutSpace(typed.replace("e\u0301", "\u00E9").replace("ﬁ", "fi")));
        }
    }

    @Test
    @DisplayName("has in the PDF a title, its language, tags, bookmarks for the headings, links and embedded fonts")
    void pdf() throws IOException {
        try (PDDocument pdf = Loader.loadPDF(DOCUMENTS.in(Format.PDF, DOCUMENTS.html(TheForm.invented())))) {
            assertThat(pdf.getDocumentInformation().getTitle())
                    .isEqualTo("Response to Calls at night – how forces answer");
            assertThat(pdf.getDocumentCatalog().getLanguage()).isEqualTo("en-GB");
            assertThat(pdf.getDocumentCatalog().getMarkInfo().isMarked()).isTrue();
            List<String> bookmarks = new ArrayList<>();
            for (PDOutlineItem item :
                    pdf.getDocumentCatalog().getDocumentOutline().children()) {
                bookmarks.add(item.getTitle());
            }
            assertThat(bookmarks).hasSize(6).contains("KEY FINDINGS:", "Recommendation 1", "Recommendation 2");
            List<String> fonts = new ArrayList<>();
            for (PDPage page : pdf.getPages()) {
                for (var name : page.getResources().getFontNames()) {
                    assertThat(page.getResources().getFont(name).isEmbedded()).isTrue();
                    fonts.add(page.getResources().getFont(name).getName());
                }
            }
            assertThat(fonts).isNotEmpty();
            assertThat(pdf.getPage(0).getAnnotations(PDAnnotationLink.class::isInstance))
                    .hasSize(1)
                    .first()
                    .extracting(link -> link.getContents())
                    .isEqualTo("https://inspectorate.example/calls?year=2026&force=all");
        }
    }

    @Test
    @DisplayName("has in Word its own headings, lists that count for themselves, links, the language and the title")
    void word() throws Exception {
        Response twoLists =
                with("1. one\n2. two\n\nand\n\n7. seven\n8. eight\n- dash\n\nhttps://office.example/x", "", List.of());
        byte[] file = DOCUMENTS.in(Format.WORD, DOCUMENTS.html(twoLists));
        WordprocessingMLPackage word = WordprocessingMLPackage.load(new ByteArrayInputStream(file));
        MainDocumentPart main = word.getMainDocumentPart();

        assertThat(styled(main, "Heading1")).isEqualTo(1);
        assertThat(styled(main, "Heading2")).isEqualTo(3);
        assertThat(styled(main, "ListBullet")).isEqualTo(3);
        assertThat(styled(main, "ListNumber")).isEqualTo(12);
        var numberings = main.getNumberingDefinitionsPart().getJaxbElement().getNum().stream()
                .filter(num -> !num.getLvlOverride().isEmpty())
                .map(num ->
                        num.getLvlOverride().get(0).getStartOverride().getVal().intValue())
                .toList();
        assertThat(numberings).containsExactly(1, 7, 1, 7, 1, 7);
        assertThat(main.getRelationshipsPart().getJaxbElement().getRelationship())
                .filteredOn(relationship -> "External".equals(relationship.getTargetMode()))
                .extracting(relationship -> relationship.getTarget())
                .containsOnly("https://office.example/x");
        assertThat(main.getStyleDefinitionsPart()
                        .getJaxbElement()
                        .getDocDefaults()
                        .getRPrDefault()
                        .getRPr()
                        .getLang()
                        .getVal())
                .isEqualTo("en-GB");
        assertThat(word.getDocPropsCorePart()
                        .getJaxbElement()
                        .getTitle()
                        .getValue()
                        .getContent())
                .containsExactly("Response to T");
    }

    @Test
    @DisplayName("has a table in HTML with its headers, and headings that skip no level")
    void tableInHtml() {
        Document page = Jsoup.parse(text(DOCUMENTS.html(TheForm.inColumns())));

        Element grades = page.select(".columns").get(0);
        assertThat(grades.select("thead th[scope=col]").eachText()).containsExactly("Area", "Grade");
        assertThat(grades.select("tbody tr")).hasSize(2);
        Element figures = page.select(".columns").get(1);
        assertThat(figures.select("thead th[scope=col]").eachText()).containsExactly("2018/19", "2019/20");
        assertThat(figures.select("tbody th[scope=row]").eachText()).containsExactly("Breath tests", "Crime");
        assertThat(figures.select("th, td").eachText()).contains("425,325", "7%", "412 of them 9 at night");
        assertThat(page.select(".wide").eachAttr("aria-label"))
                .containsExactly(
                        "Table: AFI, Lead, Action, By, RAG",
                        "Table: a, b, c, d, e, f, g, h, i, j, k, l",
                        "Table: AFI, Lead, Action, By, RAG");
        List<Integer> levels = page.select("h1, h2, h3, h4, h5, h6").stream()
                .map(heading -> heading.normalName().charAt(1) - '0')
                .toList();
        assertThat(levels).containsExactly(1, 2, 3, 4, 2, 2, 3, 3, 4, 4, 5, 6);
    }

    @Test
    @DisplayName("has a table in the PDF with tagged headers, typed headings among its tags and bookmarks")
    void tableInPdf() throws IOException {
        try (PDDocument pdf = Loader.loadPDF(DOCUMENTS.in(Format.PDF, DOCUMENTS.html(TheForm.inColumns())))) {
            List<String> tags = new ArrayList<>();
            addTags(pdf.getDocumentCatalog().getStructureTreeRoot(), tags);
            assertThat(tags).contains("H3", "H4", "H5", "H6", "Table", "THead", "TBody", "TR", "TD");
            // Of the form's own table, and of each that was typed.
            assertThat(tags.stream().filter("TH"::equals)).hasSize(3 + 2 + 4 + 5 + 12 + 3 + 2 + 5);
            List<String> bookmarks = new ArrayList<>();
            for (PDOutlineItem item :
                    pdf.getDocumentCatalog().getDocumentOutline().children()) {
                bookmarks.add(item.getTitle());
            }
            assertThat(bookmarks).contains("Grades", "Use of force");
        }
    }

    private static void addTags(PDStructureNode node, List<String> tags) {
        for (Object kid : node.getKids()) {
            if (kid instanceof PDStructureElement element) {
                tags.add(element.getStructureType());
                addTags(element, tags);
            }
        }
    }

    @Test
    @DisplayName(
            "has a table in Word of which the header row comes again on each page, and typed headings in its styles")
    void tableInWord() throws Exception {
        byte[] file = DOCUMENTS.in(Format.WORD, DOCUMENTS.html(TheForm.inColumns()));
        try (XWPFDocument word = new XWPFDocument(new ByteArrayInputStream(file))) {
            assertThat(word.getTables()).hasSize(8);
            XWPFTable grades = word.getTables().get(1);
            assertThat(grades.getRow(0).isRepeatHeader()).isTrue();
            assertThat(grades.getRow(1).isRepeatHeader()).isFalse();
            assertThat(grades.getText()).contains("Area\tGrade\nRecording data about crime\tGood\n");
            assertThat(grades.getCTTbl().getTblGrid().sizeOfGridColArray()).isEqualTo(2);
            XWPFTable actions = word.getTables().get(3);
            assertThat(actions.getRow(2).getTableCells()).hasSize(5);
            assertThat(actions.getRow(1).getCell(3).getText()).isEqualTo("31/03/2025");
            for (int at = 1; at < word.getBodyElements().size(); at++) {
                assertThat(word.getBodyElements().get(at - 1) instanceof XWPFTable
                                && word.getBodyElements().get(at) instanceof XWPFTable)
                        .isFalse();
            }
        }
        MainDocumentPart main =
                WordprocessingMLPackage.load(new ByteArrayInputStream(file)).getMainDocumentPart();
        assertThat(styled(main, "Heading5")).isEqualTo(1);
        assertThat(styled(main, "Heading6")).isEqualTo(1);
        assertThat(main.getNumberingDefinitionsPart().getJaxbElement().getNum().stream()
                        .filter(num -> !num.getLvlOverride().isEmpty())
                        .map(num -> num.getLvlOverride()
                                .get(0)
                                .getStartOverride()
                                .getVal()
                                .intValue()))
                .containsExactly(4, 6, 9);
    }

    @Test
    @DisplayName("has the numbers of a list as they were typed, and figures before words, in HTML and PDF")
    void numbers() {
        byte[] html = DOCUMENTS.html(TheForm.inColumns());
        assertThat(Jsoup.parse(text(html)).select("ol").outerHtml())
                .contains("<ol start=\"4\">", "<li class=\"typed\" value=\"6\">", "<li class=\"typed\" value=\"9\">");
        assertThat(TheForm.textIn(Format.PDF, DOCUMENTS.in(Format.PDF, html)).replaceAll("[ \u00A0]+", " "))
                .containsPattern("4\\.\\s+6\\.\\s+7\\.\\s+9\\.")
                .contains("3. We act.", "7% of reported violent crimes", "98.2% of calls");
    }

    @ParameterizedTest(name = "loses no word of a text with headings, lists and tables, in {0}")
    @EnumSource
    void words(Format format) {
        Response response = TheForm.inColumns();
        Response.Answer answer = response.recommendations().get(0);
        String read = withoutSpace(TheForm.textIn(format, DOCUMENTS.in(format, DOCUMENTS.html(response))));

        Stream.of(
                        response.keyFindings(),
                        response.chiefConstable(),
                        response.localPolicingBody(),
                        answer.recommendation(),
                        answer.explanation())
                .flatMap(text -> Stream.of(text.split("[\\s|\"]+")))
                .filter(word -> !word.matches("#*|\u2022|[4679]\\."))
                .forEach(word -> assertThat(read).contains(word));
    }

    private static long styled(MainDocumentPart main, String style) {
        return main.getContent().stream()
                .filter(P.class::isInstance)
                .map(P.class::cast)
                .filter(paragraph -> paragraph.getPPr() != null
                        && paragraph.getPPr().getPStyle() != null
                        && paragraph.getPPr().getPStyle().getVal().equals(style))
                .count();
    }

    @ParameterizedTest(name = "of a report of {0} calls the inspectorate {1} Majesty''s")
    @CsvSource({"2018-07-19, Her", "2022-09-08, Her", "2022-09-09, His", "2026-03-02, His"})
    void sovereign(LocalDate published, String expected) {
        Response response = new Response("T", published, "Other Inspection", "", "", "", List.of());
        assertThat(text(DOCUMENTS.html(response))).contains("published by " + expected + " Majesty");
    }

    @Test
    @DisplayName("has the chief officer's comment on an item below it and above the answer, and who signed at its end")
    void items() {
        Document page = Jsoup.parse(text(DOCUMENTS.html(TheForm.withItems(4))));

        assertThat(page.select("section section").eachText())
                .containsExactly(
                        "Recommendation 7 The force should record case 1. Chief Constable's comment Comment 1. It is"
                                + " done. Status: in progress Target date: 2 December 2026 Action taken or proposed"
                                + " Answer 1. Owner: Head of Policy Target date: 31 January 2027",
                        "Cause of concern 1 The force does not tell victims what becomes of their case. Chief"
                                + " Constable's comment The chief officer has set up a board. Cause of concern 1,"
                                + " recommendation 2 The force should record case 2. Chief Constable's comment Status:"
                                + " not accepted Target date: 3 December 2026 Cause of concern 1, recommendation 4 The"
                                + " force should record case 4. Action taken or proposed Answer 2. Target date: 31"
                                + " January 2027",
                        "Cause of concern 1, recommendation 3 The force should record case 3. Chief Constable's"
                                + " comment Comment 3. It is done. Status: not applicable Owner: DCI Public Protection"
                                + " Target date: 4 December 2026 Action taken or proposed Answer 3. Owner: Head of"
                                + " Policy Target date: 31 January 2027");
        assertThat(page.select("h3").eachText()).containsExactly("Recommendation 7", "Cause of concern 1");
        assertThat(page.select("h4").eachText()).contains("Cause of concern 1, recommendation 2");
        assertThat(page.select("main > section").last().text())
                .isEqualTo("Signed by: Helen Marsh Title: Police and Crime Commissioner Date of Response: 13th April"
                        + " 2026");
    }

    @ParameterizedTest(name = "loses nothing of 43 items in {0}")
    @EnumSource
    void manyItems(Format format) {
        byte[] html = DOCUMENTS.html(TheForm.withItems(43));
        String read = withoutSpace(TheForm.textIn(format, DOCUMENTS.in(format, html)));

        assertThat(read)
                .contains(IntStream.rangeClosed(1, 43)
                        .mapToObj(number -> "Theforceshouldrecordcase" + number + ".")
                        .toList())
                .contains("Comment43.", "Owner:DCIPublicProtection", "Signedby:HelenMarsh");
        assertThat(read.split("DateofResponse:13thApril2026", -1)).hasSize(2);
    }

    @Test
    @DisplayName("says that the Chief Constable submitted no comments, where that is so")
    void noComments() {
        Response response = new Response("T", LocalDate.of(2026, 3, 2), "Other Inspection", "F", null, "R", List.of());
        assertThat(text(DOCUMENTS.html(response))).contains("The Chief Constable submitted no comments.");
    }

    @Test
    @DisplayName("is another office's by its configuration alone")
    void anotherOffice() {
        Office mayor = new Office(
                "Mayor's Office",
                new Office.Document(
                        400,
                        "The Mayor's response",
                        "The Act",
                        "COMMISSIONER:",
                        "None.",
                        "MAYOR:",
                        "Comment",
                        "{title}"));
        Document page = Jsoup.parse(text(new Documents(mayor).html(TheForm.invented())));

        assertThat(page.select("h1, h2").eachText())
                .containsExactly("The Mayor's response", "KEY FINDINGS:", "COMMISSIONER:", "MAYOR:");
        assertThat(page.text()).doesNotContain("Norfolk", "PCC");
        assertThat(page.select("meta[name=author]").attr("content")).isEqualTo("Mayor's Office");
    }

    @ParameterizedTest(name = "writes {0} as {1}")
    @CsvSource({
        "2018-07-01, 1st July 2018",
        "2018-07-02, 2nd July 2018",
        "2018-07-03, 3rd July 2018",
        "2018-07-04, 4th July 2018",
        "2018-07-11, 11th July 2018",
        "2018-07-12, 12th July 2018",
        "2018-07-13, 13th July 2018",
        "2018-07-19, 19th July 2018",
        "2018-07-21, 21st July 2018",
        "2018-07-22, 22nd July 2018",
        "2018-07-23, 23rd July 2018",
        "2018-07-31, 31st July 2018"
    })
    void ordinals(LocalDate published, String expected) {
        Response response = new Response("T", published, "Other Inspection", "", "", "", List.of());
        assertThat(Jsoup.parse(text(DOCUMENTS.html(response)))
                        .select("td")
                        .get(1)
                        .text())
                .isEqualTo(expected);
    }

    private static String text(byte[] html) {
        return new String(html, StandardCharsets.UTF_8);
    }

    private static String withoutSpace(String text) {
        return text.replaceAll("\\s+", "");
    }

    /** Without white space and the marks of lists, which a reader sees but not every reader copies. */
    private static String withoutMarks(String text) {
        return withoutSpace(text.replaceAll("(?m)^\\s*(?:[-•]|\\d\\.)\\s+", ""));
    }
}
