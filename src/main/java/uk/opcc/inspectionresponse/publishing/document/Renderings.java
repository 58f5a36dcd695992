package uk.opcc.inspectionresponse.publishing.document;

import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Lets only as many documents be rendered at one time as the machine has processors; the others wait in the order in
 * which they came. More would not be done earlier, and each takes its part of the memory.
 *
 * <p>Whoever has a turn may render within it. Nobody who has one waits for anything but the database, and those who
 * wait for a turn with a transaction open are jobs, of which there are fewer than connections: so all get on.
 */
final class Renderings {

    private final Semaphore turns;
    private final ThreadLocal<Boolean> hasTurn = ThreadLocal.withInitial(() -> false);
    private final int mostWaiting;

    /**
     * @param atOneTime how many
     * @param mostWaiting how many people may wait before the next one is asked to come again
     */
    Renderings(int atOneTime, int mostWaiting) {
        this.turns = new Semaphore(atOneTime, true);
        this.mostWaiting = mostWaiting;
    }

    /** Does what is to be done when it has its turn, however long that takes. */
    <T> T inTurn(Supplier<T> work) {
        if (hasTurn.get()) {
            return work.get();
        }
        turns.acquireUninterruptibly();
        return work(work);
    }

    /**
     * Does what a person waits for, if it has its turn within some seconds.
     *
     * @throws RenderingsBusy if it has not, or if too many wait already
     */
    <T> T inTurn(int seconds, Supplier<T> work) {
        if (hasTurn.get()) {
            return work.get();
        }
        if (turns.getQueueLength() >= mostWaiting || !comesWithin(seconds)) {
            throw new RenderingsBusy();
        }
        return work(work);
    }

    /** How many wait now. */
    int waiting() {
        return turns.getQueueLength();
    }

    /** How many turns are free now. */
    int free() {
        return turns.availablePermits();
    }

    private boolean comesWithin(int seconds) {
        try {
            return turns.tryAcquire(seconds, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private <T> T work(Supplier<T> work) {
        hasTurn.set(true);
        try {
            return work.get();
        } finally {
            hasTurn.remove();
            turns.release();
        }
    }
}
