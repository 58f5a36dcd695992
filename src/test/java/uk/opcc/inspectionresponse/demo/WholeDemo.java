package uk.opcc.inspectionresponse.demo;

import org.springframework.boot.availability.AvailabilityChangeEvent;
import org.springframework.boot.availability.ReadinessState;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/** Lets a test with the demo begin when all of its inspections are there; they come when the application is ready. */
@TestConfiguration
public class WholeDemo {

    private final DemoData demo;

    WholeDemo(DemoData demo) {
        this.demo = demo;
    }

    @EventListener
    @Order(Ordered.LOWEST_PRECEDENCE)
    void everythingIsUp(AvailabilityChangeEvent<ReadinessState> change) throws InterruptedException {
        if (change.getState() == ReadinessState.ACCEPTING_TRAFFIC) {
            demo.awaitAll();
        }
    }
}
