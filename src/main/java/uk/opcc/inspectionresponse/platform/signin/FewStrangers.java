package uk.opcc.inspectionresponse.platform.signin;

import java.util.concurrent.TimeUnit;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Bounds what strangers can fill the database with: each who asks for a page begins a session, in which the page that
 * was wanted waits for the sign-in. The latest sessions stay; whoever had an earlier one opens the page again.
 */
@Component
class FewStrangers {

    private static final int AS_MANY_AS_WAIT = 5_000;

    private final JdbcClient database;
    private final int most;

    @Autowired
    FewStrangers(JdbcClient database) {
        this(database, AS_MANY_AS_WAIT);
    }

    /** Lets so many of them wait. */
    FewStrangers(JdbcClient database, int most) {
        this.database = database;
        this.most = most;
    }

    @Scheduled(fixedDelay = 1, timeUnit = TimeUnit.MINUTES)
    void leave() {
        database.sql("""
                        delete from spring_session where principal_name is null and primary_id not in (
                            select primary_id from spring_session where principal_name is null
                            order by creation_time desc limit ?)
                        """).param(most).update();
    }
}
