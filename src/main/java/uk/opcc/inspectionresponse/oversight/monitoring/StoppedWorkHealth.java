package uk.opcc.inspectionresponse.oversight.monitoring;

import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.boot.actuate.health.Status;
import org.springframework.stereotype.Component;

/**
 * Tells the monitoring of work that has stopped. The application still answers, so that no balancer is to take it out
 * of service: the answer is 200, and the status one of its own.
 */
@Component
class StoppedWorkHealth implements HealthIndicator {

    /** Named in {@code management.endpoint.health.status} too. */
    static final Status ATTENTION = new Status("ATTENTION");

    private final StoppedWork work;

    StoppedWorkHealth(StoppedWork work) {
        this.work = work;
    }

    @Override
    public Health health() {
        long stopped = work.count();
        return (stopped == 0 ? Health.up() : Health.status(ATTENTION))
                .withDetail("stopped", stopped)
                .build();
    }
}
