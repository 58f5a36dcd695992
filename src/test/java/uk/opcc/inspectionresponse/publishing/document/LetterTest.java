package uk.opcc.inspectionresponse.publishing.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureNode;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;

@DisplayName("The response as a letter")
class LetterTest {

    private static final Documents DOCUMENTS = new Documents(TheForm.office());

    private static Documents withLetterhead;

    @BeforeAll
    static void begin(@TempDir Path folder) throws IOException {
        VeraGreenfieldFoundryProvider.initialise();
        Files.write(folder.resolve("letterhead.png"), TheForm.letterhead("png"));
        withLetterhead = TheForm.documents(folder);
    }

    @ParameterizedTest(name = "has the addressee, the date, the reference, the subject and who signs, in {0}")
    @EnumSource
    void parts(Format format) {
        byte[] html = DOCUMENTS.letter(TheForm.withItems(1), TheForm.letter());

        assertThat(inOneLine(TheForm.textIn(format, DOCUMENTS.in(format, html))))
                .containsSubsequence(
                        "OPCC Norfolk",
                        "Wymondham",
                        "The Home Secretary",
                        "2 Marsham Street",
                        "Date: 13 April 2026",
                        "Our reference: OPCCN/2026/14",
                        "Dear Home Secretary,",
                        "Response under section 55 of the Police Act 1996 to “After the call”",
                        "Section 55 of the Police Act 1996",
                        "After the call",
                        "2 March 2026",
                        "PEEL Inspection",
                        "Inspectors found this.",
                        "We accept it.",
                        "I welcome it.",
                        "Recommendation 7",
                        "The force should record case 1.",
                        "Comment 1.",
                        "Action taken or proposed",
                        "Answer 1.",
                        "Yours sincerely,",
                        "Helen Marsh",
                        "Police and Crime Commissioner")
                .doesNotContain("Office Use Only");
    }

    @ParameterizedTest(name = "says of {0} items all that the response says of them, in each format")
    @ValueSource(ints = {1, 12, 43})
    void sameBlocks(int items) {
        Response response = TheForm.withItems(items);
        Document form = Jsoup.parse(text(DOCUMENTS.html(response)));
        Document letter = Jsoup.parse(text(DOCUMENTS.letter(response, TheForm.letter())));

        assertThat(letter.select("section").outerHtml())
                .isEqualTo(form.select("section:not(.signature)").outerHtml());
        for (Format format : Format.values()) {
            String read = inOneLine(
                    TheForm.textIn(format, DOCUMENTS.in(format, DOCUMENTS.letter(response, TheForm.letter()))));
            for (int number = 1; number <= items; number++) {
                assertThat(read).contains("The force should record case " + number + ".");
            }
        }
    }

    static Stream<Response> everyKindOfResponse() {
        return Stream.concat(
                Stream.of(TheForm.withItems(1), TheForm.withItems(43)), DocumentsTest.everyKindOfResponse());
    }

    @ParameterizedTest
    @MethodSource("everyKindOfResponse")
    @DisplayName("is PDF/UA-1 whatever was typed, with a picture above it and without")
    void pdfUa(Response response) throws Exception {
        for (Documents documents : List.of(DOCUMENTS, withLetterhead)) {
            byte[] file = documents.in(Format.PDF, documents.letter(response, TheForm.letter()));
            try (PDFAParser parser =
                    Foundries.defaultInstance().createParser(new ByteArrayInputStream(file), PDFAFlavour.PDFUA_1)) {
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

    @ParameterizedTest(name = "has the picture of the letterhead with its alternative text in {0}")
    @EnumSource
    void picture(Format format) throws Exception {
        byte[] html = withLetterhead.letter(TheForm.withItems(1), TheForm.letter());
        byte[] file = withLetterhead.in(format, html);
        switch (format) {
            case HTML -> {
                var image = Jsoup.parse(text(file)).selectFirst("main > .letterhead img");
                assertThat(image.attr("src")).startsWith("data:image/png;base64,");
                assertThat(image.attr("alt")).isEqualTo("OPCC Norfolk");
                // 900 by 180 pixels, in the room that is there.
                assertThat(image.attr("width") + " by " + image.attr("height")).isEqualTo("565 by 113");
            }
            case PDF -> {
                try (PDDocument pdf = Loader.loadPDF(file)) {
                    List<String> described = new ArrayList<>();
                    figures(pdf.getDocumentCatalog().getStructureTreeRoot(), described);
                    assertThat(described).containsExactly("OPCC Norfolk");
                    assertThat(pdf.getPage(0).getResources().getXObjectNames()).hasSize(1);
                }
            }
            case WORD -> {
                try (XWPFDocument word = new XWPFDocument(new ByteArrayInputStream(file))) {
                    assertThat(word.getAllPictures()).hasSize(1);
                    assertThat(word.getAllPictures().get(0).getData()).isEqualTo(TheForm.letterhead("png"));
                    assertThat(word.getDocument().xmlText()).contains("descr=\"OPCC Norfolk\"");
                }
            }
        }
    }

    private static void figures(PDStructureNode node, List<String> described) {
        for (Object kid : node.getKids()) {
            if (kid instanceof PDStructureElement element) {
                if (element.getStructureType().equals("Figure")) {
                    described.add(element.getCOSObject().getString(COSName.ALT));
                }
                figures(element, described);
            }
        }
    }

    @ParameterizedTest(name = "is the same in {0} byte for byte whenever it is rendered")
    @EnumSource
    void sameBytes(Format format) {
        Response response = TheForm.withItems(12);
        byte[] once = withLetterhead.in(format, withLetterhead.letter(response, TheForm.letter()));

        assertThat(withLetterhead.in(format, withLetterhead.letter(response, TheForm.letter())))
                .isEqualTo(once);
    }

    @Test
    @DisplayName("names the law of the report where that is another one, and section 55 nowhere")
    void otherLaw() {
        Response response = TheForm.withItems(1).under("Section 29A of the Police Reform Act 2002 asks for it");
        Document letter = Jsoup.parse(text(DOCUMENTS.letter(response, TheForm.letter())));

        assertThat(letter.select("h1").text()).isEqualTo("Response to “After the call”");
        assertThat(letter.title()).isEqualTo("Response to “After the call”");
        assertThat(letter.text()).contains("Section 29A").doesNotContain("ection 55");
    }

    @Test
    @DisplayName("that nobody has signed is from the office and has no date; with a title alone it has that")
    void unsigned() {
        Response response = TheForm.invented();
        Document letter = Jsoup.parse(text(DOCUMENTS.letter(response, TheForm.letter())));
        assertThat(letter.select(".signatory").eachText()).containsExactly("OPCC Norfolk");
        assertThat(letter.select(".date").text()).isEqualTo("Our reference: OPCCN/2026/14");

        Document byTitle = Jsoup.parse(text(DOCUMENTS.letter(
                response.signed(new Response.Signature(null, "The Mayor", LocalDate.of(2026, 4, 1))),
                TheForm.letter())));
        assertThat(byTitle.select(".signatory").eachText()).containsExactly("The Mayor");
        assertThat(byTitle.select(".date").text()).startsWith("Date: 1 April 2026");
    }

    private static String text(byte[] html) {
        return new String(html, StandardCharsets.UTF_8);
    }

    private static String inOneLine(String text) {
        return text.replaceAll("[\\s\\u00A0]+", " ");
    }
}
