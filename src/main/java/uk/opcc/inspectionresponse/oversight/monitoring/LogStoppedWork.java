package uk.opcc.inspectionresponse.oversight.monitoring;

import java.util.HashSet;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import uk.opcc.inspectionresponse.oversight.monitoring.StoppedWork.Stopped;

/** Writes each job that has stopped to the log, once in the life of the server: in the hour in which it stops. */
@Component
@EnableScheduling
class LogStoppedWork {

    private static final Logger LOG = LoggerFactory.getLogger(LogStoppedWork.class);

    private final StoppedWork work;
    private final Set<String> told = new HashSet<>();

    LogStoppedWork(StoppedWork work) {
        this.work = work;
    }

    @Scheduled(initialDelayString = "${office.monitoring.every}", fixedDelayString = "${office.monitoring.every}")
    synchronized void look() {
        Set<String> stopped = new HashSet<>();
        for (Stopped job : work.list()) {
            stopped.add(job.job());
            if (told.add(job.job())) {
                LOG.error(
                        "Work has stopped and is not tried again: {} of {} ({}). An administrator starts it again in Cockpit,"
                                + " at the incident of job {}.",
                        job.step(),
                        job.reference().isEmpty() ? "no inspection" : job.reference(),
                        job.reason().isEmpty() ? "no reason is recorded" : job.reason(),
                        job.job());
            }
        }
        told.retainAll(stopped);
    }
}
