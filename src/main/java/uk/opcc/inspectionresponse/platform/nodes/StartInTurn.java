package uk.opcc.inspectionresponse.platform.nodes;

import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.availability.AvailabilityChangeEvent;
import org.springframework.boot.availability.ReadinessState;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import uk.opcc.inspectionresponse.platform.database.BesideThePool;

/**
 * Lets one server at a time start on a database: the engine and the application make their tables, groups, permissions
 * and deployments only where they are missing, and two that look at the same moment make them twice, or fail.
 *
 * <p>The turn is a lock of PostgreSQL's, which ends with the connection: also where a server dies while it starts. It
 * is taken before anything can ask for the database.
 */
@Component
final class StartInTurn implements BeanPostProcessor, DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(StartInTurn.class);

    private static final Duration PAUSE = Duration.ofMillis(200);
    private static final Duration LONGEST = Duration.ofMinutes(10);
    private static final Duration TO_TELL = Duration.ofSeconds(30);

    private OwnConnection connection;

    @Override
    public Object postProcessBeforeInitialization(Object bean, String name) {
        if (bean instanceof HikariDataSource pool) {
            take(new BesideThePool(pool));
        }
        return bean;
    }

    private synchronized void take(BesideThePool connections) {
        if (connection == null && connections.isPostgres()) {
            connection = new OwnConnection(connections, "inspection-response start");
            for (long waited = 0; !isMine(); waited += PAUSE.toMillis()) {
                if (waited > LONGEST.toMillis()) {
                    destroy();
                    throw new IllegalStateException("Another server has been starting on this database for "
                            + LONGEST.toMinutes() + " minutes: look after that one, and start this one again");
                }
                if (waited % TO_TELL.toMillis() == 0) {
                    LOG.info("Another server is starting on this database, this one waits until that is ready");
                }
                pause();
            }
        }
    }

    /** Asks again and again: a statement that waits would end with the patience of the connection. */
    private boolean isMine() {
        return connection.database().sql(Turn.TAKE).query(Boolean.class).single();
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("The start was interrupted", e);
        }
    }

    /** By now all that a start makes is there. */
    @EventListener
    @Order(Ordered.LOWEST_PRECEDENCE)
    void everythingIsUp(AvailabilityChangeEvent<ReadinessState> change) {
        if (change.getState() == ReadinessState.ACCEPTING_TRAFFIC) {
            destroy();
        }
    }

    /** Gives the turn to the next. */
    @Override
    public synchronized void destroy() {
        if (connection != null) {
            connection.close();
        }
    }
}
