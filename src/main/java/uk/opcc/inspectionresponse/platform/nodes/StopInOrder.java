package uk.opcc.inspectionresponse.platform.nodes;

import java.time.Duration;
import org.springframework.context.SmartLifecycle;

/** Lets the jobs end that are under way before anything that they need is closed. */
final class StopInOrder implements SmartLifecycle {

    private final JobsOfThisServer jobs;
    private final Duration longest;

    StopInOrder(JobsOfThisServer jobs, Duration longest) {
        this.jobs = jobs;
        this.longest = longest;
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

    @Override
    public void stop() {
        jobs.stopInOrder(longest);
    }

    @Override
    public boolean isRunning() {
        return jobs.isActive();
    }
}
