package uk.opcc.inspectionresponse.oversight.monitoring;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Writes to the log that a disk is nearly full, when it becomes so and not each time it is looked. */
@Component
class LogFullDisks {

    private static final Logger LOG = LoggerFactory.getLogger(LogFullDisks.class);

    private final RoomOnDisks disks;
    private final Set<Path> told = new HashSet<>();

    LogFullDisks(RoomOnDisks disks) {
        this.disks = disks;
    }

    @Scheduled(initialDelay = 0, fixedDelayString = "${office.monitoring.every}")
    synchronized void look() {
        Map<Path, String> warnings = disks.warningsByFolder();
        told.retainAll(warnings.keySet());
        warnings.forEach((folder, words) -> {
            if (told.add(folder)) {
                LOG.error(words);
            }
        });
    }
}
