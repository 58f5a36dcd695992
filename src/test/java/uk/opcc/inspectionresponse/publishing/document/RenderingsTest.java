package uk.opcc.inspectionresponse.publishing.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Documents that are rendered at one time")
class RenderingsTest {

    private final ExecutorService people = Executors.newCachedThreadPool();
    private final CountDownLatch free = new CountDownLatch(1);

    /** With what they came for: somebody who was sent away would be heard of in the next test. */
    @AfterEach
    void goHome() throws InterruptedException {
        free.countDown();
        people.shutdown();
        assertThat(people.awaitTermination(60, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    @DisplayName("are no more than there are turns; the others follow in the order in which they came")
    void limited() throws InterruptedException {
        Renderings renderings = new Renderings(2, 50);
        AtomicInteger now = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        List<Integer> done = new CopyOnWriteArrayList<>();
        for (int person = 0; person < 2; person++) {
            people.execute(() -> renderings.inTurn(this::untilFree));
        }
        await().until(() -> renderings.free() == 0);
        for (int person = 0; person < 8; person++) {
            int number = person;
            people.execute(() -> renderings.inTurn(60, () -> {
                most.accumulateAndGet(now.incrementAndGet(), Math::max);
                done.add(number);
                return now.decrementAndGet();
            }));
            await().until(() -> renderings.waiting() == number + 1);
        }
        assertThat(done).isEmpty();

        free.countDown();
        people.shutdown();
        assertThat(people.awaitTermination(60, TimeUnit.SECONDS)).isTrue();
        assertThat(done).hasSize(8);
        assertThat(most.get()).isLessThanOrEqualTo(2);
        assertThat(renderings.free()).isEqualTo(2);
    }

    @Test
    @DisplayName("may be rendered within another one's turn")
    void withinAnother() {
        Renderings renderings = new Renderings(1, 50);
        assertThat(renderings.<String>inTurn(0, () -> renderings.inTurn(() -> renderings.inTurn(0, () -> "done"))))
                .isEqualTo("done");
        assertThat(renderings.free()).isEqualTo(1);
    }

    @Test
    @DisplayName("don't keep a person waiting for longer than some seconds, or at the end of a long queue")
    void bounded() {
        Renderings renderings = new Renderings(1, 1);
        people.execute(() -> renderings.inTurn(this::untilFree));
        await().until(() -> renderings.free() == 0);
        assertThatThrownBy(() -> renderings.inTurn(0, () -> "done")).isInstanceOf(RenderingsBusy.class);

        people.execute(() -> renderings.inTurn(60, () -> "done"));
        await().until(() -> renderings.waiting() == 1);
        assertThatThrownBy(() -> renderings.inTurn(60, () -> "done")).isInstanceOf(RenderingsBusy.class);
    }

    @Test
    @DisplayName("give their turn back where they fail")
    void failing() {
        Renderings renderings = new Renderings(1, 50);
        assertThatThrownBy(() -> renderings.inTurn(() -> {
                    throw new IllegalStateException("no");
                }))
                .hasMessage("no");
        assertThat(renderings.<String>inTurn(0, () -> "done")).isEqualTo("done");
    }

    private Void untilFree() {
        try {
            free.await();
        } catch (InterruptedException theTestHasEnded) {
            Thread.currentThread().interrupt();
        }
        return null;
    }
}
