package uk.opcc.inspectionresponse.oversight.monitoring;

import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Writes to the log that a disk is nearly full, when it becomes so and not each time it is looked. */
@Component
class LogFullDisks {

    private static final Logger LOG = LoggerFactory.getLogger(LogFullDisks.class);

    private final RoomOnDisks disks;
    private boolean told;

    LogFullDisks(RoomOnDisks disks) {
        this.disks = disks;
    }

    @Scheduled(initialDelay = 0, fixedDelayString = "${office.monitoring.every}")
    synchronized void look() {
        List<String> warnings = disks.warnings();
        if (!told) {
            warnings.forEach(LOG::error);
        }
        told = !warnings.isEmpty();
    }
}
