package uk.opcc.inspectionresponse.publishing.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;

@DisplayName("The record copy as PDF")
class RecordCopyTest {

    private static final Documents DOCUMENTS = new Documents(TheForm.office());
    private static final List<OfficeUse> BOXES = List.of(
            new OfficeUse("Response forwarded to the Home Office", LocalDate.of(2018, 9, 10)),
            new OfficeUse("Response forwarded to HMICFRS", null));

    private final byte[] html = DOCUMENTS.html(new Response(
            "Custody",
            LocalDate.of(2018, 7, 19),
            "Thematic Inspection",
            "Findings: https://example.org",
            null,
            "The office answers.\n\nIt goes on. ".repeat(150),
            List.of(new Response.Answer(1, "Record more.", true, "It is done."))));
    private final byte[] approved = DOCUMENTS.in(Format.PDF, html);
    private final byte[] copy = DOCUMENTS.recordCopy(html, approved, BOXES).orElseThrow();

    @Test
    @DisplayName("begins with what was approved, byte for byte")
    void beginsWithWhatWasApproved() {
        assertThat(Arrays.copyOf(copy, approved.length)).isEqualTo(approved);
    }

    @Test
    @DisplayName("has the page For Office Use Only as its last, with its number and its bookmark")
    void hasThePageForOfficeUse() throws IOException {
        try (PDDocument pdf = Loader.loadPDF(copy)) {
            int pages = DOCUMENTS.pages(approved) + 1;
            assertThat(pdf.getNumberOfPages()).isEqualTo(pages);
            PDFTextStripper last = new PDFTextStripper();
            last.setStartPage(pages);
            assertThat(last.getText(pdf))
                    .contains("For Office Use Only:")
                    .contains("✓ Response forwarded to the Home Office, 10 September 2018")
                    .contains("☐ Response forwarded to HMICFRS")
                    .contains("Page " + pages + " of " + pages)
                    .doesNotContain("The office answers");
            PDPage target =
                    pdf.getDocumentCatalog().getDocumentOutline().getLastChild().findDestinationPage(pdf);
            assertThat(pdf.getPages().indexOf(target)).isEqualTo(pages - 1);
        }
    }

    @Test
    @DisplayName("is PDF/UA, as what was approved is")
    void isAccessible() throws Exception {
        VeraGreenfieldFoundryProvider.initialise();
        try (PDFAParser parser =
                Foundries.defaultInstance().createParser(new ByteArrayInputStream(copy), PDFAFlavour.PDFUA_1)) {
            assertThat(Foundries.defaultInstance()
                            .createValidator(PDFAFlavour.PDFUA_1, false)
                            .validate(parser)
                            .getTestAssertions())
                    .extracting(TestAssertion::getMessage)
                    .isEmpty();
        }
    }

    @Test
    @DisplayName("is the same file each time that it is made of the same boxes")
    void isTheSameFile() {
        assertThat(DOCUMENTS.recordCopy(html, approved, BOXES)).hasValue(copy);
    }

    @Test
    @DisplayName("is not made of a PDF without tags, nor of what is no PDF")
    void isNotMadeOfOthers() throws IOException {
        ByteArrayOutputStream untagged = new ByteArrayOutputStream();
        try (PDDocument pdf = new PDDocument()) {
            pdf.addPage(new PDPage());
            pdf.save(untagged);
        }
        assertThat(DOCUMENTS.recordCopy(html, untagged.toByteArray(), BOXES)).isEmpty();
        assertThat(DOCUMENTS.recordCopy(html, new byte[] {1, 2, 3}, BOXES)).isEmpty();
    }
}
