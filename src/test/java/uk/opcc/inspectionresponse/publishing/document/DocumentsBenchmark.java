package uk.opcc.inspectionresponse.publishing.document;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.slf4j.LoggerFactory;

/**
 * Measures how fast the documents are rendered, and how much memory that takes: {@code mvn -Pbenchmark verify}. Times
 * depend on the machine; the ratios between formats and lengths less so.
 */
public final class DocumentsBenchmark {

    private static final int WARM_UP = 30;
    private static final int MEASURED = 120;
    private static final String PARAGRAPH = "Forces should say by the end of the year how they will record, review and"
            + " publish what they find, so that people in every part of the county can see what has changed. ";

    private DocumentsBenchmark() {}

    /** Prints a table. */
    public static void main(String[] arguments) throws IOException {
        ((Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME)).setLevel(Level.ERROR);
        Documents documents = new Documents(TheForm.office());
        PrintStream out = System.out;
        out.println(
                "| pages | format | documents a second | p50 ms | p99 ms | MB allocated a document | of HTML's time |");
        out.println("| --- | --- | --- | --- | --- | --- | --- |");
        for (int answers : new int[] {2, 116}) {
            Response response = response(answers);
            int pages = pages(documents, response);
            double html = 0;
            for (Format format : Format.values()) {
                Result result = measure(documents, response, format);
                html = format == Format.HTML ? result.p50() : html;
                out.printf(
                        "| %d | %s | %.0f | %.1f | %.1f | %.1f | %.0f |%n",
                        pages,
                        format.extension(),
                        result.perSecond(),
                        result.p50(),
                        result.p99(),
                        result.megabytes(),
                        result.p50() / html);
            }
        }
    }

    private static Result measure(Documents documents, Response response, Format format) {
        for (int i = 0; i < WARM_UP; i++) {
            documents.in(format, documents.html(response));
        }
        var threads = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
        long[] nanoseconds = new long[MEASURED];
        long allocatedBefore = threads.getCurrentThreadAllocatedBytes();
        for (int i = 0; i < MEASURED; i++) {
            long begin = System.nanoTime();
            documents.in(format, documents.html(response));
            nanoseconds[i] = System.nanoTime() - begin;
        }
        long allocated = threads.getCurrentThreadAllocatedBytes() - allocatedBefore;
        double total = Arrays.stream(nanoseconds).sum() / 1e9;
        Arrays.sort(nanoseconds);
        return new Result(
                MEASURED / total,
                nanoseconds[MEASURED / 2] / 1e6,
                nanoseconds[MEASURED * 99 / 100] / 1e6,
                allocated / 1e6 / MEASURED);
    }

    private static int pages(Documents documents, Response response) throws IOException {
        try (PDDocument pdf = Loader.loadPDF(documents.in(Format.PDF, documents.html(response)))) {
            return pdf.getNumberOfPages();
        }
    }

    private static Response response(int answers) {
        String text = (PARAGRAPH.repeat(3) + "\n\n").repeat(2);
        return new Response(
                "A long report",
                LocalDate.of(2026, 3, 2),
                "Thematic Inspection",
                text,
                text,
                text,
                IntStream.rangeClosed(1, answers)
                        .mapToObj(number -> new Response.Answer(number, PARAGRAPH, true, text + "- one\n- two"))
                        .toList());
    }

    private record Result(double perSecond, double p50, double p99, double megabytes) {}
}
