package uk.opcc.inspectionresponse.publishing.document;

import java.io.IOException;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;

/** Makes the documentation's pictures of the response's pages anew: run it after a change of the template. */
public final class DocumentPictures {

    private static final int DOTS_PER_INCH = 80;

    private DocumentPictures() {}

    /** Writes {@code response-page.png} and {@code office-use-page.png}. */
    public static void main(String[] arguments) throws IOException {
        Documents documents = new Documents(TheForm.office());
        byte[] record = documents.recordCopy(documents.html(TheForm.invented()), TheForm.ticked());
        try (PDDocument pdf = Loader.loadPDF(documents.in(Format.PDF, record))) {
            write(pdf, 0, "response-page.png");
            write(pdf, pdf.getNumberOfPages() - 1, "office-use-page.png");
        }
    }

    private static void write(PDDocument pdf, int page, String name) throws IOException {
        ImageIO.write(
                new PDFRenderer(pdf).renderImageWithDPI(page, DOTS_PER_INCH, ImageType.RGB),
                "png",
                Path.of("docs/images", name).toFile());
    }
}
