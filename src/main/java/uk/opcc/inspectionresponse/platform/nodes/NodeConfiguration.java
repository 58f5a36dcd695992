package uk.opcc.inspectionresponse.platform.nodes;

import java.time.Clock;
import javax.sql.DataSource;
import org.camunda.bpm.spring.boot.starter.property.CamundaBpmProperties;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.task.TaskExecutor;
import org.springframework.jdbc.core.simple.JdbcClient;
import uk.opcc.inspectionresponse.platform.database.BesideThePool;

/** Puts the job executor whose locks end with their owner in the place of Camunda's, with the same settings. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(prefix = "camunda.bpm.job-execution", name = "enabled", matchIfMissing = true)
class NodeConfiguration {

    @Bean
    Heartbeat heartbeat(DataSource pool, JdbcClient database) {
        BesideThePool connections = BesideThePool.of(pool);
        return connections.isPostgres()
                ? new HeartbeatOfManyServers(new OwnConnection(connections, "inspection-response heartbeat"))
                : new HeartbeatOfOneServer(database);
    }

    @Bean
    JobsOfThisServer jobExecutor(
            @Qualifier("camundaTaskExecutor") TaskExecutor threads,
            CamundaBpmProperties camunda,
            Heartbeat heartbeat,
            Clock clock) {
        return new JobsOfThisServer(threads, camunda.getJobExecution(), heartbeat, clock);
    }

    @Bean
    StopInOrder stopInOrder(JobsOfThisServer jobs) {
        return new StopInOrder(jobs);
    }
}
