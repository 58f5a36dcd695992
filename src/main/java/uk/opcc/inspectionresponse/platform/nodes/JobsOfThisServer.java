package uk.opcc.inspectionresponse.platform.nodes;

import java.time.Clock;
import java.time.Duration;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import org.camunda.bpm.engine.impl.ProcessEngineImpl;
import org.camunda.bpm.engine.impl.cmd.ExecuteJobsCmd;
import org.camunda.bpm.engine.impl.cmd.UnlockJobCmd;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.interceptor.CommandExecutor;
import org.camunda.bpm.engine.impl.jobexecutor.ExecuteJobsRunnable;
import org.camunda.bpm.engine.impl.jobexecutor.JobFailureCollector;
import org.camunda.bpm.engine.impl.jobexecutor.NotifyAcquisitionRejectedJobsHandler;
import org.camunda.bpm.engine.impl.persistence.entity.JobEntity;
import org.camunda.bpm.engine.spring.components.jobexecutor.SpringJobExecutor;
import org.camunda.bpm.spring.boot.starter.property.JobExecutionProperty;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.PropertyMapper;
import org.springframework.core.task.TaskExecutor;

/**
 * Executes the jobs that this server has locked, and locks them for as long as it lives.
 *
 * <p>The engine lets a lock end after some minutes, whether its owner lives or not: what a killed server had begun
 * stood still for that long, and what takes longer was begun twice. How jobs are locked, and whether a lock still holds
 * when a thread is free for the job, can be changed in the engine's own classes alone.
 */
final class JobsOfThisServer extends SpringJobExecutor {

    private static final Logger LOG = LoggerFactory.getLogger(JobsOfThisServer.class);

    /** In milliseconds, nearly 25 days: the longest that the engine knows. */
    private static final int AS_LONG_AS_IT_LIVES = Integer.MAX_VALUE;

    private final Heartbeat heartbeat;
    private final Clock clock;
    private final JobsUnderWay underWay = new JobsUnderWay();

    JobsOfThisServer(TaskExecutor threads, JobExecutionProperty settings, Heartbeat heartbeat, Clock clock) {
        this.heartbeat = heartbeat;
        this.clock = clock;
        setTaskExecutor(threads);
        setRejectedJobsHandler(new NotifyAcquisitionRejectedJobsHandler());
        PropertyMapper map = PropertyMapper.get().alwaysApplyingWhenNonNull();
        map.from(settings::getMaxJobsPerAcquisition).to(this::setMaxJobsPerAcquisition);
        map.from(settings::getWaitTimeInMillis).to(this::setWaitTimeInMillis);
        map.from(settings::getWaitIncreaseFactor).to(this::setWaitIncreaseFactor);
        map.from(settings::getMaxWait).to(this::setMaxWait);
        map.from(settings::getBackoffTimeInMillis).to(this::setBackoffTimeInMillis);
        map.from(settings::getMaxBackoff).to(this::setMaxBackoff);
        map.from(settings::getBackoffDecreaseThreshold).to(this::setBackoffDecreaseThreshold);
        setLockTimeInMillis(AS_LONG_AS_IT_LIVES);
    }

    @Override
    public void start() {
        if (!isActive()) {
            heartbeat.begin(
                    new OwnLocks(getLockOwner(), Duration.ofMillis(getLockTimeInMillis()), underWay, clock),
                    this::jobWasAdded);
        }
        super.start();
    }

    /**
     * Takes no further jobs, frees those that are not under way, and lets the others end, for no longer than this. What
     * goes on for longer is left to the end of the process: freed before, it would be done twice at the same time.
     */
    void stopInOrder(Duration longest) {
        shutdown();
        heartbeat.leave();
        if (underWay.awaitNone(longest)) {
            heartbeat.end();
        } else {
            LOG.warn("Some work is not done after {} seconds, it is begun again", longest.toSeconds());
        }
    }

    /** For whom jobs are acquired: for nobody while the others take this server for dead. */
    @Override
    public Iterator<ProcessEngineImpl> engineIterator() {
        return heartbeat.isHeard() ? super.engineIterator() : Collections.emptyIterator();
    }

    @Override
    public Runnable getExecuteJobsRunnable(List<String> jobIds, ProcessEngineImpl engine) {
        return new Attempts(jobIds, engine);
    }

    private final class Attempts extends ExecuteJobsRunnable {

        Attempts(List<String> jobIds, ProcessEngineImpl engine) {
            super(jobIds, engine);
        }

        @Override
        protected void executeJob(String job, CommandExecutor commands, JobFailureCollector failure) {
            underWay.execute(job, () -> super.executeJob(job, new IfStillLocked(job, commands), failure));
        }

        @Override
        protected void unlockJob(String job, CommandExecutor commands) {
            super.unlockJob(job, new IfStillLocked(job, commands));
        }
    }

    /** Jobs wait for a thread. One that was given to another server meanwhile is that server's. */
    private final class IfStillLocked implements CommandExecutor {

        private final String job;
        private final CommandExecutor commands;

        IfStillLocked(String job, CommandExecutor commands) {
            this.job = job;
            this.commands = commands;
        }

        @Override
        public <T> T execute(Command<T> command) {
            return command instanceof ExecuteJobsCmd || command instanceof UnlockJobCmd
                    ? commands.execute(context -> isAnothers(context) ? null : command.execute(context))
                    : commands.execute(command);
        }

        private boolean isAnothers(CommandContext context) {
            JobEntity locked = context.getJobManager().findJobById(job);
            return locked != null && !getLockOwner().equals(locked.getLockOwner());
        }
    }
}
