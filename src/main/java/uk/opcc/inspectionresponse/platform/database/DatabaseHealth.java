package uk.opcc.inspectionresponse.platform.database;

import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.stereotype.Component;

/** Tells the monitoring whether the database answers, in the place of Spring Boot's own look, which waits for it. */
@Component("dbHealthContributor")
class DatabaseHealth implements HealthIndicator {

    private final DatabaseWatch watch;

    DatabaseHealth(DatabaseWatch watch) {
        this.watch = watch;
    }

    @Override
    public Health health() {
        return watch.troubleNow()
                .map(trouble ->
                        Health.down().withDetail("reason", trouble.words()).build())
                .orElseGet(() -> Health.up().build());
    }
}
