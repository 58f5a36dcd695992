package uk.opcc.inspectionresponse.platform.nodes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The jobs that a server executes")
class JobsUnderWayTest {

    private static final Duration LONG = Duration.ofMinutes(1);

    private final JobsUnderWay jobs = new JobsUnderWay();

    @Test
    @DisplayName("are under way once each: one that is given again is not begun beside the first")
    void onceEach() {
        CountDownLatch first = new CountDownLatch(1);
        CompletableFuture<Void> begun = CompletableFuture.runAsync(() -> jobs.execute("job", () -> waitFor(first)));
        await().until(() -> !jobs.awaitNone(Duration.ZERO));
        AtomicBoolean second = new AtomicBoolean();

        assertThat(jobs.execute("job", () -> second.set(true))).isFalse();
        assertThat(second).isFalse();
        assertThat(jobs.execute("another", () -> {})).isTrue();
        first.countDown();
        begun.join();
        assertThat(jobs.awaitNone(LONG)).isTrue();
        assertThat(jobs.execute("job", () -> second.set(true))).isTrue();
        assertThat(second).isTrue();
    }

    @Test
    @DisplayName("are waited for at the stop, and those that fail too")
    void waitedFor() {
        CompletableFuture<Void> failed = CompletableFuture.runAsync(() -> jobs.execute("job", () -> {
            throw new IllegalStateException("in vain");
        }));

        assertThat(failed).failsWithin(LONG);
        assertThat(jobs.awaitNone(LONG)).isTrue();
    }

    private static void waitFor(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
