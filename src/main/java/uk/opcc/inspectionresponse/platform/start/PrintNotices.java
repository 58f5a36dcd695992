package uk.opcc.inspectionresponse.platform.start;

import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.availability.AvailabilityChangeEvent;
import org.springframework.boot.availability.ReadinessState;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Prints the notices in one block once everything is up. */
@Component
class PrintNotices {

    private static final Logger LOG = LoggerFactory.getLogger(PrintNotices.class);

    private final List<Notice> notices;

    PrintNotices(List<Notice> notices) {
        this.notices = notices;
    }

    @EventListener
    @Order(Ordered.LOWEST_PRECEDENCE)
    void everythingIsUp(AvailabilityChangeEvent<ReadinessState> change) {
        if (change.getState() == ReadinessState.ACCEPTING_TRAFFIC) {
            LOG.info("{}", text());
        }
    }

    private String text() {
        StringBuilder text = new StringBuilder();
        for (Notice notice : notices) {
            text.append(System.lineSeparator());
            String indent = "  ";
            for (String line : notice.lines()) {
                text.append(System.lineSeparator()).append(indent).append(line);
                indent = "    ";
            }
        }
        return text.append(System.lineSeparator()).toString();
    }
}
