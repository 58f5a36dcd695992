package uk.opcc.inspectionresponse.platform.nodes;

import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/** The jobs that this server is executing at the moment, each once. */
final class JobsUnderWay {

    private final Set<String> jobs = new HashSet<>();

    /**
     * Does the work of a job, after any that is still under way for the same job.
     *
     * @throws IllegalStateException if the thread is interrupted while it waits
     */
    void execute(String job, Runnable work) {
        begin(job);
        try {
            work.run();
        } finally {
            end(job);
        }
    }

    /** A server that was suspended may be given a job again that it has not put down yet. */
    private synchronized void begin(String job) {
        try {
            while (!jobs.add(job)) {
                wait();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("The server stops while the job " + job + " is under way", e);
        }
    }

    private synchronized void end(String job) {
        jobs.remove(job);
        notifyAll();
    }

    /** Whether a job with this id is under way. */
    synchronized boolean has(String job) {
        return jobs.contains(job);
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
