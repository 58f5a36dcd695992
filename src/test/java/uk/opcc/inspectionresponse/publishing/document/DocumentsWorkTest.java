package uk.opcc.inspectionresponse.publishing.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.time.LocalDate;
import java.util.List;
import java.util.function.ToLongFunction;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The libraries that set pages and write Word files have ways that take quadratic time: these are not taken. */
@DisplayName("Documents of a text that is four times as long")
class DocumentsWorkTest {

    private static final Documents DOCUMENTS = new Documents(TheForm.office());
    private static final com.sun.management.ThreadMXBean THREADS =
            (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();

    @ParameterizedTest(name = "take about four times the work as PDF where it is \"{0}\" again and again")
    @ValueSource(strings = {"-", "x", "\u4e2d"})
    void pdf(String repeated) {
        // Memory that was asked for: here it is copies of texts that grow too fast, and it is counted exactly.
        assertThat(growth(repeated, 40_000, Format.PDF, THREADS::getThreadAllocatedBytes))
                .isLessThan(6);
    }

    @Test
    @DisplayName("take about four times the work as Word file where it is numbered lists")
    void word() {
        assertThat(growth("1. a\n\n", 20_000, Format.WORD, thread -> THREADS.getCurrentThreadCpuTime()))
                .isLessThan(8);
    }

    private static double growth(String repeated, int length, Format format, ToLongFunction<Long> work) {
        work(repeated, length, format, work);
        return (double) work(repeated, 4 * length, format, work) / work(repeated, length, format, work);
    }

    private static long work(String repeated, int length, Format format, ToLongFunction<Long> work) {
        byte[] html = DOCUMENTS.html(new Response(
                "Custody",
                LocalDate.of(2026, 3, 2),
                "PEEL Inspection",
                null,
                null,
                repeated.repeat(length / repeated.length()),
                List.of()));
        long thread = Thread.currentThread().getId();
        long before = work.applyAsLong(thread);
        DOCUMENTS.in(format, html);
        return work.applyAsLong(thread) - before;
    }
}
