package uk.opcc.inspectionresponse.platform.nodes;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** The thread of a heartbeat, which nothing else may keep busy. */
final class Beats {

    private static final long LONGEST_BEAT_SECONDS = 10;

    private Beats() {}

    static ScheduledExecutorService thread() {
        return Executors.newSingleThreadScheduledExecutor(work -> {
            Thread thread = new Thread(work, "heartbeat");
            thread.setDaemon(true);
            return thread;
        });
    }

    /**
     * Ends it.
     *
     * @return whether no beat can come any more
     */
    static boolean end(ScheduledExecutorService beats) {
        // Not interrupted: H2 closes a database in whose file a thread is interrupted.
        beats.shutdown();
        try {
            return beats.awaitTermination(LONGEST_BEAT_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
