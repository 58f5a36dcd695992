package uk.opcc.inspectionresponse.platform.nodes;

import java.time.Duration;
import org.springframework.context.SmartLifecycle;

/** Lets the jobs end that are under way before anything that they need is closed. */
final class StopInOrder implements SmartLifecycle {

    /** Of the mails that are under way: the slowest answer that is waited for from a mail server, and some. */
    private static final Duration LONGEST = Duration.ofSeconds(70);

    private final JobsOfThisServer jobs;

    StopInOrder(JobsOfThisServer jobs) {
        this.jobs = jobs;
    }

    /** The engine starts to execute jobs when the application is ready, and not with the beans. */
    @Override
    public boolean isAutoStartup() {
        return false;
    }

    @Override
    public void start() {
        jobs.start();
    }

    /** Waits itself: the time that each phase of the stop has is for what comes after. */
    @Override
    public void stop() {
        jobs.stopInOrder(LONGEST);
    }

    @Override
    public boolean isRunning() {
        return jobs.isActive();
    }
}
