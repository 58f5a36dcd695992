package uk.opcc.inspectionresponse;

import java.util.concurrent.atomic.AtomicInteger;

/**
 * How tests register a report of the title and the day of one that is registered already: as a client does, with a
 * reference that it chooses itself.
 */
public final class AnotherReport {

    /** What is said of one that is. */
    public static final String REGISTERED_ALREADY = "this report is registered already";

    /** Above those that the application counts. */
    private static final AtomicInteger LAST = new AtomicInteger(100_000);

    private AnotherReport() {}

    /** A reference that no inspection has. */
    public static String reference() {
        return "OPCCN-2018-" + LAST.incrementAndGet();
    }
}
