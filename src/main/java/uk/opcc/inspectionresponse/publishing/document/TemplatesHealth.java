package uk.opcc.inspectionresponse.publishing.document;

import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.boot.actuate.health.Status;
import org.springframework.stereotype.Component;

/** Tells the monitoring of templates of the office that are not used. */
@Component
class TemplatesHealth implements HealthIndicator {

    /** Named in {@code management.endpoint.health.status} too. */
    private static final Status ATTENTION = new Status("ATTENTION");

    private final OfficeTemplates templates;

    TemplatesHealth(OfficeTemplates templates) {
        this.templates = templates;
    }

    @Override
    public Health health() {
        return templates.refused().isEmpty()
                ? Health.up().build()
                : Health.status(ATTENTION)
                        .withDetail(
                                "refused",
                                templates.refused().stream()
                                        .map(OfficeTemplates.RefusedFile::inWords)
                                        .toList())
                        .build();
    }
}
