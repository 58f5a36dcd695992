package uk.opcc.inspectionresponse.demo;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.List;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.availability.AvailabilityChangeEvent;
import org.springframework.boot.availability.ReadinessState;
import org.springframework.context.annotation.Profile;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.transaction.support.TransactionTemplate;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import uk.opcc.inspectionresponse.platform.turns.Turns;

/**
 * Puts an inspection at every stage of the process, by doing what the users would do, so that every guard and listener
 * has its say.
 *
 * <p>It does so when the application is ready: nobody waits for it, and whoever signs in meanwhile sees the inspections
 * come.
 *
 * <p>How many steps of an inspection are done stands in the database, in the transaction of the step itself: a start
 * after a crash goes on where the crash was, and one after that finds nothing to do.
 */
@Component
@Profile("demo")
class DemoData implements DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(DemoData.class);
    private static final String FILE = "demo/inspections.yaml";
    private static final String THERE = "The inspections of the demo are there.";
    private static final int ATTEMPTS = 5;
    private static final String PROGRESS = "demo.steps.";
    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final Duration TO_STOP = Duration.ofSeconds(20);

    private final DemoSteps steps;
    private final ManagementService management;
    private final TransactionOperations transaction;
    private final TransactionOperations turn;
    private final TransactionOperations outsideOfTheTurn;
    private final Turns turns;
    private final ObjectMapper json;
    private final Thread maker = new Thread(this::makeInTurn, "demo");
    private volatile boolean isToStop;

    DemoData(
            DemoSteps steps,
            ManagementService management,
            TransactionOperations transaction,
            PlatformTransactionManager transactions,
            Turns turns,
            ObjectMapper json) {
        this.steps = steps;
        this.management = management;
        this.turns = turns;
        this.json = json;
        this.transaction = transaction;
        turn = new TransactionTemplate(transactions);
        TransactionTemplate outside = new TransactionTemplate(transactions);
        outside.setPropagationBehavior(TransactionDefinition.PROPAGATION_NOT_SUPPORTED);
        outsideOfTheTurn = outside;
    }

    /**
     * The engine starts to execute jobs when the application is ready, and the walk needs it: this event comes after.
     */
    @EventListener
    @Order(0)
    void everythingIsUp(AvailabilityChangeEvent<ReadinessState> change) {
        if (change.getState() == ReadinessState.ACCEPTING_TRAFFIC) {
            maker.start();
        }
    }

    /**
     * Lets the step that has begun be done; the next start goes on after it. It is not interrupted, which would close
     * H2's file.
     */
    @Override
    public void destroy() throws InterruptedException {
        isToStop = true;
        maker.join(TO_STOP.toMillis());
    }

    /** Waits until all inspections are there. */
    void awaitAll() throws InterruptedException {
        maker.join();
    }

    /** By one server at a time: what it has made is there for the next one, also where it has died meanwhile. */
    private void makeInTurn() {
        try {
            while (!isToStop && !isMade()) {
                Thread.sleep(PAUSE.toMillis());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean isMade() {
        try {
            return Boolean.TRUE.equals(turn.execute(status -> makeIfFree()));
        } catch (RuntimeException e) {
            LOG.warn("The inspections of the demo are tried again: {}", e.getMessage());
            return false;
        }
    }

    private boolean makeIfFree() {
        if (!turns.takeToMakeTheDemo()) {
            return false;
        }
        outsideOfTheTurn.executeWithoutResult(suspended -> makeAll());
        return true;
    }

    void makeAll() {
        for (DemoInspection inspection : read()) {
            try {
                goOnWith(inspection);
            } catch (RuntimeException e) {
                if (isToStop) {
                    return;
                }
                // Demo data is no reason not to run. Somebody may have worked on it meanwhile: it is left alone for
                // good.
                LOG.warn("The inspection {} of the demo stays as it is: {}", inspection.reference(), e.getMessage());
                keepProgress(inspection, inspection.steps().size() + 1);
            }
        }
        LOG.info(THERE);
    }

    private void goOnWith(DemoInspection inspection) {
        int done = progress(inspection);
        if (done == 0) {
            inOneTransaction(inspection, 1, () -> steps.register(inspection));
            done = 1;
        }
        for (int next = done; next <= inspection.steps().size(); next++) {
            DemoInspection.Step step = inspection.steps().get(next - 1);
            String task = steps.awaitTask(inspection, step, () -> isToStop);
            inOneTransaction(inspection, next + 1, () -> steps.take(step, task));
        }
    }

    private void inOneTransaction(DemoInspection inspection, int done, Runnable step) {
        for (int attempt = 1; ; attempt++) {
            try {
                transaction.executeWithoutResult(status -> {
                    step.run();
                    keepProgress(inspection, done);
                });
                return;
            } catch (OptimisticLockingException e) {
                // A job of the same inspection came first.
                if (attempt == ATTEMPTS) {
                    throw e;
                }
            }
        }
    }

    private int progress(DemoInspection inspection) {
        return Integer.parseInt(management.getProperties().getOrDefault(PROGRESS + inspection.reference(), "0"));
    }

    private void keepProgress(DemoInspection inspection, int done) {
        management.setProperty(PROGRESS + inspection.reference(), String.valueOf(done));
    }

    private List<DemoInspection> read() {
        try (InputStream file = new ClassPathResource(FILE).getInputStream()) {
            Object content = new Yaml(new SafeConstructor(new LoaderOptions())).load(file);
            return json.convertValue(content, new TypeReference<>() {});
        } catch (IOException e) {
            throw new IllegalStateException(FILE + " cannot be read", e);
        }
    }
}
