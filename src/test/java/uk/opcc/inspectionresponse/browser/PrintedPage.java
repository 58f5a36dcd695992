package uk.opcc.inspectionresponse.browser;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;

/** The first sheet of a page of a browser as a printer has it. */
final class PrintedPage {

    private static final int DOTS_PER_INCH = 80;

    private PrintedPage() {}

    static void write(Page page, Path file) {
        byte[] sheets = page.pdf(new Page.PdfOptions().setPreferCSSPageSize(true));
        try (PDDocument pdf = Loader.loadPDF(sheets)) {
            ImageIO.write(
                    new PDFRenderer(pdf).renderImageWithDPI(0, DOTS_PER_INCH, ImageType.RGB), "png", file.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
