package uk.opcc.inspectionresponse;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.List;
import java.util.function.Consumer;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/**
 * Holds a parser to work that grows with its input and no faster, on a stack that has no room for recursion by the
 * input's size.
 *
 * <p>The work is counted in the processor's time of the one thread that does it, which a busy machine does not lengthen
 * as it does the time on the clock. An input is doubled four times: what is linear takes 16 times as long, what is
 * quadratic 256 times, and the line is drawn far from both. What takes no time to speak of even then is not looked at:
 * a quadratic parser would take seconds.
 */
public final class LinearWork {

    private static final int SHORT = 4_000;
    private static final int DOUBLED_FOUR_TIMES = 16;
    private static final long NOT_WORTH_A_LOOK = 250_000_000;
    private static final int MOST_TIMES_LONGER = 4 * DOUBLED_FOUR_TIMES;
    private static final int RUNS = 5;
    private static final int SMALL_STACK = 256 * 1024;

    /** What texts of the office are made of, and what breaks the reading of them. */
    private static final List<String> FRAGMENTS = List.of(
            "The force should say by March what it has done. ",
            "a",
            "A ",
            " ",
            "\t",
            "\n",
            "\r\n",
            "\r",
            " \n",
            "\u2028",
            "\u00a0",
            "- ",
            "- a\n",
            "• ",
            "-",
            "---\n",
            "--- x\n",
            "1. ",
            "1. a\n",
            "1) ",
            "999",
            "Recommendation 1\n",
            "Recommendation 1 ",
            "recommendation",
            "=== Recommendation 1 ===\n",
            "=== Recommendation 1 === x",
            "http://",
            "https://a.example/b ",
            "https://a.example/b\n",
            "https",
            "https://a.example/",
            "\na1-",
            "\u00ad",
            "\u0002",
            "\ta",
            "a\tb\n",
            "\t\"",
            "\"a\n",
            "a\t\"b\n",
            "\"\"",
            "|",
            " | ",
            "a | b\n",
            "|---|---|\n",
            "# ",
            "# A\n",
            "## a\n",
            "4. a\n",
            "14. a\n",
            "7% ",
            "4.1 A\n",
            "4.2 a",
            "o ",
            "\u2713 ",
            "\u2013 ",
            ")",
            "(",
            "]",
            "[",
            "()",
            ".",
            "!",
            "*_",
            "\"",
            "“”",
            "<&>",
            "{{",
            "}}",
            "{title}",
            "@",
            "a@b.",
            ",",
            ";",
            "%",
            "\u0301",
            "\u0301\u0316",
            "\ud834\udd65",
            "\ud834\udd6d",
            "\u200b",
            "\u202e",
            "\u0645",
            "\u05d0 ",
            "\u4e2d",
            "\ud83d\ude00",
            "\ud83d");

    private LinearWork() {}

    /** Texts that begin somehow, go on with the same for as long as one likes, and end somehow. */
    public static Arbitrary<Shape> shapes() {
        Arbitrary<String> fragment = Arbitraries.of(FRAGMENTS);
        Arbitrary<String> some = fragment.list().ofMaxSize(2).map(parts -> String.join("", parts));
        Arbitrary<String> repeated = Arbitraries.oneOf(
                fragment, fragment.list().ofMinSize(2).ofMaxSize(6).map(parts -> String.join("", parts)));
        return Combinators.combine(some, repeated, some).as(Shape::new);
    }

    /** Texts of what the office types, of what breaks the reading of it, and of anything else. */
    public static Arbitrary<String> texts() {
        Arbitrary<String> pieces = Arbitraries.frequencyOf(
                Tuple.of(8, Arbitraries.of(FRAGMENTS)),
                Tuple.of(1, Arbitraries.strings().ofMaxLength(8)));
        return pieces.list().ofMaxSize(40).map(parts -> String.join("", parts));
    }

    /** Fails if the parser's work grows faster than any text that is one fragment again and again. */
    public static void isDoneBy(Consumer<String> parser) {
        FRAGMENTS.forEach(fragment -> isDoneBy(parser, new Shape("", fragment, "")));
    }

    /** Fails if the parser's work grows faster than its input. What the parser refuses it may throw. */
    public static void isDoneBy(Consumer<String> parser, Shape shape) {
        String shorter = shape.ofLength(SHORT);
        String longer = shape.ofLength(SHORT * DOUBLED_FOUR_TIMES);
        long work = onSmallStack(() -> best(1, parser, longer));
        if (work < NOT_WORTH_A_LOOK) {
            return;
        }
        long before = onSmallStack(() -> best(RUNS, parser, shorter));
        long after = onSmallStack(() -> best(RUNS, parser, longer));
        if (after > before * MOST_TIMES_LONGER) {
            throw new AssertionError("%s takes %,d ns for %,d characters and %,d ns for %,d"
                    .formatted(shape, before, shorter.length(), after, longer.length()));
        }
    }

    private static long best(int runs, Consumer<String> parser, String text) {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        long best = Long.MAX_VALUE;
        for (int run = 0; run < runs; run++) {
            long begin = threads.getCurrentThreadCpuTime();
            parser.accept(text);
            best = Math.min(best, threads.getCurrentThreadCpuTime() - begin);
        }
        return best;
    }

    private static long onSmallStack(java.util.function.LongSupplier work) {
        long[] result = new long[1];
        Throwable[] failure = new Throwable[1];
        Thread thread = new Thread(
                null,
                () -> {
                    try {
                        result[0] = work.getAsLong();
                    } catch (RuntimeException | Error e) {
                        failure[0] = e;
                    }
                },
                "parser",
                SMALL_STACK);
        thread.start();
        try {
            thread.join();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
        if (failure[0] != null) {
            throw new AssertionError("The parser failed", failure[0]);
        }
        return result[0];
    }

    /**
     * A text that can be had in any length.
     *
     * @param repeated what fills it between its begin and its end
     */
    public record Shape(String begin, String repeated, String end) {

        String ofLength(int length) {
            int times = Math.max(1, (length - begin.length() - end.length()) / Math.max(1, repeated.length()));
            return begin + repeated.repeat(times) + end;
        }
    }
}
