package uk.opcc.inspectionresponse.oversight.monitoring;

import org.springframework.boot.actuate.health.AbstractHealthIndicator;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.Status;
import org.springframework.stereotype.Component;
import uk.opcc.inspectionresponse.platform.database.DatabaseWatch;

/**
 * Tells the monitoring of work that has stopped. The application still answers, so that no balancer is to take it out
 * of service: the answer is 200, and the status one of its own.
 */
@Component
class StoppedWorkHealth extends AbstractHealthIndicator {

    /** Named in {@code management.endpoint.health.status} too. */
    static final Status ATTENTION = new Status("ATTENTION");

    private final StoppedWork work;
    private final DatabaseWatch database;

    StoppedWorkHealth(StoppedWork work, DatabaseWatch database) {
        super("It cannot be asked whether work has stopped");
        this.work = work;
        this.database = database;
    }

    @Override
    protected void doHealthCheck(Health.Builder health) {
        if (database.trouble().isPresent()) {
            // Which is told already, and fills the log with nothing.
            health.unknown();
            return;
        }
        long stopped = work.count();
        (stopped == 0 ? health.up() : health.status(ATTENTION)).withDetail("stopped", stopped);
    }
}
