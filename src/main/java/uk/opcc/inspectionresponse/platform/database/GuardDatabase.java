package uk.opcc.inspectionresponse.platform.database;

import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;
import java.util.Properties;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.stereotype.Component;

/** Puts the watch over the pool of connections before anybody takes one. */
@Component
class GuardDatabase implements BeanPostProcessor {

    /** Milliseconds. Nobody notices sooner than that that there is no use in waiting. */
    private static final long A_MOMENT = 500;

    private final ObjectProvider<DatabaseWatch> watch;
    private Duration longest;

    GuardDatabase(ObjectProvider<DatabaseWatch> watch) {
        this.watch = watch;
    }

    @Override
    public Object postProcessBeforeInitialization(Object bean, String name) {
        if (bean instanceof HikariDataSource pool && DatabaseWatch.canWatch(pool.getJdbcUrl())) {
            Properties properties = new Properties();
            properties.putAll(pool.getDataSourceProperties());
            if (BesideThePool.isPostgres(pool.getJdbcUrl())) {
                // In seconds. Without them a server that takes a connection and says nothing is waited for without end.
                properties.putIfAbsent("connectTimeout", "5");
                properties.putIfAbsent("loginTimeout", "10");
                properties.putIfAbsent("tcpKeepAlive", "true");
            }
            KnownConnections connections = new KnownConnections(
                    pool.getJdbcUrl(),
                    pool.getUsername(),
                    pool.getPassword(),
                    properties,
                    watch.getObject()::againstOpening);
            longest = Duration.ofMillis(pool.getConnectionTimeout());
            pool.setDataSource(connections);
            pool.setConnectionTimeout(A_MOMENT);
            watch.getObject().over(pool, connections);
        }
        return bean;
    }

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        return bean instanceof HikariDataSource pool && DatabaseWatch.canWatch(pool.getJdbcUrl())
                ? new PromptDataSource(pool, watch.getObject(), longest)
                : bean;
    }
}
