package uk.opcc.inspectionresponse.publishing.document;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.slf4j.LoggerFactory;

/**
 * Measures how fast the documents are rendered, and how much memory that takes: {@code mvn -Pbenchmark verify}. Times
 * depend on the machine; the ratios less so. The record copy is measured as it is made now and, beside it, with all
 * pages set again, as it was made before.
 */
public final class DocumentsBenchmark {

    private static final int ROUNDS = 5;
    private static final String BASE = "html";
    private static final List<OfficeUse> BOXES =
            List.of(new OfficeUse("Response forwarded to the Home Office", LocalDate.of(2026, 4, 1)));
    private static final String PARAGRAPH = "Forces should say by the end of the year how they will record, review and"
            + " publish what they find, so that people in every part of the county can see what has changed. ";

    private DocumentsBenchmark() {}

    /** Prints a table. */
    public static void main(String[] arguments) {
        ((Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME)).setLevel(Level.ERROR);
        PrintStream out = System.out;
        out.println("| pages | what | ms, p50 | CPU ms, p50 | CPU ms, range | MB allocated | CPU of HTML's |");
        out.println("| --- | --- | --- | --- | --- | --- | --- |");
        // As many documents a round as let the compiler of the JVM do its work, and a person wait for the end.
        print(out, response(2), 20);
        print(out, response(116), 5);
        print(out, response(1_000), 1);
    }

    private static void print(PrintStream out, Response response, int each) {
        Documents documents = new Documents(TheForm.office());
        byte[] html = documents.html(response);
        byte[] pdf = documents.in(Format.PDF, html);
        Map<String, Supplier<byte[]>> work = new LinkedHashMap<>();
        work.put(BASE, () -> documents.html(response));
        work.put("pdf", () -> documents.in(Format.PDF, html));
        work.put("docx", () -> documents.in(Format.WORD, html));
        work.put("record.pdf", () -> documents.recordCopy(html, pdf, BOXES).orElseThrow());
        work.put("record.pdf, all pages", () -> documents.in(Format.PDF, documents.recordCopy(html, BOXES)));
        Map<String, Measured> measured = new LinkedHashMap<>();
        work.keySet().forEach(what -> measured.put(what, new Measured(ROUNDS * each)));
        for (int round = -2; round < ROUNDS; round++) {
            int index = round * each;
            work.forEach((what, rendered) -> {
                for (int i = index; i < index + each; i++) {
                    measured.get(what).measure(i, rendered);
                }
            });
        }
        double base = measured.get(BASE).median(measured.get(BASE).processor);
        measured.forEach((what, times) -> out.printf(
                "| %d | %s | %.1f | %.1f | %.1f to %.1f | %.1f | %.1f |%n",
                documents.pages(pdf),
                what,
                times.median(times.wall),
                times.median(times.processor),
                times.processor[0] / 1e6,
                times.processor[times.processor.length - 1] / 1e6,
                times.allocated / 1e6 / times.wall.length,
                times.median(times.processor) / base));
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

    private static final class Measured {

        private static final com.sun.management.ThreadMXBean THREADS =
                (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();

        private final long[] wall;
        private final long[] processor;
        private long allocated;

        private Measured(int times) {
            wall = new long[times];
            processor = new long[times];
        }

        /** @param number below 0 to warm up */
        private void measure(int number, Supplier<byte[]> rendered) {
            long allocatedBefore = THREADS.getCurrentThreadAllocatedBytes();
            long processorBefore = THREADS.getCurrentThreadCpuTime();
            long begin = System.nanoTime();
            rendered.get();
            if (number >= 0) {
                wall[number] = System.nanoTime() - begin;
                processor[number] = THREADS.getCurrentThreadCpuTime() - processorBefore;
                allocated += THREADS.getCurrentThreadAllocatedBytes() - allocatedBefore;
            }
        }

        private double median(long[] nanoseconds) {
            Arrays.sort(nanoseconds);
            return nanoseconds[nanoseconds.length / 2] / 1e6;
        }
    }
}
