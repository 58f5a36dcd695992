package uk.opcc.inspectionresponse.platform.nodes;

import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/** The jobs that this server is executing at the moment, each once. */
final class JobsUnderWay {

    private final Set<String> jobs = new HashSet<>();

    /**
     * Does the work of a job, unless that job is under way already: a server that was suspended may be given one again
     * that it has not put down yet, and no thread may wait for it.
     *
     * @return whether it was done
     */
    boolean execute(String job, Runnable work) {
        if (!begin(job)) {
            return false;
        }
        try {
            work.run();
        } finally {
            end(job);
        }
        return true;
    }

    private synchronized boolean begin(String job) {
        return jobs.add(job);
    }

    private synchronized void end(String job) {
        jobs.remove(job);
        notifyAll();
    }

    /**
     * Waits until none is under way, for no longer than this.
     *
     * @return whether none is
     */
    synchronized boolean awaitNone(Duration longest) {
        long end = System.nanoTime() + longest.toNanos();
        try {
            while (!jobs.isEmpty()) {
                long left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
                if (left <= 0) {
                    return false;
                }
                wait(left);
            }
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return jobs.isEmpty();
        }
    }
}
