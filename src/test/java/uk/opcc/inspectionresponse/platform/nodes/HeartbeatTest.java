package uk.opcc.inspectionresponse.platform.nodes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.zaxxer.hikari.HikariConfig;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;
import uk.opcc.inspectionresponse.platform.database.BesideThePool;

@DisplayName("Of the servers that share a PostgreSQL")
class HeartbeatTest {

    private static EmbeddedPostgres postgres;
    private static JdbcClient database;

    private final CountDownLatch freed = new CountDownLatch(1);
    private final HeartbeatOfManyServers heartbeat =
            new HeartbeatOfManyServers(new OwnConnection(pool(), "heartbeat of a test"));

    private final JobsUnderWay underWay = new JobsUnderWay();

    private final OwnLocks locks = new OwnLocks(
            "this", Duration.ofDays(1), underWay, Clock.fixed(Instant.parse("2018-07-19T12:00:00Z"), ZoneOffset.UTC));

    @BeforeAll
    static void start() throws IOException {
        postgres = EmbeddedPostgres.start();
        database = JdbcClient.create(postgres.getPostgresDatabase());
        new ResourceDatabasePopulator(new ClassPathResource("db/all/V17__nodes.sql"))
                .execute(postgres.getPostgresDatabase());
        // As the engine has it, with those columns that matter here.
        database.sql("create table ACT_RU_JOB (ID_ text, REV_ int, LOCK_OWNER_ text, LOCK_EXP_TIME_ timestamp)")
                .update();
    }

    @AfterAll
    static void stop() throws IOException {
        postgres.close();
    }

    @BeforeEach
    void threeServersHaveJobs() {
        database.sql("delete from node").update();
        database.sql("delete from ACT_RU_JOB").update();
        database.sql("""
                        insert into node values
                            ('alive', clock_timestamp() + interval '1 hour'),
                            ('dead', clock_timestamp() - interval '11 seconds')
                        """).update();
        database.sql("""
                        insert into ACT_RU_JOB values
                            ('long', 7, 'alive', now() - interval '1 day'),
                            ('of the dead', 7, 'dead', now() + interval '1 day'),
                            ('of the unknown', 7, 'earlier', now() + interval '1 day'),
                            ('free', 7, null, null)
                        """).update();
    }

    @AfterEach
    void end() {
        heartbeat.end();
    }

    @Test
    @DisplayName("one that lives keeps its jobs however long they take, and what a dead one had goes on elsewhere")
    void free() {
        heartbeat.begin(locks, freed::countDown);

        assertThat(heartbeat.isHeard()).isTrue();
        assertThat(freed.getCount()).isZero();
        assertThat(locked()).isEqualTo("long by alive 7");
        assertThat(database.sql("select REV_ from ACT_RU_JOB where ID_ = 'of the dead'")
                        .query(Integer.class)
                        .single())
                .as("a suspended server can record nothing of it any more")
                .isEqualTo(8);
    }

    @Test
    @DisplayName("none waits for what a suspended one has not committed yet")
    void suspended() throws SQLException {
        try (Connection suspended = postgres.getPostgresDatabase().getConnection()) {
            suspended.setAutoCommit(false);
            suspended.createStatement().execute("update ACT_RU_JOB set REV_ = 8 where ID_ = 'of the dead'");

            heartbeat.begin(locks, freed::countDown);

            assertThat(locked()).isEqualTo("long by alive 7, of the dead by dead 7");
            suspended.rollback();
        }
        await().until(() -> locked().equals("long by alive 7"));
    }

    @Test
    @DisplayName(
            "each says that it lives on a connection with the properties of its other connections, and its own name")
    void likeThePool() {
        try (OwnConnection own = new OwnConnection(pool(), "heartbeat of a test")) {
            assertThat(own.database()
                            .sql("select current_setting('search_path') || ' ' || current_setting('application_name')")
                            .query(String.class)
                            .single())
                    .isEqualTo("of_the_pool,public heartbeat of a test");
        }
    }

