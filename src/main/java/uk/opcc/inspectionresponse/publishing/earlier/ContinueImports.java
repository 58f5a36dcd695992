package uk.opcc.inspectionresponse.publishing.earlier;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Goes on with an import beside all other work: at once when somebody begins it, and each minute with what a restart, a
 * crash or a fault has left.
 */
@Component
class ContinueImports implements DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(ContinueImports.class);

    private static final long LONGEST_STEP_SECONDS = 20;

    private final ImportSteps steps;

    /** One works, one may wait to look whether there is more, and any other call has nothing to add. */
    private final ThreadPoolExecutor worker = new ThreadPoolExecutor(
            1,
            1,
            1,
            TimeUnit.MINUTES,
            new ArrayBlockingQueue<>(1),
            work -> new Thread(work, "earlier-responses"),
            new ThreadPoolExecutor.DiscardPolicy());

    ContinueImports(ImportSteps steps) {
        this.steps = steps;
        worker.allowCoreThreadTimeOut(true);
    }

    /** Goes on until there is nothing to do, without waiting for it. */
    @Scheduled(fixedDelay = 1, timeUnit = TimeUnit.MINUTES)
    void goOn() {
        worker.execute(this::work);
    }

    private void work() {
        try {
            while (!worker.isShutdown() && steps.next()) {
                LOG.debug("An earlier response is imported");
            }
        } catch (RuntimeException | Error e) {
            LOG.error("Earlier responses are not imported at the moment. It is tried again in a minute", e);
        }
    }

    @Override
    public void destroy() throws InterruptedException {
        worker.shutdown();
        if (!worker.awaitTermination(LONGEST_STEP_SECONDS, TimeUnit.SECONDS)) {
            LOG.warn("An earlier response is still being imported: the next start goes on with it");
        }
    }
}
