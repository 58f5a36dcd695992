package uk.opcc.inspectionresponse.oversight.monitoring;

import java.util.List;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.stereotype.Component;

/**
 * Tells the monitoring of a disk that is nearly full, in the place of Spring Boot's look, which comes with the last 10
 * MB.
 */
@Component
class RoomOnDisksHealth implements HealthIndicator {

    private final RoomOnDisks disks;

    RoomOnDisksHealth(RoomOnDisks disks) {
        this.disks = disks;
    }

    @Override
    public Health health() {
        List<String> warnings = disks.warnings();
        return warnings.isEmpty()
                ? Health.up().build()
                : Health.status(StoppedWorkHealth.ATTENTION)
                        .withDetail("warnings", warnings)
                        .build();
    }
}