    @Test
    @DisplayName("one that was taken for dead and goes on is heard again")
    void again() {
        heartbeat.begin(locks, freed::countDown);
        database.sql("delete from node where lock_owner = 'this'").update();

        await().until(() -> database.sql("select count(*) from node where lock_owner = 'this'")
                        .query(Integer.class)
                        .single()
                == 1);
    }

    @Test
    @DisplayName("one whose connection was lost opens another, and frees at once what it could not put down meanwhile")
    void reconnects() {
        heartbeat.begin(locks, freed::countDown);
        database.sql("delete from node where lock_owner = 'this'").update();
        database.sql("insert into ACT_RU_JOB values ('failed', 7, 'this', '2018-07-20 11:59:59')")
                .update();
        database.sql("select pg_terminate_backend(pid) from pg_stat_activity where application_name = ?")
                .param("heartbeat of a test")
                .query(Boolean.class)
                .list();

        await().until(() -> database.sql("select count(*) from node where lock_owner = 'this'")
                        .query(Integer.class)
                        .single()
                == 1);
        assertThat(heartbeat.isHeard()).isTrue();
        await().until(() -> locked().equals("long by alive 7"));
    }

    @Test
    @DisplayName("one that has locked a job and does not do it frees it after some seconds")
    void forgotten() {
        database.sql("""
                        insert into ACT_RU_JOB values
                            ('under way', 7, 'this', '2018-07-20 11:00:00'),
                            ('just locked', 7, 'this', '2018-07-20 11:59:53'),
                            ('forgotten', 7, 'this', '2018-07-20 11:59:51')
                        """).update();

        underWay.execute("under way", () -> {
            heartbeat.begin(locks, freed::countDown);

            assertThat(locked()).isEqualTo("just locked by this 7, long by alive 7, under way by this 7");
        });
    }

    @Test
    @DisplayName(
            "one that waits for the end of its work leaves the rest to the others at once, and is not taken for dead")
    void leaves() {
        heartbeat.begin(locks, freed::countDown);
        database.sql("""
                        insert into ACT_RU_JOB values
                            ('under way', 7, 'this', '2018-07-20 12:00:00'),
                            ('queued', 7, 'this', '2018-07-20 12:00:00')
                        """).update();

        underWay.execute("under way", () -> {
            heartbeat.leave();
            await().until(() -> locked().equals("long by alive 7, under way by this 7"));
        });

        assertThat(heartbeat.isHeard()).isFalse();
        assertThat(database.sql("select count(*) from node where lock_owner = 'this'")
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    @DisplayName("one that stops in order leaves its jobs to the others at once, and takes no more")
    void stopsInOrder() {
        heartbeat.begin(locks, freed::countDown);
        database.sql("update ACT_RU_JOB set LOCK_OWNER_ = 'this' where ID_ = 'free'")
                .update();

        heartbeat.end();

        assertThat(heartbeat.isHeard()).isFalse();
        assertThat(locked()).isEqualTo("long by alive 7");
        assertThat(database.sql("select string_agg(lock_owner, ', ') from node")
                        .query(String.class)
                        .single())
                .isEqualTo("alive");
    }

    private static String locked() {
        return database.sql("""
                        select string_agg(ID_ || ' by ' || LOCK_OWNER_ || ' ' || REV_, ', ' order by ID_)
                        from ACT_RU_JOB where LOCK_OWNER_ is not null
                        """).query(String.class).single();
    }

    private static BesideThePool pool() {
        HikariConfig pool = new HikariConfig();
        pool.setJdbcUrl(postgres.getJdbcUrl("postgres", "postgres"));
        pool.setUsername("postgres");
        // Stands for the certificate without which a server may take no connection.
        pool.addDataSourceProperty("options", "-c client_encoding=UTF8 -c search_path=of_the_pool,public");
        return new BesideThePool(pool);
    }
}
