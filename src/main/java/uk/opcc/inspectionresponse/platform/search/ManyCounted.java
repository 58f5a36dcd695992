package uk.opcc.inspectionresponse.platform.search;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.IntSupplier;
import java.util.function.IntUnaryOperator;

/**
 * How many there are in a list that may have become very long. Up to 10,000 they are counted each time. Where there are
 * more, counting takes longer than everything else on the page, and nobody notices one more or less: the number may
 * then be a minute old.
 */
public final class ManyCounted {

    /** Up to so many are counted each time. */
    public static final int EXACT = 10_000;

    private static final Duration KEPT = Duration.ofMinutes(1);

    private final Clock clock;
    private final AtomicReference<Counted> last = new AtomicReference<>();

    /** Nothing is counted yet. */
    public ManyCounted(Clock clock) {
        this.clock = clock;
    }

    private record Counted(int number, Instant at) {}

    /**
     * How many there are.
     *
     * @param upTo counts them, and stops at a number that it is given
     * @param all counts all of them
     */
    public int of(IntUnaryOperator upTo, IntSupplier all) {
        int few = upTo.applyAsInt(EXACT + 1);
        if (few <= EXACT) {
            return few;
        }
        Instant now = clock.instant();
        Counted known = last.get();
        if (known == null || known.at().plus(KEPT).isBefore(now) || known.at().isAfter(now)) {
            known = new Counted(all.getAsInt(), now);
            last.set(known);
        }
        return Math.max(known.number(), few);
    }
}
